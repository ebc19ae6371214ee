import {
  isBeyondChance,
  type NodeDifference,
  type UnitMovement,
  type WarehouseDiff,
} from "../models/recipes/warehouseDiff.ts";
import { type Block, type Column, cell, figure, sentence, table } from "./blocks.ts";
import type { LanguageEdition } from "./bundle.ts";
import { slope } from "./charts/slope.ts";
import type { Section } from "./document.ts";
import type { Language } from "./locale.ts";
import { type Words, wordsOf } from "./messages/words.ts";
import { provenancesOf } from "./provenance.ts";
import { languageSuffix } from "./writer.ts";

/** What a trial changes, as a document of its own; never part of a release. */
export function composeDiff(
  diff: WarehouseDiff,
  language: Language,
  languages: readonly Language[],
): LanguageEdition {
  const words = wordsOf(language);
  const sections = [
    section("tom-tat", words.say("diff.summary.title"), summary(diff, words), words.say("diff.summary.note")),
    section("thu-hang", words.say("diff.ranks.title"), ranks(diff, words)),
    section("gia-tri", words.say("diff.nodes.title"), values(diff, words)),
  ].filter(({ blocks }) => blocks.length > 0);
  const [before, after] = [diff.before, diff.after].map((name) => nameIn(name, words)) as [string, string];
  const { round } = diff;
  const document = {
    path: `index${languageSuffix(language, languages)}.html`,
    title: words.say("diff.title", { before, after, round }),
    subtitle: words.say("diff.subtitle"),
    isIllustrative: diff.nodes.some(({ provenance }) => provenance === "illustrative"),
    home: null,
    siblings: [],
    sections,
  };
  return { language, documents: [document] };
}

/** The newest build has a name of its own on the command line; whoever reads a page is told in words. */
function nameIn(name: string, words: Words): string {
  return name === "official" ? words.say("diff.official") : name;
}

function section(id: string, title: string, blocks: readonly Block[], note: string | null = null): Section {
  return { id, title, kicker: null, note, provenance: provenancesOf(blocks), blocks };
}

function summary({ nodes, units, causes, sha256 }: WarehouseDiff, words: Words): Block[] {
  if (nodes.length === 0) return [];
  const sum = (of: (unit: UnitMovement) => number) => units.reduce((total, unit) => total + of(unit), 0);
  const named =
    causes === null
      ? words.say("diff.cause.unknown")
      : causes.map((cause) => words.say(`diff.cause.${cause}`)).join(", ") || words.say("diff.cause.none");
  return [
    words.say("diff.summary.values", {
      n: nodes.filter(({ status }) => status !== "unchanged").length,
      of: nodes.length,
      beyond: nodes.filter(isBeyondChance).length,
    }),
    words.say("diff.summary.ranks", { n: units.filter(moves).length, of: units.length }),
    words.say("diff.summary.people", {
      old: sum((unit) => unit.n_old),
      new: sum((unit) => unit.n_new),
      left: sum((unit) => unit.n_left),
      joined: sum((unit) => unit.n_joined),
      reweighted: sum((unit) => unit.n_reweighted),
      answered: sum((unit) => unit.n_answered_otherwise),
    }),
    words.say("diff.summary.cause", { causes: named }),
    words.say("diff.summary.hash", { hash: sha256 }),
  ].map((text) => sentence(nodes, text));
}

function moves({ places_gained }: UnitMovement): boolean {
  return places_gained !== null && places_gained !== 0;
}

type Ranked = UnitMovement & { readonly old_rank: number; readonly new_rank: number };

function ranks({ units, nodes, before, after }: WarehouseDiff, words: Words): Block[] {
  const ranked = units.filter((unit): unit is Ranked => unit.old_rank !== null && unit.new_rank !== null);
  if (ranked.length === 0) return [];
  const overall = new Map(
    nodes.filter((row) => row.node_level === "overall").map((row) => [row.unit_code, row] as const),
  );
  const nameOf = (unit: UnitMovement) => words.pick(unit.unit_name, unit.unit_name_en);
  const columns: Column<UnitMovement>[] = [
    { header: words.say("column.province"), isRowHeader: true, cell: (unit) => cell.text(nameOf(unit)) },
    { header: words.say("diff.old"), cell: (unit) => cell.number(unit.old_percent, "percent") },
    { header: words.say("diff.new"), cell: (unit) => cell.number(unit.new_percent, "percent") },
    {
      header: words.say("column.difference"),
      cell: (unit) => cell.number(overall.get(unit.unit_code)?.difference ?? null, "difference"),
    },
    { header: words.say("diff.interval"), cell: (unit) => intervalCell(overall.get(unit.unit_code), words) },
    { header: words.say("diff.old_rank"), cell: (unit) => cell.number(unit.old_rank, "count") },
    { header: words.say("diff.new_rank"), cell: (unit) => cell.number(unit.new_rank, "count") },
    { header: words.say("diff.left"), cell: (unit) => cell.number(unit.n_left, "count") },
    { header: words.say("diff.joined"), cell: (unit) => cell.number(unit.n_joined, "count") },
  ];
  return [
    figure(ranked, {
      title: words.say("diff.ranks.chart"),
      subtitle: "",
      description: words.say("diff.ranks.description", { n: ranked.length }),
      chart: slope(
        ranked.map((unit) => ({ label: nameOf(unit), before: unit.old_rank, after: unit.new_rank })),
        { before: nameIn(before, words), after: nameIn(after, words) },
      ),
    }),
    table(units, { caption: words.say("diff.ranks.table"), columns, isStrong: moves }),
  ];
}

function values({ nodes }: WarehouseDiff, words: Words): Block[] {
  const beyond = nodes.filter(isBeyondChance);
  if (nodes.length === 0) return [];
  if (beyond.length === 0) return [sentence(nodes, words.say("diff.nodes.none"))];
  return [
    table(beyond, {
      caption: words.say("diff.nodes.table"),
      columns: [
        {
          header: words.say("column.domain"),
          isRowHeader: true,
          cell: (row) => cell.text(words.pick(row.domain_name, row.domain_name_en)),
        },
        {
          header: words.say("column.criterion"),
          align: "left",
          cell: (row) => cell.text(words.pick(row.node_name, row.node_name_en)),
        },
        { header: words.say("diff.old"), cell: (row) => cell.number(row.old_percent, "percent") },
        { header: words.say("diff.new"), cell: (row) => cell.number(row.new_percent, "percent") },
        { header: words.say("column.difference"), cell: (row) => cell.number(row.difference, "difference") },
        { header: words.say("diff.interval"), cell: (row) => intervalCell(row, words) },
      ],
    }),
  ];
}

/** The interval of a difference; [z] where nothing is different, [x] where there is no error. */
function intervalCell(row: NodeDifference | undefined, words: Words) {
  if (row === undefined || row.status === "unchanged") return cell.notApplicable();
  const { difference_low: low, difference_high: high } = row;
  if (low === null || high === null) return cell.absent(null);
  return cell.text(words.say("diff.range", { low, high }));
}
