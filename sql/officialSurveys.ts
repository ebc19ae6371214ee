import { groupBy } from "../models/groupBy.ts";
import type { CombineRule } from "../models/officials/estimateShares.ts";
import {
  type ListedGroup,
  type NonresponseClass,
  nonresponseClasses,
} from "../models/officials/listedGroups.ts";
import type { Columns, Row } from "./table.ts";

/** The survey of officials about one unit. */
export interface OfficialSurvey {
  readonly key: { readonly round_code: string; readonly index_code: string; readonly unit_code: string };
  readonly groups: readonly ListedGroup[];
  readonly classes: readonly NonresponseClass[];
  /** Items by their position in the answers. */
  readonly items: readonly string[];
  /** Surveyed leaves by the positions of their items. */
  readonly leaves: readonly { readonly code: string; readonly items: readonly number[] }[];
  readonly combine: CombineRule;
  readonly mergeBelow: number;
  readonly minimumN: number;
  readonly isFictional: boolean;
  readonly provenance: string;
}

const lists = `
  select
    l.round_code, l.index_code, l.unit_code, l.group_code, l.n_listed, l.n_responses, l.is_fictional, l.provenance,
    w.group_weight,
    (row_number() over (order by l.round_code, l.index_code, l.unit_code, w.group_order) - 1)::integer as list_number
  from clean.official_lists l
  join spec.official_group_weights w using (round_code, index_code, group_code)`;

/** What {@link readOfficialSurveys} reads: by rows, and the answers by columns. */
export const officialInputs = {
  inputs: {
    lists: `${lists} order by list_number`,
    leaves: `
      select l.round_code, l.index_code, l.node_code, l.item_code, i.item_order
      from spec.official_leaves l
      join spec.official_rules r using (round_code, index_code)
      join spec.official_items i on i.instrument_code = r.instrument_code and i.item_code = l.item_code
      order by l.round_code, l.index_code, i.item_order`,
    rules:
      "select round_code, index_code, combine_rule, merge_classes_below, minimum_n from spec.official_rules order by all",
  },
  wide: {
    answers: `
      select
        l.list_number,
        (dense_rank() over (partition by l.list_number order by a.response_key) - 1)::integer as response_number,
        i.item_order, a.share_e6
      from clean.official_answers a
      join (${lists}) l using (round_code, index_code, unit_code, group_code)
      join spec.official_rules r using (round_code, index_code)
      join spec.official_items i on i.instrument_code = r.instrument_code and i.item_code = a.item_code
      order by l.list_number, response_number, i.item_order`,
  },
};

/** The survey of every unit that has a list, in the order of rounds, indices and units. */
export function readOfficialSurveys(
  inputs: Readonly<Record<string, readonly Row[]>>,
  wide: Readonly<Record<string, Columns>>,
): OfficialSurvey[] {
  const { lists: listed = [], leaves = [], rules = [] } = inputs;
  const sameIndex = (row: Row) => `${row["round_code"]}/${row["index_code"]}`;
  const itemsOf = groupBy(leaves, sameIndex);
  const answers = toAnswers(listed, itemsOf, sameIndex, wide["answers"] as Columns);
  return [...groupBy(listed, (row) => `${sameIndex(row)}/${row["unit_code"]}`).values()].map((own) => {
    const first = own[0] as Row;
    const items = itemsOf.get(sameIndex(first)) ?? [];
    const rule = rules.find((row) => sameIndex(row) === sameIndex(first)) as Row;
    const groups = own.map(
      (row): ListedGroup => ({
        code: String(row["group_code"]),
        listed: Number(row["n_listed"]),
        weight: row["group_weight"] === null ? null : Number(row["group_weight"]),
        answers: answers[Number(row["list_number"])] ?? [],
      }),
    );
    return {
      key: {
        round_code: String(first["round_code"]),
        index_code: String(first["index_code"]),
        unit_code: String(first["unit_code"]),
      },
      groups,
      classes: nonresponseClasses(groups, Number(rule["merge_classes_below"])),
      items: items.map((item) => String(item["item_code"])),
      leaves: [...groupBy(items, (item) => String(item["node_code"]))].map(([code, ofLeaf]) => ({
        code,
        items: ofLeaf.map((item) => items.indexOf(item)),
      })),
      combine: rule["combine_rule"] as CombineRule,
      mergeBelow: Number(rule["merge_classes_below"]),
      minimumN: Number(rule["minimum_n"]),
      isFictional: first["is_fictional"] === true,
      provenance: String(first["provenance"]),
    };
  });
}

/** By list, then response, then item. A form that counts and leaves everything blank is a response too. */
function toAnswers(
  listed: readonly Row[],
  itemsOf: ReadonlyMap<string, readonly Row[]>,
  sameIndex: (row: Row) => string,
  columns: Columns,
): (number | null)[][][] {
  const places = listed.map(
    (row) => new Map((itemsOf.get(sameIndex(row)) ?? []).map((item, at) => [Number(item["item_order"]), at])),
  );
  const answers = listed.map((row, at) =>
    Array.from({ length: Number(row["n_responses"]) }, () =>
      new Array<number | null>(places[at]!.size).fill(null),
    ),
  );
  const [list, response, item, share] = ["list_number", "response_number", "item_order", "share_e6"].map(
    (column) => columns.numbers(column),
  ) as [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let row = 0; row < columns.length; row++) {
    const at = places[list[row]!]!.get(item[row]!)!;
    answers[list[row]!]![response[row]!]![at] = share[row]! / 1e8; // millionths of a percent
  }
  return answers;
}
