import type { Expression } from "../frameworks/expression.ts";

/**
 * A formula as SQL over columns of the same names. The text is written anew from the parsed formula, never copied: there is no way
 * from a rule's file to a query. A fact that is not known makes a comparison unknown, and an unknown is no failure.
 *
 * @example toPredicate(parseExpression("minutes < 2")) // ("minutes" < 2)
 */
export function toPredicate(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toFixed();
    case "name":
      return `"${expression.name}"`;
    case "minus":
      return `(- ${toPredicate(expression.operand)})`;
    case "not":
      return `(not ${toPredicate(expression.operand)})`;
    case "call":
      return `${expression.name}(${expression.operands.map(toPredicate).join(", ")})`;
    case "binary": {
      const { operator, left, right } = expression;
      if (operator === "/") return `(${toPredicate(left)}::double / nullif(${toPredicate(right)}, 0))`;
      return `(${toPredicate(left)} ${operator} ${toPredicate(right)})`;
    }
  }
}
