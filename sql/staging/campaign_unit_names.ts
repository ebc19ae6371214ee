import { matchUnitNames } from "../matchUnitNames.ts";
import { defineRows } from "../table.ts";

/** An unknown name stops nothing here: whoever bears it is counted with no unit, and listed. */
export default defineRows({
  head: {
    summary:
      "Every name under which a participant's list, a poll or a question speaks of a unit, and the ministry or province it means; empty where it means none.",
    grain: ["round_code", "unit_name"],
  },
  inputs: {
    names: `
      select distinct round_code, unit_name
      from (
        select round_code, unit_name from raw.participants
        semi join spec.campaign_forms using (round_code, instrument_code)
        union all select round_code, unit_name from raw.polls
        union all select round_code, unit_name from raw.questions
      )
      where unit_name is not null
      order by all`,
    aliases: "select unit_level, alias_key, unit_code from spec.unit_aliases order by all",
    units:
      "select round_code, unit_level, unit_code, unit_name, is_fictional from spec.campaign_units order by all",
  },
  columns: { round_code: "VARCHAR", unit_name: "VARCHAR", unit_level: "VARCHAR", unit_code: "VARCHAR" },
  *rows({ names = [], aliases = [], units = [] }) {
    const match = matchUnitNames(aliases);
    const codes = new Set(
      units.map((unit) => `${unit["round_code"]}/${unit["unit_level"]}/${unit["unit_code"]}`),
    );
    const fictional = new Map(
      units
        .filter((unit) => unit["is_fictional"])
        .map((unit) => [`${unit["round_code"]}/${unit["unit_name"]}`, unit]),
    );
    for (const { round_code, unit_name } of names) {
      const name = String(unit_name);
      const known = ["province", "ministry"]
        .map((unit_level) => ({
          unit_level,
          unit_code: match(unit_level, name, (code) => codes.has(`${round_code}/${unit_level}/${code}`)),
        }))
        .find((found) => found.unit_code !== null);
      const { unit_level = null, unit_code = null } = known ?? fictional.get(`${round_code}/${name}`) ?? {};
      yield { round_code: round_code!, unit_name: name, unit_level, unit_code };
    }
  },
});
