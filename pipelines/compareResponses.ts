import { sqlLiteral } from "../models/text/sqlLiteral.ts";
import { rowsOfSheet } from "./warehouse/answerSheet.ts";
import { connect } from "./warehouse/connection.ts";
import { readRows } from "./warehouse/readRows.ts";

/** The landed files of one store in one snapshot: its responses, and its answers by rows or in sheets. */
export interface LandedForms {
  readonly responses: string;
  readonly answers: readonly string[];
  readonly sheets: readonly string[];
}

/** How a store's forms changed between two snapshots, by round. Keys are in order. */
export interface FormChanges {
  readonly round: string;
  /** New forms that were submitted before the newest form of the earlier snapshot: they came late. */
  readonly late: readonly string[];
  /** New forms otherwise. */
  readonly added: readonly string[];
  /** Forms whose answers or times are other ones, and which say so by `edited_at`. */
  readonly edited: readonly string[];
  /** Forms that changed and do not say so: a watermark alone would never see them. */
  readonly silently_changed: readonly string[];
  /** Forms that are gone. */
  readonly deleted: readonly string[];
}

/**
 * Compares all forms of two snapshots of one store by count and content: what came late, was edited, changed without
 * saying so, or was deleted. Rounds in which nothing changed are left out.
 */
export async function compareResponses(before: LandedForms, after: LandedForms): Promise<FormChanges[]> {
  const { connection, close } = await connect(":memory:", {
    threads: 1,
    memoryLimit: "1GB",
    spillFolder: "",
  });
  try {
    for (const [name, forms] of Object.entries({ before, after })) {
      const parts = forms.answers.map((path) => `from read_parquet(${sqlLiteral(path)})`);
      for (const path of forms.sheets) parts.push(await rowsOfSheet(connection, sqlLiteral(path)));
      await connection.run(`create table ${name} as
        with answers as (
          select round_code, response_key,
            md5(string_agg(question_code || '=' || coalesce(answer_value, '') , chr(31) order by question_code, answer_value)) as content
          from (${parts.join(" union all by name ")}) group by all)
        select r.round_code, r.response_key, r.submitted_at, r.edited_at,
          md5(concat_ws(chr(31), coalesce(a.content, ''), r.submitted_at::varchar, r.participant_key, r.is_test::varchar)) as content
        from read_parquet(${sqlLiteral(forms.responses)}) r left join answers a using (round_code, response_key)`);
    }
    const rows = await readRows(
      connection,
      `with newest as (select round_code, max(submitted_at) as at from before group by all),
       changes as (
         select round_code, response_key, case
           when b.response_key is null and a.submitted_at <= newest.at then 'late'
           when b.response_key is null then 'added'
           when a.response_key is null then 'deleted'
           when a.edited_at is distinct from b.edited_at then 'edited'
           when a.content <> b.content then 'silently_changed' end as change
         from after a full join before b using (round_code, response_key) left join newest using (round_code))
       select * from changes where change is not null order by all`,
    );
    return toChanges(rows as unknown as { round_code: string; response_key: string; change: string }[]);
  } finally {
    close();
  }
}

function toChanges(
  rows: readonly { round_code: string; response_key: string; change: string }[],
): FormChanges[] {
  const rounds = [...new Set(rows.map((row) => row.round_code))];
  return rounds.map((round) => {
    const keys = (change: string) =>
      rows.filter((row) => row.round_code === round && row.change === change).map((row) => row.response_key);
    return {
      round,
      late: keys("late"),
      added: keys("added"),
      edited: keys("edited"),
      silently_changed: keys("silently_changed"),
      deleted: keys("deleted"),
    };
  });
}
