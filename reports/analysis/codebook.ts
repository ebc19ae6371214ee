import { type Words, wordsOf } from "../messages/words.ts";
import type { OpenTable } from "../openTable.ts";

/** A column of a file of the export. */
export interface ExportedColumn {
  readonly file: string;
  readonly column: string;
  readonly type: string;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Names of units, items and the options of items, as the warehouse has them. */
export interface ExportedNames {
  readonly units: Rows;
  readonly items: Rows;
  readonly options: Rows;
}

/** What a codebook is made from. */
export interface CodebookRequest {
  readonly columns: readonly ExportedColumn[];
  readonly stages: readonly string[];
  readonly satisfiedFrom: number;
  readonly names: ExportedNames;
}

/** Every column of every file in both languages, with the meaning of its values. */
export function codebook(request: CodebookRequest): OpenTable {
  const [vi, en] = [wordsOf("vi"), wordsOf("en")];
  const columns = ["file", "column", "type", "label_vi", "label_en", "values_vi", "values_en"];
  return {
    name: "codebook",
    summary: "Every column of every file, with the meaning of its values.",
    key: ["file", "column"],
    columns: columns.map((name) => ({ name, type: "text", description: "" })),
    rows: request.columns.map((own) => ({
      file: own.file,
      column: own.column,
      type: own.type,
      label_vi: labelOf(own.column, request, vi),
      label_en: labelOf(own.column, request, en),
      values_vi: valuesOf(own.column, request, vi),
      values_en: valuesOf(own.column, request, en),
    })),
  };
}

/** The codebook as a document: a heading a file, a line a column. */
export function codebookText({ rows }: OpenTable): string {
  const files = [...new Set(rows.map(({ file }) => String(file)))];
  const sections = files.map((file) => {
    const own = rows.filter((row) => row["file"] === file);
    const lines = own.map((row) => {
      const values = row["values_vi"] === "" ? "" : ` (${row["values_vi"]} / ${row["values_en"]})`;
      return `- \`${row["column"]}\`: ${row["label_vi"]} / ${row["label_en"]}${values}`;
    });
    return `## ${file}\n\n${lines.join("\n")}\n`;
  });
  return `# codebook\n\n${sections.join("\n")}`;
}

const named = [
  "restricted_key",
  "round_code",
  "provenance",
  "unit_code",
  "stratum_id",
  "base_weight",
  "calibration_method",
  "calibration_group",
  "calibrated_levels",
  "calibration_cell",
  "calibration_factor",
  "node_code",
  "node_level",
  "term",
  "coefficient",
  "item_code",
  "recipe_code",
  "rep_0001",
  "share",
  "share_se",
  "share_df",
  "share_low",
  "share_high",
  "share_n",
  "share_status",
  "replicate_share_se",
] as const;
type Named = (typeof named)[number];

function labelOf(column: string, request: CodebookRequest, words: Words): string {
  const { stages, satisfiedFrom, names } = request;
  const isNamed = (name: string): name is Named => (named as readonly string[]).includes(name);
  if (isNamed(column)) return words.say(`analysis.column.${column}`);
  const stage = /^stage(\d+)_(id|sampled|population)$/.exec(column);
  if (stage !== null) {
    const code = stages[Number(stage[1]) - 1] as string;
    if (stage[2] === "id") return words.say("analysis.column.stage_id", { stage: Number(stage[1]), code });
    return words.say(
      stage[2] === "sampled" ? "analysis.column.stage_sampled" : "analysis.column.stage_population",
      { code },
    );
  }
  const recipe = /^weight_(.+)$/.exec(column)?.[1];
  if (recipe !== undefined) return words.say("analysis.column.weight", { recipe });
  const nameOf = (code: string) => {
    const item = names.items.find((one) => one["code"] === code);
    return item === undefined ? code : words.pick(String(item["name"]), String(item["name_en"]));
  };
  const top = /^top_(.+)$/.exec(column)?.[1];
  if (top !== undefined) return words.say("analysis.column.top", { from: satisfiedFrom, item: nameOf(top) });
  return nameOf(column);
}

function valuesOf(column: string, { names }: CodebookRequest, words: Words): string {
  const name = (row: ExportedNames["units"][number]) =>
    words.pick(String(row["name"]), String(row["name_en"]));
  if (column === "unit_code") return names.units.map((row) => `${row["code"]} = ${name(row)}`).join("; ");
  return names.options
    .filter((row) => row["item_code"] === column)
    .map((row) => `${row["option_order"]} = ${name(row)}`)
    .join("; ");
}
