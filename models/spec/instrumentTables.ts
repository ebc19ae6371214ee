import { type Bilingual, type Instrument, type Item, isForNamedLists } from "../instruments/instrument.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

/**
 * spec.instruments; spec.parts, spec.factors, spec.items, spec.item_options, spec.nodes of the forms for samples. Forms for
 * named lists stand in {@link officialTables}.
 */
export function instrumentTables({ instruments }: Spec): SpecTable[] {
  const forSamples = instruments.filter((form) => !isForNamedLists(form));
  const each = <Row>(toRows: (form: Instrument) => readonly Row[]): Row[] => forSamples.flatMap(toRows);
  return [
    specTable(
      "spec.instruments",
      {
        instrument_code: "VARCHAR",
        index_code: "VARCHAR",
        instrument_name: "VARCHAR",
        instrument_name_en: "VARCHAR",
        source: "VARCHAR",
        is_for_named_lists: "BOOLEAN",
        is_illustrative: "BOOLEAN",
      },
      instruments.map((form) => ({
        instrument_code: form.instrument,
        index_code: form.index,
        instrument_name: form.name.vi,
        instrument_name_en: form.name.en,
        source: form.source,
        is_for_named_lists: isForNamedLists(form),
        is_illustrative: form.illustrative ?? false,
      })),
    ),
    specTable(
      "spec.parts",
      {
        instrument_code: "VARCHAR",
        part_code: "VARCHAR",
        part_order: "INTEGER",
        part_name: "VARCHAR",
        part_name_en: "VARCHAR",
      },
      each((form) =>
        form.parts.map((part, i) => ({
          instrument_code: form.instrument,
          part_code: part.code,
          part_order: i + 1,
          part_name: part.name.vi,
          part_name_en: part.name.en,
        })),
      ),
    ),
    specTable(
      "spec.factors",
      {
        instrument_code: "VARCHAR",
        factor_code: "VARCHAR",
        part_code: "VARCHAR",
        factor_order: "INTEGER",
        factor_name: "VARCHAR",
        factor_name_en: "VARCHAR",
      },
      each((form) =>
        form.factors.map((factor, i) => ({
          instrument_code: form.instrument,
          factor_code: factor.code,
          part_code: factor.part,
          factor_order: i + 1,
          factor_name: factor.name.vi,
          factor_name_en: factor.name.en,
        })),
      ),
    ),
    specTable(
      "spec.items",
      {
        instrument_code: "VARCHAR",
        item_code: "VARCHAR",
        question_code: "VARCHAR",
        block_code: "VARCHAR",
        kind: "VARCHAR",
        levels: "INTEGER",
        factor_code: "VARCHAR",
        part_code: "VARCHAR",
        item_order: "INTEGER",
        item_name: "VARCHAR",
        item_name_en: "VARCHAR",
        note: "VARCHAR",
      },
      each((form) =>
        form.items.map((item, i) => ({
          instrument_code: form.instrument,
          item_code: item.code,
          question_code: item.question,
          block_code: item.block,
          kind: item.kind,
          levels: item.levels ?? null,
          factor_code: item.factor ?? null,
          part_code: form.factors.find((factor) => factor.code === item.factor)?.part ?? null,
          item_order: i + 1,
          item_name: item.name.vi,
          item_name_en: item.name.en,
          note: item.note ?? null,
        })),
      ),
    ),
    specTable(
      "spec.item_options",
      {
        instrument_code: "VARCHAR",
        item_code: "VARCHAR",
        option_code: "VARCHAR",
        option_value: "VARCHAR",
        option_order: "INTEGER",
        option_name: "VARCHAR",
        option_name_en: "VARCHAR",
        is_dont_know: "BOOLEAN",
      },
      each((form) =>
        form.items.flatMap((item) =>
          optionsOf(item).map((option, i) => ({
            instrument_code: form.instrument,
            item_code: item.code,
            option_code: option.code,
            option_value: option.value,
            option_order: i + 1,
            option_name: option.name.vi,
            option_name_en: option.name.en,
            is_dont_know: option.is_dont_know ?? false,
          })),
        ),
      ),
    ),
    specTable(
      "spec.nodes",
      {
        instrument_code: "VARCHAR",
        node_code: "VARCHAR",
        parent_node_code: "VARCHAR",
        node_level: "VARCHAR",
        node_order: "INTEGER",
        node_name: "VARCHAR",
        node_name_en: "VARCHAR",
      },
      each(nodesOf),
    ),
  ];
}

type Option = NonNullable<Item["options"]>[number];

const yesNo: readonly Option[] = [
  { value: "1", code: "yes", name: { vi: "Có", en: "Yes" } },
  { value: "0", code: "no", name: { vi: "Không", en: "No" } },
];

export function optionsOf(item: Item): readonly Option[] {
  return item.kind === "yes_no" ? yesNo : (item.options ?? []);
}

type NodeLevel = "overall" | "part" | "factor" | "item";

/** The tree overall → part → factor → item in reading order: what is above comes before what is in it. */
function nodesOf(form: Instrument) {
  const node = (
    node_level: NodeLevel,
    node_code: string,
    parent_node_code: string | null,
    name: Bilingual,
  ) => ({
    instrument_code: form.instrument,
    node_code,
    parent_node_code,
    node_level,
    node_name: name.vi,
    node_name_en: name.en,
  });
  const tree = [
    node("overall", "overall", null, { vi: "Chỉ số hài lòng chung", en: "Overall satisfaction" }),
    ...form.parts.flatMap((part) => [
      node("part", part.code, "overall", part.name),
      ...form.factors
        .filter((factor) => factor.part === part.code)
        .flatMap((factor) => [
          node("factor", factor.code, part.code, factor.name),
          ...form.items
            .filter((item) => item.factor === factor.code)
            .map((item) => node("item", item.code, factor.code, item.name)),
        ]),
    ]),
  ];
  return tree.map((row, i) => ({ ...row, node_order: i + 1 }));
}
