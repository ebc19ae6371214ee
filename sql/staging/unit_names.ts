import { matchUnitNames } from "../matchUnitNames.ts";
import { defineRows } from "../table.ts";

/** Names are matched in TypeScript because spelling, dashes, tone placement and legacy code pages are rules of text, not joins. */
export default defineRows({
  head: {
    summary: "Every name under which a source speaks of a unit, and the unit it means in that round.",
    grain: ["round_code", "unit_level", "unit_name"],
    checks: {
      "no rows": {
        "every unit name is known: an unknown name never makes a new unit":
          "select round_code, unit_level, unit_name, store_code from this where unit_code is null",
      },
    },
  },
  inputs: {
    names: `
      select round_code, 'province' as unit_level, unit_name, min(store_code) as store_code
      from raw.sample_units group by all
      union
      select round_code, if(index_code = 'par_ministry', 'ministry', 'province'), unit_name, min(store_code)
      from raw.scorecards s
      where not exists (
        from spec.fictional_units f
        where f.unit_name = s.unit_name and f.unit_level = if(s.index_code = 'par_ministry', 'ministry', 'province')
          and s.provenance = 'illustrative')
      group by all
      union
      select p.round_code, if(i.index_code = 'par_ministry', 'ministry', 'province'), p.unit_name, min(p.store_code)
      from raw.participants p
      join spec.instruments i on i.instrument_code = p.instrument_code and i.is_for_named_lists
      where not exists (
        from spec.fictional_units f
        where f.unit_name = p.unit_name and f.unit_level = if(i.index_code = 'par_ministry', 'ministry', 'province')
          and p.provenance = 'illustrative')
      group by all
      order by all`,
    aliases: "select unit_level, alias_key, unit_code from spec.unit_aliases order by all",
    units: "select distinct round_code, unit_level, unit_code from spec.round_units order by all",
  },
  columns: {
    round_code: "VARCHAR",
    unit_level: "VARCHAR",
    unit_name: "VARCHAR",
    unit_code: "VARCHAR",
    store_code: "VARCHAR",
  },
  *rows({ names = [], aliases = [], units = [] }) {
    const inRound = new Set(
      units.map((unit) => `${unit["round_code"]}/${unit["unit_level"]}/${unit["unit_code"]}`),
    );
    const match = matchUnitNames(aliases);
    for (const name of names) {
      const level = String(name["unit_level"]);
      const isKnown = (code: string) => inRound.has(`${name["round_code"]}/${level}/${code}`);
      yield { ...name, unit_code: match(level, String(name["unit_name"]), isKnown) };
    }
  },
});
