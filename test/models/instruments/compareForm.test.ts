import { describe, expect, test } from "vitest";
import { type AskedQuestion, compareForm } from "../../../models/instruments/compareForm.ts";
import type { Instrument } from "../../../models/instruments/instrument.ts";

const name = (vi: string) => ({ vi, en: vi });
const form: Instrument = {
  instrument: "sipas-small",
  index: "sipas",
  name: name("Phiếu"),
  source: "a form written for this test",
  notes: [],
  parts: [{ code: "service", name: name("Dịch vụ") }],
  factors: [{ code: "access", part: "service", name: name("Tiếp cận") }],
  items: [
    {
      code: "gender",
      question: "A1",
      block: "demographic",
      kind: "choice",
      name: name("Giới tính"),
      options: [
        { value: "1", code: "male", name: name("Nam") },
        { value: "2", code: "female", name: name("Nữ") },
      ],
    },
    {
      code: "seats",
      question: "Q1",
      block: "satisfaction",
      kind: "level",
      levels: 5,
      factor: "access",
      name: name("Chỗ ngồi đầy đủ"),
    },
    { code: "visited", question: "Q2", block: "experience", kind: "yes_no", name: name("Đã đến") },
    { code: "remark", question: "Q3", block: "experience", kind: "text", name: name("Ý kiến khác") },
    { code: "lost", question: "Q4", block: "experience", kind: "missing_in_copy", name: name("Không rõ") },
  ],
};
const asked: readonly AskedQuestion[] = [
  { question_code: "A1", answer_kind: "choice", wording: "Giới tính", answer_codes: "1 2" },
  { question_code: "Q1", answer_kind: "level", wording: "Chỗ ngồi đầy đủ", answer_codes: "1 2 3 4 5" },
  { question_code: "Q2", answer_kind: "yes_no", wording: "Đã đến", answer_codes: "1 0" },
  { question_code: "Q3", answer_kind: "text", wording: "Ý kiến khác", answer_codes: null },
];
const change = (code: string, to: Partial<AskedQuestion>) =>
  asked.map((question) => (question.question_code === code ? { ...question, ...to } : question));
const without = (code: string) => asked.filter((question) => question.question_code !== code);
const kinds = (questions: readonly AskedQuestion[]) =>
  compareForm(form, questions).map(
    ({ kind, question, stops }) => `${kind} ${question} ${stops ? "stops" : "is noted"}`,
  );

test("a form that asks what the instrument reads has no drift", () => {
  expect(compareForm(form, asked)).toEqual([]);
});

describe("a difference is named by its kind, and stops only where something is computed from it", () => {
  test.each([
    ["a question that is gone", without("Q1"), ["missing Q1 stops"]],
    ["an open answer that is gone", without("Q3"), ["missing Q3 is noted"]],
    [
      "a question that the instrument does not know",
      [...asked, { ...asked[0]!, question_code: "Z9", wording: "Mới" }],
      ["new Z9 is noted"],
    ],
    ["a question under another code", change("Q1", { question_code: "Q1b" }), ["renamed Q1 stops"]],
    [
      "a scale that became text",
      change("Q1", { answer_kind: "text", answer_codes: null }),
      ["retyped Q1 stops"],
    ],
    ["an answer added", change("A1", { answer_codes: "1 2 3" }), ["recoded A1 stops"]],
    ["an answer removed", change("Q1", { answer_codes: "1 2 3 4" }), ["recoded Q1 stops"]],
    ["another wording", change("Q1", { wording: "Chỗ ngồi sạch sẽ" }), ["reworded Q1 is noted"]],
  ])("%s", (_, questions, expected) => {
    expect(kinds(questions)).toEqual(expected);
  });
});

test("the sentence names the question, the form, and the item, factor and part that it feeds", () => {
  expect(compareForm(form, change("Q1", { answer_codes: "1 2 3 4 9" }))[0]?.sentence).toBe(
    "Question Q1 of the form sipas-small has answers that the instrument does not know (9) and lacks answers of the instrument (5). " +
      "It feeds item seats, factor access (Tiếp cận) and part service (Dịch vụ).",
  );
});

test("a renamed question is not reported as missing and new as well", () => {
  const drifts = compareForm(form, change("Q1", { question_code: "Q1b" }));
  expect(drifts).toHaveLength(1);
  expect(drifts[0]?.sentence).toContain("its wording stands under Q1b");
});

test.each([
  ["decomposed letters, capitals, double and no-break spaces", "CHỖ  NGỒI\u00A0đầy đủ.".normalize("NFD")],
  ["a scale that the store calls a list", null],
])("%s are no drift", (_, wording) => {
  const to = wording ? { wording } : { answer_kind: "choice" };
  expect(compareForm(form, change("Q1", to))).toEqual([]);
});

test("a list with the answers 0 and 1 is a yes-or-no question", () => {
  expect(compareForm(form, change("Q2", { answer_kind: "choice", answer_codes: "0 1" }))).toEqual([]);
});

test("what the store does not say is not compared", () => {
  const silent = asked.map((question) => ({
    ...question,
    answer_kind: null,
    wording: null,
    answer_codes: null,
  }));
  expect(compareForm(form, silent)).toEqual([]);
});
