import { expect, test } from "vitest";
import { build } from "./build.ts";

/** Two units with one value exactly, one that is equal to them at two decimals alone, and one apart. */
const values = { an: 80.001, binh: 80.001, chi: 80.004, dung: 79 };
const marked = { an: true, binh: true, chi: true, dung: false };

/** A drawn table with these rows; a column that a row does not name is NULL. */
function draw(columns: string, rows: readonly Readonly<Record<string, unknown>>[] = []): string {
  const names = columns.split(" ").map((column) => column.split(":")[0] as string);
  const lines = rows.map((row) => names.map((name) => row[name] ?? "null").join(" | "));
  return [columns.split(" ").join(" | "), ...lines].join("\n");
}

const marksOf = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  Object.fromEntries(rows.map((row) => [row["unit_code"], row["is_tied_in_print"]]));

test("provinces equal at two decimals and ranked apart are marked, also two of one value beside a third", async () => {
  const key = "round_code index_code recipe_code domain_level domain_code node_code";
  const share = ["", "_se", "_low", "_high", "_n_eff", "_deff"].map((end) => `share${end}:double`).join(" ");
  const pooled = ["se", "df", "low", "high", "fit_p", "spread"].map((end) => `share_pooled_${end}:double`);
  const rows = await build("scores.sipas_scores", {
    "estimates.sipas": draw(
      `${key} node_level ${share} share_df:int share_n:int share_status ${pooled.join(" ")} share_pooled_units:int share_pooled_status interval_rule provenance`,
      Object.entries(values).map(([domain_code, percent]) => ({
        ...{ round_code: "2022", index_code: "sipas", recipe_code: "design", provenance: "derived" },
        ...{ domain_level: "province", domain_code, node_code: "overall", node_level: "overall" },
        ...{ share: percent / 100, share_status: "ok", interval_rule: "direct" },
      })),
    ),
    "estimates.sipas_replicates": draw(`${key} replicate_share_se:double`),
  });
  expect(marksOf(rows)).toEqual(marked);
});

test("ministries are marked by the same rule; one printed total is one rank, and no mark", async () => {
  const key = "round_code index_code unit_code";
  const points = ["appraised_points", "appraised_max", "survey_points", "survey_max", "total_points"];
  const decimals = [...points, "total_max", "sum_of_parts", "index_percent"].map(
    (name) => `${name}:decimal(18,9)`,
  );
  const marks = async (totals: Readonly<Record<string, number>>) => {
    const units = Object.entries(totals).map(([unit_code, total_points]) => ({
      ...{ round_code: "2023", index_code: "par_ministry", unit_code, total_points },
      ...{ score_status: "ok", provenance: "published" },
    }));
    const ranks = "index_rank:int published_rank:int n_ranked:int group_code";
    return marksOf(
      await build("marts.par_ministry_scores", {
        "scores.par_ministry_scores": draw(
          `${key} ${decimals.join(" ")} ${ranks} score_status reason reason_en source_url provenance`,
          units,
        ),
        "spec.round_units": draw(`${key} unit_name unit_name_en short_name`, units),
        "spec.par_groups": draw("round_code index_code group_code group_name group_name_en"),
      }),
    );
  };
  expect(await marks(values)).toEqual(marked);
  expect(await marks({ an: 80, binh: 80 })).toEqual({ an: false, binh: false });
});
