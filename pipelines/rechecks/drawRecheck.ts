import { KnownError } from "../../models/errors.ts";
import { groupBy } from "../../models/groupBy.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { Row } from "../../sql/table.ts";
import { sha256 } from "../files.ts";
import type { Connected } from "../warehouse/connection.ts";
import { readRows } from "../warehouse/readRows.ts";

export interface DrawnForm {
  readonly response_key: string;
  readonly unit_code: string;
  readonly commune_key: string;
  readonly interviewer_key: string;
}

/**
 * Draws forms to ask again: of each unit and interviewer the same share, at least one form. The order of a stratum is that of a
 * hash of the seed and the key, so that a draw can be made again anywhere and does not depend on what else is in the store.
 */
export async function drawRecheck(
  { connection }: Connected,
  { round, share, seed }: { round: string; share: number; seed: number },
): Promise<DrawnForm[]> {
  const forms = await readRows(
    connection,
    `select b.response_key, b.unit_code, b.commune_key, b.interviewer_key
     from staging.response_batches b
     join clean.response_status s using (round_code, index_code, response_key)
     where b.round_code = ${sqlLiteral(round)} and s.is_valid
     order by all`,
  );
  if (forms.length === 0)
    throw new KnownError(`Round ${round} has no valid form to ask again.`, {
      hint: "Name a round with a survey.",
    });
  const strata = groupBy(forms, ({ unit_code, interviewer_key }) => `${unit_code}/${interviewer_key}`);
  return [...strata.values()].flatMap((own) => {
    const shuffled = own
      .map((form) => ({ form, place: sha256(`${seed}|${round}|${form["response_key"]}`) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1));
    return shuffled.slice(0, Math.max(1, Math.round(share * own.length))).map(({ form }) => toDrawn(form));
  });
}

function toDrawn(form: Row): DrawnForm {
  const text = (name: string) => (form[name] === null ? "" : String(form[name]));
  return {
    response_key: text("response_key"),
    unit_code: text("unit_code"),
    commune_key: text("commune_key"),
    interviewer_key: text("interviewer_key"),
  };
}
