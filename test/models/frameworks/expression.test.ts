import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateExpression, type Value } from "../../../models/frameworks/evaluateExpression.ts";
import { ExpressionError, parseExpression } from "../../../models/frameworks/expression.ts";
import { expressionType, type ValueType } from "../../../models/frameworks/expressionType.ts";
import { fraction, toPoints } from "../../../models/frameworks/fraction.ts";

function worth(text: string, names: Record<string, string | boolean> = {}): string | boolean | null {
  const values = new Map<string, Value>(
    Object.entries(names).map(([name, value]) => [
      name,
      typeof value === "boolean" ? value : fraction(value),
    ]),
  );
  const value = evaluateExpression(parseExpression(text), values);
  return value === null || typeof value === "boolean" ? value : toPoints(value).toString();
}

describe("a formula", () => {
  test.each([
    ["1 + 2 * 3", "7"],
    ["(1 + 2) * 3", "9"],
    ["10 - 4 - 3", "3"],
    ["-2 * -3", "6"],
    ["least(3, 1.5, 2)", "1.5"],
    ["greatest(0, x - 5)", "0"],
    ["1 / 3 * 3", "1"],
    ["0.1 + 0.2", "0.3"],
    ["x / 3", "1.333333333"],
    ["2 / 3", "0.666666667"],
  ])("%s is %s", (text, value) => {
    expect(worth(text, { x: "4" })).toBe(value);
  });

  test.each([
    ["x >= 4 and not done", false],
    ["x >= 4 and done", true],
    ["x < 4 or done", true],
    ["1 / 3 * 3 = 1", true],
    ["x <> 4", false],
  ])("the condition %s is %s", (text, value) => {
    expect(worth(text, { x: "4", done: true })).toBe(value);
  });

  test("a division by zero has no value", () => {
    expect(worth("1 / (x - 4)", { x: "4" })).toBeNull();
    expect(worth("least(1, 1 / 0)")).toBeNull();
  });

  test.each([
    ["", "the formula ends where a number or a name is needed (character 1)"],
    ["1 +", "the formula ends where a number or a name is needed (character 4)"],
    ["(1", 'the formula ends where ")" is needed (character 3)'],
    ["1 2", '"2" stands where the end of the formula is needed (character 3)'],
    ["process.exit", '"." has no meaning in a formula (character 8)'],
    ["eval(1)", '"(" stands where the end of the formula is needed (character 5)'],
    ["x = 'a'", '"\'" has no meaning in a formula (character 5)'],
    ["1 < 2 < 3", "comparisons cannot be chained; join them with and (character 7)"],
    ["X + 1", '"X" has no meaning in a formula (character 1)'],
  ])("%j is refused: %s", (text, message) => {
    expect(() => parseExpression(text)).toThrow(
      new ExpressionError(message.replace(/ \(.*$/, ""), Number(/(\d+)\)$/.exec(message)?.[1])),
    );
  });

  test("brackets a thousand deep are refused, not a stack overflow", () => {
    expect(() => parseExpression(`${"(".repeat(200)}1${")".repeat(200)}`)).toThrow(
      "brackets go deeper than 40",
    );
    expect(() => parseExpression("-".repeat(400).concat("1"))).toThrow("brackets go deeper than 40");
    expect(() => parseExpression("1+".repeat(300).concat("1"))).toThrow("longer than 500");
  });

  test.each([
    ["x + 1", "number"],
    ["x > 1 and done", "yes_no"],
  ])("%s gives a %s", (text, type) => {
    const names = new Map<string, ValueType>([
      ["x", "number"],
      ["done", "yes_no"],
    ]);
    expect(expressionType(parseExpression(text), names)).toBe(type);
  });

  test.each([
    ["y + 1", '"y" is none of x, done'],
    ["done + 1", "a number is needed here"],
    ["x and done", "a yes/no is needed here"],
    ["constructor", '"constructor" is none of x, done'],
    ["least(done)", "a number is needed here"],
  ])("%s is of no type: %s", (text, message) => {
    const names = new Map<string, ValueType>([
      ["x", "number"],
      ["done", "yes_no"],
    ]);
    expect(() => expressionType(parseExpression(text), names)).toThrow(message);
  });

  test("whatever is typed gives a formula or an error that names a character, and nothing else", () => {
    const piece = fc.constantFrom(
      "1",
      "0.5",
      "x",
      "(",
      ")",
      "+",
      "-",
      "*",
      "/",
      "<",
      "=",
      "and",
      "not",
      "least(",
      ",",
      " ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((parts) => parts.join(" ")),
          fc.string(),
        ),
        (text) => {
          try {
            parseExpression(text);
          } catch (error) {
            expect(error).toBeInstanceOf(ExpressionError);
          }
        },
      ),
    );
  });
});
