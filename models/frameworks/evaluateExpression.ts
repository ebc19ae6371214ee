import type { Expression, Operator } from "./expression.ts";
import {
  add,
  compare,
  type Fraction,
  fraction,
  maybeDivide,
  multiply,
  negate,
  subtract,
} from "./fraction.ts";

export type Value = Fraction | boolean;

/**
 * The exact value of a formula, or null where it divides by zero. Its types have been checked before
 * (`expressionType`); every name stands in `values`.
 *
 * @example evaluateExpression(parseExpression("1 / 3 * 3"), new Map()) // exactly 1
 */
export function evaluateExpression(expression: Expression, values: ReadonlyMap<string, Value>): Value | null {
  switch (expression.kind) {
    case "number":
      return fraction(expression.value);
    case "name":
      return values.get(expression.name) ?? null;
    case "minus": {
      const operand = evaluateExpression(expression.operand, values);
      return operand === null ? null : negate(operand as Fraction);
    }
    case "not": {
      const operand = evaluateExpression(expression.operand, values);
      return operand === null ? null : !operand;
    }
    case "call":
      return extreme(
        expression.name,
        expression.operands.map((operand) => evaluateExpression(operand, values) as Fraction | null),
      );
    case "binary":
      return join(
        expression.operator,
        evaluateExpression(expression.left, values),
        evaluateExpression(expression.right, values),
      );
  }
}

function extreme(name: "least" | "greatest", operands: readonly (Fraction | null)[]): Fraction | null {
  const sign = name === "least" ? 1 : -1;
  return operands.reduce((best, operand) =>
    best === null || operand === null ? null : compare(operand, best) * sign < 0 ? operand : best,
  );
}

function join(operator: Operator, left: Value | null, right: Value | null): Value | null {
  if (left === null || right === null) return null;
  if (typeof left === "boolean" || typeof right === "boolean")
    return operator === "and" ? Boolean(left && right) : Boolean(left || right);
  const order = compare(left, right);
  switch (operator) {
    case "+":
      return add(left, right);
    case "-":
      return subtract(left, right);
    case "*":
      return multiply(left, right);
    case "/":
      return maybeDivide(left, right);
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case ">=":
      return order >= 0;
    default:
      return order > 0;
  }
}
