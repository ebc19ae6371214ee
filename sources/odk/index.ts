import { readKeyedHash } from "../database/keyedHash.ts";
import { defineSource, type RawRow, type SourceContext } from "../source.ts";
import { type OdkForm, odkConfig } from "./config.ts";
import { openCentral } from "./openCentral.ts";
import { readSubmissions, type Submission } from "./readSubmissions.ts";
import { isRemoved, toAnswers, toResponse } from "./toRows.ts";

/**
 * Forms of an ODK Central, over OData. Deleted and rejected submissions are left out and counted; an edit counts as the
 * submission that it made. What the server counts has to arrive, or nothing is taken.
 */
export default defineSource({
  kind: "odk",
  config: odkConfig,

  async *extract(config, context) {
    const hash = await readKeyedHash({ file: config.token_key_file, env: config.token_key_env }, context);
    const central = await openCentral(config, context);
    const kept: { form: OdkForm; submissions: Submission[] }[] = [];
    for (const form of config.forms) {
      const all = await readSubmissions(central, form, config.page_size);
      warnOf(all, form, context);
      kept.push({ form, submissions: all.filter((submission) => !isRemoved(submission)) });
    }
    const rowsOf = (toRows: (submission: Submission, form: OdkForm) => RawRow[]) =>
      kept.flatMap(({ form, submissions }) =>
        submissions.toSorted(byId).flatMap((submission) => toRows(submission, form)),
      );
    const responses = rowsOf((submission, form) => [toResponse(submission, form, hash)]);
    yield { table: "responses", batches: inOneBatch(responses) };
    yield { table: "answers", batches: inOneBatch(rowsOf(toAnswers)) };
  },
});

function warnOf(all: readonly Submission[], { form }: OdkForm, context: SourceContext): void {
  const say = (count: number, what: string) => {
    if (count > 0) context.warn?.(`Form ${form}: ${count} submission${count === 1 ? "" : "s"} ${what}.`);
  };
  say(all.filter(({ __system }) => __system.deletedAt != null).length, "deleted, left out");
  say(
    all.filter(({ __system }) => __system.reviewState === "rejected").length,
    "rejected in review, left out",
  );
  say(
    all.filter(({ __system }) => __system.reviewState === "hasIssues").length,
    "with issues in review, kept",
  );
  say(all.filter(({ __system }) => (__system.edits ?? 0) > 0).length, "edited after they were sent");
  say(
    all.filter(({ __system }) => __system.status != null).length,
    "not decrypted: their answers cannot be read",
  );
}

function byId(a: Submission, b: Submission): number {
  return a.__id < b.__id ? -1 : 1;
}

async function* inOneBatch(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  yield rows;
}
