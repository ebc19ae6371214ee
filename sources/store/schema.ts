import { type RawTable, type RawType, rawTables } from "../source.ts";

/**
 * The survey store: every raw table, and the instruments they belong to. `schema.sql` is its DDL and
 * `docs/survey-store.md` says what each column means; a test holds the three together.
 */
export const storeTables = {
  instruments: {
    instrument_code: "VARCHAR",
    round_code: "VARCHAR",
    title: "VARCHAR",
    version: "VARCHAR",
  },
  ...rawTables,
} as const satisfies Record<string, Record<string, RawType>>;

export type StoreTable = keyof typeof storeTables;

/** What Kysely knows of the store: one interface a table, a JavaScript type a column. */
export type SurveyStore = {
  [Table in StoreTable]: {
    [Column in keyof (typeof storeTables)[Table]]: ValueOf<(typeof storeTables)[Table][Column]> | null;
  };
};

interface ValuesByType {
  VARCHAR: string;
  BIGINT: bigint;
  DOUBLE: number;
  BOOLEAN: boolean;
  TIMESTAMP: Date;
  "DECIMAL(18,9)": string;
}
type ValueOf<Type> = Type extends RawType ? ValuesByType[Type] : never;

/** The columns that tell one row of a table from another, in the order in which rows are read. */
export const storeKeys = {
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
} as const satisfies { [Table in RawTable]: readonly (keyof (typeof rawTables)[Table])[] };
