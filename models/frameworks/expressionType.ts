import { type Expression, ExpressionError } from "./expression.ts";

export type ValueType = "number" | "yes_no";

/**
 * Whether a formula gives a number or a yes/no, every name being one of `names`.
 *
 * @example expressionType(parseExpression("x >= 90"), new Map([["x", "number"]])) // "yes_no"
 * @throws ExpressionError for an unknown name or an operator between things it does not join
 */
export function expressionType(expression: Expression, names: ReadonlyMap<string, ValueType>): ValueType {
  const require = (operand: Expression, type: ValueType, column: number): void => {
    if (expressionType(operand, names) !== type)
      throw new ExpressionError(`a ${type === "number" ? "number" : "yes/no"} is needed here`, column);
  };
  switch (expression.kind) {
    case "number":
      return "number";
    case "name": {
      const type = names.get(expression.name);
      if (type === undefined)
        throw new ExpressionError(
          `"${expression.name}" is none of ${[...names.keys()].join(", ")}`,
          expression.column,
        );
      return type;
    }
    case "minus":
      require(expression.operand, "number", expression.column);
      return "number";
    case "not":
      require(expression.operand, "yes_no", expression.column);
      return "yes_no";
    case "call":
      for (const operand of expression.operands) require(operand, "number", expression.column);
      return "number";
    case "binary": {
      const isLogic = expression.operator === "and" || expression.operator === "or";
      for (const side of [expression.left, expression.right])
        require(side, isLogic ? "yes_no" : "number", expression.column);
      return isLogic || /[<=>]/.test(expression.operator) ? "yes_no" : "number";
    }
  }
}
