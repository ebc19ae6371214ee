import type { Hidden } from "../models/disclosure/protectCells.ts";
import type { Exposure } from "../models/disclosure/protectRelease.ts";
import type { ReleasedFigure } from "../models/sipas/protectEstimates.ts";
import type { Row } from "./table.ts";

/** The SELECT of what earlier releases show in one of their tables. */
export function releasedSelect(table: "satisfaction" | "perceptions" | "respondents"): string {
  return `
    select release_code, round_code, domain_level, domain_code, cell_code, answer_level, n, share_percent
    from spec.released_figures where table_code = '${table}' order by all`;
}

/** What earlier releases show of a round: by release, each figure under the name of its cell. */
export function releasedOf(
  rows: readonly Row[],
  round: string,
  cellOf: (row: Row) => string,
): Map<string, Map<string, ReleasedFigure>> {
  const released = new Map<string, Map<string, ReleasedFigure>>();
  for (const row of rows) {
    if (row["round_code"] !== round) continue;
    const release = String(row["release_code"]);
    const own = released.get(release) ?? new Map<string, ReleasedFigure>();
    released.set(release, own);
    const share = row["share_percent"];
    own.set(cellOf(row), { n: Number(row["n"]), share: share === null ? null : Number(share) / 100 });
  }
  return released;
}

/** The columns that say why a figure is withheld, and by what it is in readers' hands all the same. */
export const hiddenColumns = {
  hidden_reason: "VARCHAR",
  protects: "VARCHAR",
  exposed_how: "VARCHAR",
  exposed_by: "VARCHAR",
} as const;

export function toHiddenRow(hidden: Hidden | null, exposed: Exposure | null): Row {
  return {
    hidden_reason: hidden?.reason ?? null,
    protects: hidden?.reason === "protects" ? hidden.cell : null,
    exposed_how: exposed?.how ?? null,
    exposed_by: exposed?.release ?? null,
  };
}
