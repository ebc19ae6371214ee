import type { z } from "zod";

/** A column of the common raw shape, by its DuckDB type. */
export type RawType = "VARCHAR" | "BIGINT" | "DOUBLE" | "BOOLEAN" | "TIMESTAMP" | "DECIMAL(18,9)";
export type RawValue = string | number | bigint | boolean | Date | null;

/**
 * The one raw shape that every source yields: what SQL and the instruments' mappings work from.
 * Times are UTC; unit names stand as the source wrote them; nothing is cleaned.
 */
export const rawTables = {
  /** What the store says its forms ask: compared with the instrument before anything runs. */
  instrument_questions: {
    round_code: "VARCHAR",
    instrument_code: "VARCHAR",
    question_code: "VARCHAR",
    answer_kind: "VARCHAR",
    wording: "VARCHAR",
    answer_codes: "VARCHAR",
  },
  /** Every node of the sample frame down to the person. `population_count`: units of this stage in its parent. */
  sample_units: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    sample_unit_key: "VARCHAR",
    parent_key: "VARCHAR",
    stage_code: "VARCHAR",
    unit_name: "VARCHAR",
    sample_unit_name: "VARCHAR",
    population_count: "BIGINT",
    selection_probability: "DOUBLE",
    is_certainty: "BOOLEAN",
    is_selected: "BOOLEAN",
    is_substitute: "BOOLEAN",
    replaced_by_key: "VARCHAR",
    final_disposition: "VARCHAR",
  },
  participants: {
    round_code: "VARCHAR",
    instrument_code: "VARCHAR",
    participant_key: "VARCHAR",
    sample_unit_key: "VARCHAR",
    unit_name: "VARCHAR",
    respondent_group: "VARCHAR",
    registered_at: "TIMESTAMP",
  },
  deliveries: {
    round_code: "VARCHAR",
    instrument_code: "VARCHAR",
    participant_key: "VARCHAR",
    channel: "VARCHAR",
    sent_at: "TIMESTAMP",
    delivery_status: "VARCHAR",
    mail_domain: "VARCHAR",
    status_at: "TIMESTAMP",
  },
  responses: {
    round_code: "VARCHAR",
    instrument_code: "VARCHAR",
    response_key: "VARCHAR",
    participant_key: "VARCHAR",
    opened_at: "TIMESTAMP",
    submitted_at: "TIMESTAMP",
    edited_at: "TIMESTAMP",
    is_test: "BOOLEAN",
    interviewer_key: "VARCHAR",
    team_key: "VARCHAR",
    device_key: "VARCHAR",
  },
  answers: {
    round_code: "VARCHAR",
    response_key: "VARCHAR",
    question_code: "VARCHAR",
    answer_value: "VARCHAR",
  },
  rechecks: {
    round_code: "VARCHAR",
    response_key: "VARCHAR",
    question_code: "VARCHAR",
    recheck_value: "VARCHAR",
    rechecked_at: "TIMESTAMP",
    interviewer_key: "VARCHAR",
  },
  /** Published figures (stage `published`), and scorecards by leaf and stage with what stands behind the points. */
  scorecards: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_name: "VARCHAR",
    node_code: "VARCHAR",
    stage_code: "VARCHAR",
    points: "DECIMAL(18,9)",
    max_points: "DECIMAL(18,9)",
    published_rank: "BIGINT",
    source_url: "VARCHAR",
    framework_code: "VARCHAR",
    framework_version: "VARCHAR",
    score_status: "VARCHAR",
    inputs: "VARCHAR",
    role_code: "VARCHAR",
    scored_at: "TIMESTAMP",
    reason: "VARCHAR",
    evidence: "VARCHAR",
    is_locked: "BOOLEAN",
  },
  /** Opinion polls (xin ý kiến trực tuyến): whoever wants to, answers. */
  polls: {
    round_code: "VARCHAR",
    poll_key: "VARCHAR",
    topic: "VARCHAR",
    title: "VARCHAR",
    unit_name: "VARCHAR",
    opened_at: "TIMESTAMP",
    closed_at: "TIMESTAMP",
  },
  /** The questions of a poll, one row an answer that may be chosen. */
  poll_questions: {
    round_code: "VARCHAR",
    poll_key: "VARCHAR",
    question_code: "VARCHAR",
    wording: "VARCHAR",
    answer_value: "VARCHAR",
    answer_wording: "VARCHAR",
  },
  poll_answers: {
    round_code: "VARCHAR",
    poll_key: "VARCHAR",
    answer_key: "VARCHAR",
    question_code: "VARCHAR",
    answer_value: "VARCHAR",
    answered_at: "TIMESTAMP",
  },
  /** Questions that people put (hỏi – đáp); neither their words nor who asked. */
  questions: {
    round_code: "VARCHAR",
    question_key: "VARCHAR",
    topic: "VARCHAR",
    unit_name: "VARCHAR",
    asked_at: "TIMESTAMP",
    answered_at: "TIMESTAMP",
  },
} as const satisfies Record<string, Record<string, RawType>>;

export type RawTable = keyof typeof rawTables;

/**
 * What a source gives for one table: row batches, or one file that the source's own engine writes in bulk
 * at the path it is told (the caller owns the disk). Columns are exactly those of `rawTables`, in that order.
 */
export type Extract =
  | { readonly table: RawTable; readonly batches: AsyncIterable<readonly RawRow[]> }
  | { readonly table: RawTable; readonly writeParquet: (path: string) => Promise<void> }
  | AnswerSheet;

/**
 * The answers of one form as a store keeps them: a response a row, a question a column, which is named by `sheetColumn`.
 * They are read as the rows of `answers` that they stand for; NULL stands for none.
 */
export interface AnswerSheet {
  readonly table: "answer_sheets";
  /** Tells the sheets of one store apart. */
  readonly form: string;
  readonly writeParquet: (path: string) => Promise<void>;
}

/** What a sheet's rows are known by. */
export const sheetKeys = ["round_code", "response_key"] as const;

const answerOf = "answer to ";

/** The column of a sheet that holds the answers to a question. */
export function sheetColumn(questionCode: string): string {
  return `${answerOf}${questionCode}`;
}

/** The question that a column of a sheet answers; null of a key. */
export function maybeQuestionOf(column: string): string | null {
  return column.startsWith(answerOf) ? column.slice(answerOf.length) : null;
}

export type RawRow = Readonly<Record<string, RawValue>>;

/** What a source may know of the outside: folders to resolve its paths in. Never the warehouse. */
export interface SourceContext {
  /** Turns a configured path into an absolute one (project folder first, then the package). */
  readonly resolvePath: (path: string) => string;
  /** Says what is not right but stops nothing. */
  readonly warn?: (sentence: string) => void;
  /** The file that the last snapshot of this store has of a table (of a form, for a sheet), when it has a whole one. */
  readonly last?: (table: Extract["table"], form?: string) => Promise<string | undefined>;
  /** Aborted when the run is to stop: the source gives up what it waits for, at once. */
  readonly signal?: AbortSignal;
}

/**
 * A kind of survey store. Knows one system and nothing of ours but the raw shape; reads, never writes to
 * what it reads, and does no cleaning: a wrong answer is still an answer.
 */
export interface Source<Config = unknown> {
  readonly kind: string;
  readonly config: z.ZodType<Config>;
  /** Yields every table once, all from one consistent view. Throws SourceError (absent, refused) or DriftError (a column is missing). */
  extract(config: Config, context: SourceContext): AsyncIterable<Extract>;
}

/** Declares a source; `sources/<kind>/index.ts` default-exports it and is thereby registered. */
export function defineSource<Config>(source: Source<Config>): Source<Config> {
  return source;
}
