import { expect, test } from "vitest";
import { compareAnswers, type GivenAnswer } from "../../../models/instruments/compareAnswers.ts";
import { spec } from "../specFiles.ts";

const form = spec.instruments.find(({ instrument }) => instrument === "sipas-2022")!;
const given = (question_code: string, counts: Record<string, number>): GivenAnswer[] =>
  Object.entries(counts).map(([answer_value, n_answers]) => ({ question_code, answer_value, n_answers }));
const sentences = (...answers: GivenAnswer[][]) =>
  compareAnswers(form, answers.flat()).map(({ kind, stops, sentence }) => [kind, stops, sentence]);

test("a question that is mostly answered in words stops, and says by which", () => {
  const [[kind, stops, sentence] = []] = sentences(
    given("Q9_01", { "Hài lòng": 9, "Rất hài lòng": 3, "5": 8 }),
  );
  expect([kind, stops]).toEqual(["recoded", true]);
  expect(sentence).toMatch(
    /^Question Q9_01 of the form sipas-2022 is answered otherwise than by 1 2 3 4 5 in 12 of 20 answers, most often by “Hài lòng”\. It feeds item sat_01, factor accountability /,
  );
});

test("what few wrote is not repeated: it may name somebody", () => {
  const [[, , sentence] = []] = sentences(given("Q9_01", { "Nguyễn Văn Kín": 4, "Trần Thị Kín": 4 }));
  expect(sentence).toMatch(/in 8 of 8 answers\. It feeds/);
});

test("slips, open answers, codes and questions that nobody answered or the form does not have are no drift", () => {
  expect(
    sentences(
      given("Q9_01", { "5": 11, "9": 10 }),
      given("Q11", { "ý kiến khác": 50 }),
      given("Q9_02", { "1": 3 }),
      given("Z1", { x: 50 }),
    ),
  ).toEqual([]);
});
