import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { meanAnchor } from "../../reports/anchor.ts";
import { scoredChapter } from "../../reports/scorecards/scorecardRows.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import { nationalLink } from "./bundleLink.ts";
import type { Origin } from "./explanation.ts";
import type { Subject } from "./subject.ts";

/** Nodes of which a mean of units that are scored from scorecards is held: of all, or of a region, group or type. */
export function summaryNodes(ask: Ask, subject: Subject): Promise<Row[]> {
  return ask(
    `select distinct node_code, node_name, node_name_en, node_order from marts.par_summaries n where ${whose(subject)} order by node_order`,
  );
}

/** The column that says which units a mean of each level is over. */
const memberColumn: Readonly<Record<string, string>> = {
  region: "region_code",
  group: "group_code",
  type: "unit_type",
};

const whose = ({ round_code, index_code, domain_level, domain_code }: Subject) =>
  `n.round_code = ${sqlLiteral(round_code)} and n.index_code = ${sqlLiteral(index_code)} and n.domain_level = ${sqlLiteral(domain_level)}
    and n.domain_code = ${sqlLiteral(domain_level === "nation" ? "all" : domain_code)}`;

/** A mean of ranked units: the units that are in it, each with its own value and error. */
export async function summaryOrigin(ask: Ask, subject: Subject, node: string): Promise<Origin> {
  const rows = await ask(`
    select n.ranking_code, n.domain_code, n.node_name, n.node_name_en, n.n_units, n.percent, n.percent_se, n.percent_df, n.percent_low, n.percent_high,
      n.percent_status, n.median_percent, n.best_percent, n.best_unit_name, n.lowest_percent, n.lowest_unit_name, n.provenance
    from marts.par_summaries n where ${whose(subject)} and n.node_code = ${sqlLiteral(node)} order by n.is_fictional, n.ranking_code`);
  const { node_name, node_name_en, provenance, ...figure } = rows[0] as Row;
  const units = await ask(`
    select s.ranking_code, s.unit_code, s.unit_name, e.percent, e.percent_se, e.percent_df, e.percent_status
    from marts.par_standings s
    join scores.par_node_errors e
      on e.round_code = s.round_code and e.index_code = s.index_code and e.unit_code = s.unit_code and e.node_code = ${sqlLiteral(node)}
    join scores.par_ranks r on r.round_code = s.round_code and r.index_code = s.index_code and r.unit_code = s.unit_code
    where s.round_code = ${sqlLiteral(subject.round_code)} and s.index_code = ${sqlLiteral(subject.index_code)} and s.rank_status = 'ranked'
      and r.ranking_code = ${sqlLiteral(String(figure["ranking_code"]))}
      ${subject.domain_level === "nation" ? "" : `and r.${memberColumn[subject.domain_level]} = ${sqlLiteral(subject.domain_code)}`}
    order by s.ranking_code, e.percent desc, s.unit_code`);
  return {
    node_code: node,
    node_name: String(node_name),
    node_name_en: String(node_name_en),
    provenance: String(provenance),
    mart: "marts.par_summaries",
    figure,
    how: [
      "The mean of the ranked units, each counting the same; a unit without a rank is in no mean.",
      "Its variance is the sum of the units' own variances over the square of their number: the units are all there are, so they are no sample.",
    ],
    parts: [
      { part: "units", title: "The ranked units that are in it", rows: units },
      ...(rows.length > 1
        ? [
            {
              part: "rankings",
              title: "The same of the units that are ranked apart from these",
              rows: rows.slice(1),
            },
          ]
        : []),
    ],
    sources: [],
    ...placeOf(subject, node, figure, String(provenance)),
  };
}

/** Of a region, group or type the national report shows the mean of the total alone: nearest to that of an area. */
function placeOf(
  { round_code, index_code, domain_level }: Subject,
  node: string,
  { ranking_code, domain_code }: Row,
  provenance: string,
): Pick<Origin, "link" | "isNearest"> {
  if (index_code === "sipas") return { link: null };
  const isNearest = domain_level !== "nation" && node !== "total";
  const anchor = meanAnchor(
    round_code,
    String(ranking_code),
    String(domain_code),
    isNearest ? "total" : node,
  );
  const chapter = scoredChapter[index_code];
  return { link: nationalLink(chapter, round_code, provenance === "illustrative", anchor), isNearest };
}
