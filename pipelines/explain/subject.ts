import { UsageError } from "../../models/errors.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { unitNameKey } from "../../models/units/unitNameKey.ts";
import { type PlainKey, wordsOf } from "../../reports/messages/words.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";

export const indexCodes = ["sipas", "par_province", "par_ministry"] as const;
export type IndexCode = (typeof indexCodes)[number];

/** Whose figure is asked for: a unit, or a region, group, type or all of them, in one index of one round. */
export interface Subject {
  readonly round_code: string;
  readonly index_code: IndexCode;
  readonly domain_level: "province" | "ministry" | "region" | "group" | "type" | "nation";
  readonly domain_code: string;
  readonly name: string;
  readonly name_en: string;
  readonly is_fictional: boolean;
}

/** Which rows of a table, by its alias, are those of a unit in an index of a round. */
export const whose = ({ round_code, index_code, domain_code }: Subject, table = "n"): string =>
  `${table}.round_code = ${sqlLiteral(round_code)} and ${table}.index_code = ${sqlLiteral(index_code)} and ${table}.unit_code = ${sqlLiteral(domain_code)}`;

/** What was asked, as it was typed. */
export interface SubjectRequest {
  readonly round: string;
  readonly index: string;
  readonly unit: string;
}

/**
 * The unit of a code, name or alias that has figures in a round and index of a build.
 *
 * @throws UsageError that names the rounds, indices or units that there are
 */
export async function findSubject(ask: Ask, { round, index, unit }: SubjectRequest): Promise<Subject> {
  const held = await ask(`
    select distinct round_code, index_code from (
      select round_code, index_code from marts.sipas_nodes
      union all select round_code, index_code from marts.par_lost_points
      union all select round_code, index_code from marts.par_ministry_scores
      union all select round_code, index_code from marts.par_history
      union all select round_code, index_code from marts.sipas_published
      union all select round_code, index_code from marts.par_means
    ) order by all`);
  const rounds = [...new Set(held.map((row) => String(row["round_code"])))];
  if (!rounds.includes(round))
    throw new UsageError(`This build has no round ${round}.`, { hint: `It has ${rounds.join(", ")}.` });
  const indices = held.filter((row) => row["round_code"] === round).map((row) => String(row["index_code"]));
  const indexCode = indexCodes.find((code) => [code, ...labels(`index.${code}`)].some(isSpelled(index)));
  if (indexCode === undefined || !indices.includes(indexCode))
    throw new UsageError(`The round ${round} has no index "${index}" in this build.`, {
      hint: `It has ${indices.join(", ")}.`,
    });
  const subjects = await subjectsOf(ask, round, indexCode);
  const found =
    subjects.find(({ domain_code }) => domain_code === unit) ?? (await byName(ask, subjects, unit));
  if (found !== undefined) return found;
  throw new UsageError(`No unit with figures of ${index} ${round} has the code or name "${unit}".`, {
    hint: `There are: ${subjects.map(({ domain_code, name }) => `${name} (${domain_code})`).join(", ")}.`,
  });
}

/** Everyone with a figure in the round's index. */
async function subjectsOf(ask: Ask, round: string, index: IndexCode): Promise<Subject[]> {
  const at = (column: string) =>
    `where ${column}.round_code = ${sqlLiteral(round)} and ${column}.index_code = ${sqlLiteral(index)}`;
  const year = Number(round);
  const level = index === "par_ministry" ? "ministry" : "province";
  const rows = await ask(`
    select domain_level, domain_code, any_value(name) as name, any_value(name_en) as name_en, bool_or(is_fictional) as is_fictional from (
      select domain_level, domain_code, domain_name as name, domain_name_en as name_en, false as is_fictional from marts.sipas_nodes n ${at("n")}
      union all select '${level}', unit_code, unit_name, unit_name_en, is_fictional from marts.par_lost_points p ${at("p")}
      union all select domain_level, if(domain_level = 'nation', 'vn', domain_code), if(domain_level = 'nation', 'Cả nước', domain_name),
        if(domain_level = 'nation', 'Nation', domain_name_en), false
        from marts.par_summaries s ${at("s")}
      union all select 'ministry', unit_code, unit_name, unit_name_en, false from marts.par_ministry_scores m ${at("m")}
      union all select h.domain_level, coalesce(h.unit_code, h.region_code, 'vn'), coalesce(u.unit_name, r.region_name, 'Cả nước'), coalesce(u.unit_name_en, r.region_name_en, 'Nation'), false
        from ${index === "sipas" ? "spec.published_sipas" : `(from spec.published_par where unit_level = '${level}')`} h
        left join spec.units u using (unit_code) left join spec.regions r on r.region_code = h.region_code and h.unit_code is null
        where h.year = ${year} and h.domain_level in ('province', 'ministry', 'region', 'nation')
    ) group by domain_level, domain_code order by domain_level, domain_code`);
  return rows.map((row) => {
    const subject = { ...(row as Row & Subject), round_code: round, index_code: index };
    if (subject.domain_level !== "type") return subject;
    const [name, name_en] = labels(`unit_type.${subject.domain_code}` as "unit_type.city");
    return { ...subject, name, name_en };
  });
}

/** What pages call a thing in Vietnamese and in English. */
const labels = (key: PlainKey): readonly [string, string] => [wordsOf("vi").say(key), wordsOf("en").say(key)];

/** Whether a name is what was typed, whatever its case, spaces and marks. */
const isSpelled = (typed: string) => (name: string) => unitNameKey(name) === unitNameKey(typed);

/** The code of the node that is called so, in either language; undefined: none is. */
export function nodeOfName(nodes: readonly Row[], typed: string): string | undefined {
  const names = ({ node_name, node_name_en }: Row) => [String(node_name ?? ""), String(node_name_en ?? "")];
  const found = nodes.find((row) => names(row).some(isSpelled(typed)));
  return found === undefined ? undefined : String(found["node_code"]);
}

/** By any spelling: a name in both languages, an alias of the registry, "cả nước" for the nation. */
async function byName(ask: Ask, subjects: readonly Subject[], typed: string): Promise<Subject | undefined> {
  const key = unitNameKey(typed);
  const own = subjects.find(({ name, name_en }) => unitNameKey(name) === key || unitNameKey(name_en) === key);
  if (own !== undefined) return own;
  if (["cả nước", "toàn quốc", "nation", "national"].some((name) => unitNameKey(name) === key))
    return subjects.find(({ domain_level }) => domain_level === "nation");
  const aliases = await ask(
    `select unit_level, unit_code from spec.unit_aliases where alias_key = ${sqlLiteral(key)}`,
  );
  return subjects.find((subject) =>
    aliases.some(
      (row) => row["unit_code"] === subject.domain_code && row["unit_level"] === subject.domain_level,
    ),
  );
}
