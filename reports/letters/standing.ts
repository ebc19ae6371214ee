import { type MailFailure, participationPercent, type UnitForm } from "../monitor/rows.ts";
import type { Addressee } from "./addressee.ts";

/** What a letter may say of one unit in one round: rows of the marts and the threshold, nothing else. */
export interface Standing {
  readonly unit: Addressee;
  readonly round: string;
  /** Percent of the registered; who sets it answers for it. */
  readonly threshold: number;
  /** One row a form, all groups together, in the order of the campaign. */
  readonly forms: readonly UnitForm[];
  /** One row a form and group. */
  readonly groups: readonly UnitForm[];
  readonly mail: readonly MailFailure[];
}

/** Is any form of the unit answered by fewer than the threshold? A form without a list of persons says nothing. */
export function isBelowThreshold({ forms, threshold }: Pick<Standing, "forms" | "threshold">): boolean {
  return forms.some((row) => {
    const percent = participationPercent(row);
    return percent !== null && percent < threshold;
  });
}

/** The last day that the figures count; of a document, its own date. */
export function countedTo({ forms }: Standing): string {
  const days = forms.map((row) => row.as_of_date ?? row.document_date ?? "");
  return days.sort().at(-1) ?? "";
}

/** The form that the fewest of its persons answered, where persons are known. */
export function weakestForm({ forms }: Standing): UnitForm | null {
  const known = forms.filter(({ response_percent }) => response_percent !== null);
  known.sort((a, b) => (a.response_percent as number) - (b.response_percent as number));
  return known[0] ?? null;
}

/** The form that will miss its target by most persons, where that is forecast. */
export function shortestForm({ forms }: Standing): UnitForm | null {
  const short = forms.filter(
    ({ forecast_status, shortfall_n }) => forecast_status === "ok" && (shortfall_n ?? 0) > 0,
  );
  short.sort((a, b) => (b.shortfall_n as number) - (a.shortfall_n as number));
  return short[0] ?? null;
}

/** Failing mail of the form whose invitations reach the fewest: forms are mailed to the same persons, so they never add. */
export function worstMail({ mail, forms }: Standing): readonly MailFailure[] {
  let worst: readonly MailFailure[] = [];
  for (const { instrument_code } of forms) {
    const own = mail.filter((row) => row.instrument_code === instrument_code);
    if (nFailing(own) > nFailing(worst)) worst = own;
  }
  return worst;
}

export function nFailing(rows: readonly MailFailure[]): number {
  return rows.reduce((sum, { n_failing }) => sum + n_failing, 0);
}
