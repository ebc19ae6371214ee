/** The value of a name, a text, a number or a condition; null is a missing value. */
export type Value = number | string | boolean | null;

/** Reads names and calls while an expression is evaluated. */
export interface Scope {
  readonly name: (name: string) => Value;
  readonly call?: (name: string, argument: string) => Value;
}

interface Tokens {
  readonly list: readonly string[];
  at: number;
}

const TOKEN =
  /\s*(->|[<>=!]=|&&|\|\||\d+\.?\d*(?:[eE][-+]?\d+)?|[A-Za-z_.][\w.]*|'[^']*'|"[^"]*"|[-+*/^()<>!&|,])/gy;

/** Operators from loosest to tightest; words as the reference set writes them. */
const LEVELS: readonly (readonly string[])[] = [
  ["or", "|", "||"],
  ["and", "&", "&&"],
  ["==", "!=", "<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "/"],
];

/**
 * The value of an expression as the reference cases write them: conditions (`race==4 and agecat == '0-19'`, `!is.na(x)`) and
 * formulas (`62.5 + 12*mean(sat)`, `api00/api99`).
 */
export function evaluate(expression: string, scope: Scope): Value {
  const tokens: Tokens = { list: tokenise(expression), at: 0 };
  const value = evaluateLevel(tokens, 0, scope);
  if (tokens.at < tokens.list.length)
    throw new Error(`Cannot read ${tokens.list[tokens.at]} in: ${expression}`);
  return value;
}

function tokenise(expression: string): string[] {
  const list = [...expression.matchAll(TOKEN)].map((match) => match[1]!);
  if (list.join("") !== expression.replace(/\s+(?=(?:[^']*'[^']*')*[^']*$)/g, ""))
    throw new Error(`Cannot read: ${expression}`);
  return list;
}

function evaluateLevel(tokens: Tokens, level: number, scope: Scope): Value {
  if (level === LEVELS.length) return evaluateUnary(tokens, scope);
  let left = evaluateLevel(tokens, level + 1, scope);
  while (LEVELS[level]!.includes(tokens.list[tokens.at] ?? "")) {
    const operator = tokens.list[tokens.at++]!;
    left = apply(operator, left, evaluateLevel(tokens, level + 1, scope));
  }
  return left;
}

function evaluateUnary(tokens: Tokens, scope: Scope): Value {
  const token = tokens.list[tokens.at++];
  if (token === "-") return -Number(evaluateUnary(tokens, scope));
  if (token === "!" || token === "not") return !evaluateUnary(tokens, scope);
  const value = evaluateAtom(token ?? "", tokens, scope);
  if (tokens.list[tokens.at] !== "^") return value;
  tokens.at += 1;
  return Number(value) ** Number(evaluateUnary(tokens, scope));
}

function evaluateAtom(token: string, tokens: Tokens, scope: Scope): Value {
  if (token === "(") {
    const value = evaluateLevel(tokens, 0, scope);
    tokens.at += 1;
    return value;
  }
  if (/^\d/.test(token)) return Number(token);
  if (/^['"]/.test(token)) return token.slice(1, -1);
  if (tokens.list[tokens.at] !== "(") return scope.name(token);
  const argument = readArgument(tokens);
  if (token === "is.na") return scope.name(argument) === null;
  if (scope.call === undefined) throw new Error(`Unknown function ${token}`);
  return scope.call(token, argument);
}

function readArgument(tokens: Tokens): string {
  const start = tokens.at + 1;
  let depth = 0;
  do {
    const token = tokens.list[tokens.at++];
    if (token === undefined) throw new Error("A bracket is not closed.");
    depth += token === "(" ? 1 : token === ")" ? -1 : 0;
  } while (depth > 0);
  return tokens.list.slice(start, tokens.at - 1).join(" ");
}

function apply(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case "or":
    case "|":
    case "||":
      return Boolean(left) || Boolean(right);
    case "and":
    case "&":
    case "&&":
      return Boolean(left) && Boolean(right);
  }
  if (left === null || right === null) return null;
  const text = typeof left === "string" || typeof right === "string";
  const [a, b] = text ? [String(left), String(right)] : [Number(left), Number(right)];
  switch (operator) {
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
  const [x, y] = [Number(left), Number(right)];
  return operator === "+" ? x + y : operator === "-" ? x - y : operator === "*" ? x * y : x / y;
}
