import { cell, table } from "./blocks.ts";
import type { LanguageEdition } from "./bundle.ts";
import type { Language } from "./locale.ts";
import { wordsOf } from "./messages/words.ts";
import { languageSuffix } from "./writer.ts";

/** How one rule fared in one run, over the whole country. */
export interface RuleRunRow {
  readonly run: string;
  readonly rule: string;
  readonly n_checked: number;
  readonly n_failing: number;
  readonly failing_percent: number;
  /** Provinces in which it passed its limit. */
  readonly n_beyond: number;
  readonly provenance: "derived" | "illustrative";
}

/** The history of every rule over every run, newest first; a page of its own, never part of a release. */
export function composeRules(
  rows: readonly RuleRunRow[],
  language: Language,
  languages: readonly Language[],
): LanguageEdition {
  const words = wordsOf(language);
  const block = table(rows, {
    caption: words.say("rules.table"),
    columns: [
      { header: words.say("rules.run"), isRowHeader: true, cell: (row) => cell.text(row.run) },
      { header: words.say("column.rule"), align: "left", cell: (row) => cell.text(row.rule) },
      { header: words.say("rules.checked"), cell: (row) => cell.number(row.n_checked, "count") },
      { header: words.say("rules.failing"), cell: (row) => cell.number(row.n_failing, "count") },
      { header: words.say("column.share"), cell: (row) => cell.number(row.failing_percent, "percent") },
      { header: words.say("rules.beyond"), cell: (row) => cell.number(row.n_beyond, "count") },
    ],
    isStrong: (row) => row.n_beyond > 0,
  });
  const section = {
    id: "lich-su",
    title: words.say("rules.title"),
    kicker: null,
    note: words.say("rule_outcomes.note"),
    provenance: [block.provenance],
    blocks: [block],
  };
  const document = {
    path: `index${languageSuffix(language, languages)}.html`,
    title: words.say("rules.title"),
    subtitle: null,
    isIllustrative: block.provenance === "illustrative",
    home: null,
    siblings: [],
    sections: [section],
  };
  return { language, documents: [document] };
}
