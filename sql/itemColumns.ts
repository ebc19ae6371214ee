import type { Row } from "./table.ts";

/** The columns of counts by item that a table of cells has, whatever the instruments of its rounds. */
export interface ItemColumns {
  readonly names: readonly string[];
  /** The SELECT list of one round, an expression a column; items that its form lacks count nobody. */
  readonly counts: (rule: Row) => string[];
}

/**
 * Columns `satisfied_<item>` and `counted_<item>` of the satisfaction items, `chosen_<item>_<level>` and `answered_<item>` of
 * the other questions. Who says that he cannot tell has answered nothing: estimates.item_nonresponse counts him apart.
 */
export const itemColumns = {
  inputs: {
    items: `
      select i.instrument_code, i.item_code, i.factor_code is not null as is_satisfaction,
        (select list(o.option_order order by o.option_order)::varchar from spec.item_options o
         where o.instrument_code = i.instrument_code and o.item_code = i.item_code and o.is_dont_know) as dont_know
      from spec.items i where i.kind not in ('text', 'missing_in_copy') order by i.item_code, i.instrument_code`,
    levels: `
      select distinct i.item_code, unnest(case
        when not exists (
          from spec.item_options o where o.instrument_code = i.instrument_code and o.item_code = i.item_code
        ) then range(1, i.levels + 1)
        else (select list(o.option_order order by o.option_order) from spec.item_options o
              where o.instrument_code = i.instrument_code and o.item_code = i.item_code and not o.is_dont_know)
      end)::integer as answer_level
      from spec.items i
      where i.factor_code is null and i.kind not in ('text', 'missing_in_copy')
      order by all`,
  },

  of(items: readonly Row[], levels: readonly Row[]): ItemColumns {
    const codes = (isSatisfaction: boolean) => [
      ...new Set(
        items
          .filter((item) => item["is_satisfaction"] === isSatisfaction)
          .map((item) => String(item["item_code"])),
      ),
    ];
    const satisfaction = codes(true);
    const others = codes(false);
    const answers = levels.map(({ item_code, answer_level }) => ({
      item: String(item_code),
      level: Number(answer_level),
    }));
    const names = [
      ...satisfaction.flatMap((item) => [`satisfied_${item}`, `counted_${item}`]),
      ...others.map((item) => `answered_${item}`),
      ...answers.map(({ item, level }) => `chosen_${item}_${level}`),
    ];
    const counts = (rule: Row) => {
      const held = new Map(
        items
          .filter((item) => item["instrument_code"] === rule["instrument_code"])
          .map((item) => [String(item["item_code"]), item["dont_know"] ?? null]),
      );
      const answered = (item: string) =>
        held.get(item) === null
          ? `count(item_${item})`
          : `count(case when not list_contains(${held.get(item)}, item_${item}) then 1 end)`;
      const expressions = [
        ...satisfaction.flatMap((item) =>
          held.has(item)
            ? [
                `coalesce(count_if(item_${item} >= ${rule["satisfied_from"]}), 0)`,
                rule["denominator"] === "all_responses" ? "count(*)" : `count(item_${item})`,
              ]
            : ["0", "0"],
        ),
        ...others.map((item) => (held.has(item) ? answered(item) : "0")),
        ...answers.map(({ item, level }) =>
          held.has(item) ? `coalesce(count_if(item_${item} = ${level}), 0)` : "0",
        ),
      ];
      return expressions.map((expression, at) => `(${expression})::integer as ${names[at]}`);
    };
    return { names, counts };
  },
};
