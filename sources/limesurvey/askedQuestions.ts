import type { RawRow } from "../source.ts";
import { type FieldReading, isScale, type LimeField } from "./fieldsOf.ts";
import { questionCodeOf } from "./mapColumns.ts";
import type { OpenSurvey } from "./openSurvey.ts";

const kinds: Readonly<Record<FieldReading, string | null>> = {
  code: "choice",
  yes_no: "yes_no",
  tick: "yes_no",
  text: "text",
  plain: "text",
  number: null,
};

/**
 * What a survey asks, for the comparison with its instrument. A question that cannot be read stands there as what keeps
 * it from being read, so that the comparison stops when it is needed; one without a column is not asked.
 */
export function askedQuestions({ survey, responses }: OpenSurvey): RawRow[] {
  const map = responses[0]!.map;
  const toRow = (field: LimeField, kind: string | null): RawRow => {
    const question_code = questionCodeOf(field, survey);
    const translated = survey.answers[question_code];
    const codes = field.codes.map((code) => translated?.[code] ?? code);
    return {
      round_code: survey.round,
      instrument_code: survey.instrument,
      question_code,
      answer_kind: kind,
      wording: field.wording,
      answer_codes: codes.length > 0 && codes.every((code) => !/\s/.test(code)) ? codes.join(" ") : null,
    };
  };
  return [
    ...map.readable.map(({ field }) => toRow(field, isScale(field) ? "level" : kinds[field.reading])),
    ...map.encrypted.map((field) => toRow({ ...field, codes: [] }, "encrypted")),
    ...map.ambiguous.map((field) => toRow({ ...field, codes: [] }, "ambiguous")),
  ];
}
