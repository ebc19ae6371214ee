import { Big } from "big.js";

/** A formula of named inputs, parsed. There is no way from here to code: names are looked up, never called. */
export type Expression =
  | { readonly kind: "number"; readonly value: Big }
  | { readonly kind: "name"; readonly name: string; readonly column: number }
  | { readonly kind: "not" | "minus"; readonly operand: Expression; readonly column: number }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly column: number;
    }
  | {
      readonly kind: "call";
      readonly name: "least" | "greatest";
      readonly operands: readonly Expression[];
      readonly column: number;
    };

export type Operator = "or" | "and" | "<" | "<=" | "=" | "<>" | ">=" | ">" | "+" | "-" | "*" | "/";

/** Why a text is no formula, and at which character it stops being one. */
export class ExpressionError extends Error {
  readonly column: number;

  constructor(message: string, column: number) {
    super(`${message} (character ${column})`);
    this.column = column;
  }
}

const longest = 500;
const deepest = 40;

/** From loosest to tightest; operators of one line are read from the left. */
const precedence: readonly (readonly Operator[])[] = [
  ["or"],
  ["and"],
  ["<", "<=", "=", "<>", ">=", ">"],
  ["+", "-"],
  ["*", "/"],
];

interface Token {
  readonly text: string;
  readonly kind: "number" | "word" | "sign" | "end";
  readonly column: number;
}

/**
 * Reads a formula: decimals, names of inputs, `+ - * /`, comparisons, `and or not`, brackets, `least(…)` and
 * `greatest(…)`. Nothing else is in the language.
 *
 * @example parseExpression("outcome / target * max")
 * @throws ExpressionError naming the character
 */
export function parseExpression(text: string): Expression {
  if (text.length > longest)
    throw new ExpressionError(`the formula is longer than ${longest} characters`, longest);
  const tokens = tokenize(text);
  let at = 0;
  const peek = () => tokens[at] as Token;
  const take = () => tokens[at++] as Token;
  const takeSign = (sign: string) => {
    const token = take();
    if (token.text !== sign) throw unexpected(token, `"${sign}"`);
  };

  function level(loosest: number, depth: number): Expression {
    const operators = precedence[loosest];
    if (operators === undefined) return prefix(depth);
    let left = level(loosest + 1, depth);
    let compared = false;
    while (operators.includes(peek().text as Operator) && peek().kind !== "number") {
      const { text: operator, column } = take();
      if (compared) throw new ExpressionError("comparisons cannot be chained; join them with and", column);
      compared = loosest === 2;
      left = {
        kind: "binary",
        operator: operator as Operator,
        left,
        right: level(loosest + 1, depth),
        column,
      };
    }
    return left;
  }

  function prefix(depth: number): Expression {
    const token = peek();
    if (depth > deepest) throw new ExpressionError(`brackets go deeper than ${deepest}`, token.column);
    if (token.text === "not" || token.text === "-") {
      take();
      const operand = token.text === "not" ? level(2, depth + 1) : prefix(depth + 1);
      return { kind: token.text === "not" ? "not" : "minus", operand, column: token.column };
    }
    return atom(depth);
  }

  function atom(depth: number): Expression {
    const token = take();
    if (token.kind === "number") return { kind: "number", value: new Big(token.text) };
    if (token.text === "(") {
      const inner = level(0, depth + 1);
      takeSign(")");
      return inner;
    }
    if (token.kind !== "word" || token.text === "and" || token.text === "or")
      throw unexpected(token, "a number or a name");
    if (token.text !== "least" && token.text !== "greatest")
      return { kind: "name", name: token.text, column: token.column };
    takeSign("(");
    const operands = [level(0, depth + 1)];
    while (peek().text === ",") {
      take();
      operands.push(level(0, depth + 1));
    }
    takeSign(")");
    return { kind: "call", name: token.text, operands, column: token.column };
  }

  const expression = level(0, 0);
  if (peek().kind !== "end") throw unexpected(peek(), "the end of the formula");
  return expression;
}

const pattern = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)|(<=|>=|<>|[-+*/()<>=,]))/y;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const end = text.trimEnd().length;
  while (from < end) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    const column = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0) + 1;
    if (match === null)
      throw new ExpressionError(`"${text[column - 1]}" has no meaning in a formula`, column);
    const [, number, word, sign] = match;
    const kind = number !== undefined ? "number" : word !== undefined ? "word" : "sign";
    tokens.push({ text: number ?? word ?? sign ?? "", kind, column });
    from = pattern.lastIndex;
  }
  return [...tokens, { text: "", kind: "end", column: end + 1 }];
}

function unexpected({ text, kind, column }: Token, wanted: string): ExpressionError {
  return new ExpressionError(
    kind === "end"
      ? `the formula ends where ${wanted} is needed`
      : `"${text}" stands where ${wanted} is needed`,
    column,
  );
}
