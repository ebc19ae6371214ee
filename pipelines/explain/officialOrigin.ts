import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { nodeAnchor } from "../../reports/anchor.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import { bundleLink } from "./bundleLink.ts";
import type { Origin, Part } from "./explanation.ts";
import { type Subject, whose } from "./subject.ts";

/** The items that officials answered about a unit, or none. */
export function officialItems(ask: Ask, subject: Subject): Promise<Row[]> {
  return ask(`
    select distinct node_code, node_name, node_name_en, node_order from marts.par_survey n
    where ${whose(subject)} and node_kind = 'item' order by node_order`);
}

/** The share of points of one item, by the answers of each class of nonresponse. */
export async function officialOrigin(ask: Ask, subject: Subject, node: string): Promise<Origin> {
  const groups = await ask(`
    select node_name, node_name_en, leaf_code, group_code, group_name, n_listed, n_responses, percent, percent_se, percent_df, percent_low,
      percent_high, percent_n, percent_status, provenance
    from marts.par_survey n where ${whose(subject)} and n.node_code = ${sqlLiteral(node)} order by group_order`);
  const all = groups.find((row) => row["group_code"] === "all") as Row;
  const { node_name, node_name_en, provenance, group_code, group_name, ...figure } = all;
  // what is shown of all groups but one would tell the suppressed one
  const isOpen = groups.every((row) => row["percent_status"] === "ok");
  return {
    node_code: node,
    node_name: String(node_name),
    node_name_en: String(node_name_en),
    provenance: String(provenance),
    mart: "marts.par_survey",
    figure,
    how: [
      "Each answer gives a share of the item's points, as the round's rule says; blanks are left out.",
      "Within a class of nonresponse those who answered stand for every name on its lists; the share is the sum over classes of weight times mean.",
      "The error is that of nonresponse alone, assuming answers missing at random within class; named lists are neither a census nor a random sample.",
      ...(isOpen ? [] : ["A cell with too few answers is suppressed: nothing is shown by class or answer."]),
    ],
    parts: [
      ...(await questionPart(ask, subject, node)),
      ...(isOpen
        ? [await classesPart(ask, subject, node), await answersPart(ask, subject, node), groupsPart(groups)]
        : []),
    ],
    sources: [],
    link: bundleLink(subject, nodeAnchor(subject.round_code, node), provenance === "illustrative"),
  };
}

async function questionPart(ask: Ask, subject: Subject, node: string): Promise<Part[]> {
  const rows = await ask(`
    select r.instrument_code, i.question_code, l.node_code as leaf_code, r.combine_rule, r.group_rule, r.merge_classes_below, r.minimum_n,
      (select string_agg(answer_level || ': ' || round(share_percent::double, 6) || ' %', ', ' order by answer_level)
       from spec.official_answer_shares a where a.round_code = r.round_code and a.index_code = r.index_code) as answer_shares
    from spec.official_rules r
    join spec.official_leaves l on l.round_code = r.round_code and l.index_code = r.index_code and l.item_code = ${sqlLiteral(node)}
    join spec.official_items i on i.instrument_code = r.instrument_code and i.item_code = l.item_code
    where r.round_code = ${sqlLiteral(subject.round_code)} and r.index_code = ${sqlLiteral(subject.index_code)}`);
  return [{ part: "question", title: "The question, its leaf, and the rules of the round", rows }];
}

async function classesPart(ask: Ask, subject: Subject, node: string): Promise<Part> {
  const rows = await ask(`
    with
    classes as (
      select unnest(string_split(n.classes, ' ')) as class_code
      from marts.par_survey n
      where ${whose(subject)} and n.node_code = ${sqlLiteral(node)} and n.group_code = 'all'
    ),
    lists as (
      select n.group_code, n.n_listed, n.n_responses, coalesce(w.group_weight, n.n_listed / sum(n.n_listed) over ()) as group_weight
      from clean.official_lists n
      join spec.official_group_weights w using (round_code, index_code, group_code)
      where ${whose(subject)}
    ),
    answers as (
      select n.group_code, count(*) as n_answers, sum(n.share_e6) as share_e6
      from clean.official_answers n
      where ${whose(subject)} and n.item_code = ${sqlLiteral(node)}
      group by all
    )
    select
      c.class_code,
      sum(l.n_listed)::integer as n_listed,
      sum(l.n_responses)::integer as n_responses,
      sum(a.n_answers)::integer as n_answers,
      sum(l.group_weight) / sum(sum(l.group_weight)) over () as weight,
      (sum(a.share_e6) / 1000000 / sum(a.n_answers))::double as mean_percent
    from classes c
    join lists l on list_contains(string_split(c.class_code, '+'), l.group_code)
    left join answers a using (group_code)
    group by c.class_code order by c.class_code`);
  return { part: "classes", title: "Classes of nonresponse: the share is the sum of weight × mean", rows };
}

async function answersPart(ask: Ask, subject: Subject, node: string): Promise<Part> {
  const rows = await ask(`
    select (n.share_e6 / 1000000)::double as percent_of_points, count(*)::integer as n_answers
    from clean.official_answers n
    where ${whose(subject)} and n.item_code = ${sqlLiteral(node)}
    group by all order by percent_of_points`);
  return { part: "answers", title: "Answers that count, by the share of points they give", rows };
}

function groupsPart(groups: readonly Row[]): Part {
  return {
    part: "groups",
    title: "The share by group of respondents",
    rows: groups.map(({ group_code, n_listed, n_responses, percent, percent_se, percent_n }) => ({
      group_code: group_code ?? null,
      n_listed: n_listed ?? null,
      n_responses: n_responses ?? null,
      percent: percent ?? null,
      percent_se: percent_se ?? null,
      percent_n: percent_n ?? null,
    })),
  };
}
