import type { RawTable } from "../source.ts";

/** What tells one row of a table from another, as docs/survey-store.md says: in a file, a row without it or a second one is a slip. */
export const tableKeys: Readonly<Record<RawTable, readonly string[]>> = {
  instrument_questions: ["round_code", "instrument_code", "question_code"],
  sample_units: ["round_code", "index_code", "sample_unit_key"],
  participants: ["round_code", "instrument_code", "participant_key"],
  deliveries: ["round_code", "instrument_code", "participant_key", "sent_at"],
  responses: ["round_code", "instrument_code", "response_key"],
  answers: ["round_code", "response_key", "question_code"],
  rechecks: ["round_code", "response_key", "question_code"],
  scorecards: ["round_code", "index_code", "unit_name", "node_code", "stage_code"],
  polls: ["round_code", "poll_key"],
  poll_questions: ["round_code", "poll_key", "question_code", "answer_value"],
  poll_answers: ["round_code", "poll_key", "answer_key", "question_code"],
  questions: ["round_code", "question_key"],
};

/** The one part of a key that may be empty: a form that was never sent has no time of sending. */
export const mayBeEmpty = "sent_at";
