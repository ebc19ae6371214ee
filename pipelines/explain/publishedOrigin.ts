import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { printedAnchor } from "../../reports/anchor.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import { bundleLink, nationalLink } from "./bundleLink.ts";
import type { Origin } from "./explanation.ts";
import { type Subject, whose } from "./subject.ts";

/** The published blocks of a ministry by our own node codes, with how each is called where it was printed. */
const blocks = { total: "total", appraised: "appraised", survey: "survey" } as const;

/** Components that were published of a subject, each as often as it was printed. */
export async function publishedFigures(ask: Ask, subject: Subject): Promise<Row[]> {
  const { domain_level, domain_code, round_code, index_code } = subject;
  const code =
    domain_level === "nation"
      ? "true"
      : domain_level === "region"
        ? `region_code = ${sqlLiteral(domain_code)}`
        : `unit_code = ${sqlLiteral(domain_code)}`;
  const where = `year = ${Number(round_code)} and domain_level = ${sqlLiteral(domain_level)} and ${code}`;
  if (index_code === "sipas")
    return ask(`select component as node_code, component as node_name, domain_name, value, unit_of_value, n_respondents as n, published_rank, provenance, is_uncertain, note as derivation, source_url
      from spec.published_sipas where ${where} order by all`);
  const level = index_code === "par_ministry" ? "ministry" : "province";
  return ask(`select component as node_code, component as node_name, domain_name, value, max_points, published_rank, provenance, derivation, source_url
    from spec.published_par where unit_level = '${level}' and ${where} order by all`);
}

/** A ministry's printed points of a round: total, appraised and survey. */
export async function ministryScore(ask: Ask, subject: Subject): Promise<Row | undefined> {
  const [row] = await ask(`select * from marts.par_ministry_scores n where ${whose(subject)}`);
  return row;
}

export const ministryNodes = Object.keys(blocks);

/** A printed figure of a ministry: what was printed, where, and what was made of it. */
export async function ministryOrigin(ask: Ask, score: Row, node: string, subject: Subject): Promise<Origin> {
  const lost = await ask(`
    select lost_points, lost_share, loss_kind, error_status from marts.par_lost_points n
    where ${whose(subject)} and node_code = ${sqlLiteral(node)}`);
  const points = score[`${node}_points`] ?? null;
  const max = score[`${node}_max`] ?? null;
  const isTotal = node === "total";
  return {
    node_code: node,
    node_name:
      { total: "Tổng điểm", appraised: "Điểm thẩm định", survey: "Điểm điều tra xã hội học" }[node] ?? node,
    node_name_en: { total: "Total", appraised: "Appraised points", survey: "Survey points" }[node] ?? node,
    provenance: String(score["provenance"]),
    mart: "marts.par_ministry_scores",
    figure: {
      points,
      max_points: max,
      score_status: score["score_status"] ?? null,
      reason: score["reason"] ?? null,
      ...(isTotal
        ? {
            index_rank: score["index_rank"] ?? null,
            n_ranked: score["n_ranked"] ?? null,
            group_code: score["group_code"] ?? null,
          }
        : {}),
    },
    how: [
      "The points are as printed, digit for digit; they were not computed here.",
      ...(isTotal
        ? ["The rank is made again from the printed totals and must equal the published one."]
        : []),
      "No error can be given: the survey part was printed without one.",
    ],
    parts: [
      ...(lost.length > 0
        ? [{ part: "lost", title: "Lost points: the maximum less what is printed", rows: lost }]
        : []),
      ...(isTotal
        ? [
            {
              part: "printed",
              title: "The printed parts; they may add up 0.01 apart from the printed total",
              rows: [
                {
                  appraised_points: score["appraised_points"] ?? null,
                  survey_points: score["survey_points"] ?? null,
                  sum_of_parts: score["sum_of_parts"] ?? null,
                  total_points: score["total_points"] ?? null,
                  published_rank: score["published_rank"] ?? null,
                },
              ],
            },
          ]
        : []),
    ],
    sources: score["source_url"] == null ? [] : [String(score["source_url"])],
    link: bundleLink(subject, printedAnchor(subject.round_code, node), false),
  };
}

/** A figure that was read on a page and is held as it was printed. */
export async function publishedOrigin(ask: Ask, rows: readonly Row[], subject: Subject): Promise<Origin> {
  const first = rows[0] as Row;
  const { source_url, node_code, node_name, domain_name, ...figure } = first;
  return {
    node_code: String(node_code),
    node_name: String(node_name),
    node_name_en: String(node_name),
    provenance: String(first["provenance"]),
    mart: subject.index_code === "sipas" ? "spec.published_sipas" : "spec.published_par",
    figure,
    how: [
      first["provenance"] === "published"
        ? "The figure was read on the page named below; it was not computed here."
        : "The figure follows from published ones as the derivation says.",
    ],
    parts:
      rows.length > 1 ? [{ part: "printed", title: "The same figure wherever it was printed", rows }] : [],
    sources: [...new Set(rows.map((row) => String(row["source_url"])))],
    link: await printedLink(ask, rows, subject),
  };
}

/** Where the release prints it again: a unit's own history, or the national tables of published values; null: nowhere. */
async function printedLink(ask: Ask, rows: readonly Row[], subject: Subject): Promise<string | null> {
  const { round_code: year, index_code, domain_level, domain_code } = subject;
  const node = String(rows[0]?.["node_code"]);
  const printed = rows.filter((row) => row["provenance"] === "published" && row["value"] !== null);
  const domain = String(printed[0]?.["domain_name"]);
  if (index_code === "sipas") {
    const shown = printed.some((row) => row["is_uncertain"] === false && row["unit_of_value"] === "percent");
    const anchor = printedAnchor(year, "sipas", domain_level, domain, node);
    return shown ? nationalLink("method", null, false, anchor) : null;
  }
  if (domain_level === "nation" || domain_level === "region") {
    const anchor = printedAnchor(year, index_code, domain_level, domain, node);
    return printed.length > 0 ? nationalLink("par_history", null, false, anchor) : null;
  }
  if (node !== "total") return null;
  const invented = await ask(
    `from marts.sipas_ranking where unit_code = ${sqlLiteral(domain_code)} and provenance = 'illustrative' limit 1`,
  );
  const isIllustrative = domain_level === "province" && invented.length > 0;
  return bundleLink(subject, printedAnchor(year, index_code, "total"), isIllustrative);
}
