import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { nodeAnchor } from "../../reports/anchor.ts";
import type { Row } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import { bundleLink, nationalLink } from "./bundleLink.ts";
import type { Origin, Part } from "./explanation.ts";
import { sipasComparisons } from "./sipasComparisons.ts";
import type { Subject } from "./subject.ts";

/** The nodes of SIPAS that a domain has, or none. */
export function sipasNodes(ask: Ask, subject: Subject): Promise<Row[]> {
  return ask(
    `select distinct node_code, node_name, node_name_en, node_order from marts.sipas_nodes n where ${whose(subject)} order by node_order`,
  );
}

const whose = ({ round_code, domain_level, domain_code }: Subject) =>
  `n.round_code = ${sqlLiteral(round_code)} and n.domain_level = ${sqlLiteral(domain_level)} and n.domain_code = ${sqlLiteral(domain_code)}`;

/** A SIPAS value: of an item by its answers and weights, of any other node by what is below it and the round's rules. */
export async function sipasOrigin(ask: Ask, subject: Subject, node: string): Promise<Origin> {
  const rows = await ask(`
    select recipe_code, is_shown_recipe, node_level, node_name, node_name_en, share_percent, share_percent_se, share_percent_df, share_percent_low,
      share_percent_high, share_percent_n, share_percent_n_eff, share_percent_deff, share_percent_status, interval_rule, provenance
    from marts.sipas_nodes n where ${whose(subject)} and node_code = ${sqlLiteral(node)} order by is_shown_recipe desc, recipe_code`);
  const shown = rows[0] as Row;
  const level = String(shown["node_level"]);
  const isSuppressed = shown["share_percent_status"] === "suppressed";
  return {
    node_code: node,
    node_name: String(shown["node_name"]),
    node_name_en: String(shown["node_name_en"]),
    provenance: String(shown["provenance"]),
    mart: "marts.sipas_nodes",
    figure: values(shown),
    how: steps(level, isSuppressed),
    parts: [
      { part: "recipes", title: "Under each recipe of weights; neither is official", rows: rows.map(values) },
      ...(level === "item"
        ? await itemParts(ask, subject, node, isSuppressed)
        : [await childrenPart(ask, subject, node)]),
      await weightsPart(ask, subject),
      await rulesPart(ask, subject, level),
      ...(isSuppressed ? [] : await sipasComparisons(ask, subject, node, level)),
    ],
    sources: [],
    ...placeOf(subject, node, level, String(shown["provenance"])),
  };
}

/** Of a region the national report shows the overall value alone: nearest to that of any other node. */
function placeOf(
  subject: Subject,
  node: string,
  level: string,
  provenance: string,
): Pick<Origin, "link" | "isNearest"> {
  const { round_code: round, domain_level, domain_code } = subject;
  const isIllustrative = provenance === "illustrative";
  if (domain_level === "province")
    return { link: bundleLink(subject, nodeAnchor(round, node), isIllustrative) };
  const anchor = domain_level === "nation" ? node : `overall-${domain_code}`;
  return {
    link: nationalLink("sipas", round, isIllustrative, nodeAnchor(round, anchor)),
    isNearest: domain_level === "region" && level !== "overall",
  };
}

function values({ node_name, node_name_en, provenance, is_shown_recipe, ...row }: Row): Row {
  return row;
}

function steps(level: string, isSuppressed: boolean): string[] {
  return [
    level === "item"
      ? "The share is the weighted number of satisfied answers over the weighted number of counted answers, from exact sums."
      : "The share is made of the nodes below it as the rules say; where answers are pooled, of all answers below.",
    "The standard error is by linearisation over every stage of the sample, with finite-population corrections and raking residuals; the interval is Student's t.",
    ...(isSuppressed
      ? ["Below the round's smallest number of answers nothing is shown: not the counts either."]
      : []),
  ];
}

/** Counts and weighted sums, never a response. Nothing of a suppressed cell. */
async function itemParts(ask: Ask, subject: Subject, node: string, isSuppressed: boolean): Promise<Part[]> {
  const [item] = await ask(`
    select i.question_code, i.item_name, i.item_name_en, i.factor_code, i.part_code, r.satisfied_from, r.denominator, i.instrument_code
    from spec.items i join spec.sipas_rules r using (instrument_code)
    where r.round_code = ${sqlLiteral(subject.round_code)} and i.item_code = ${sqlLiteral(node)}`);
  const question = { part: "question", title: "The question", rows: item === undefined ? [] : [item] };
  if (isSuppressed) return [question];
  const answers = await ask(`
    select
      w.recipe_code,
      sum(c.satisfied_${node})::bigint as n_satisfied,
      sum(c.counted_${node})::bigint as n_counted,
      sum(w.weight_e9::hugeint * c.satisfied_${node})::hugeint as satisfied_e9,
      sum(w.weight_e9::hugeint * c.counted_${node})::hugeint as counted_e9
    from weights.cluster_cells c
    join weights.cell_weights w using (round_code, index_code, unit_code, cell_key, entering_weight_e9)
    where c.round_code = ${sqlLiteral(subject.round_code)} and c.unit_code in ${unitsOf(subject)}
    group by all order by recipe_code`);
  const rows = answers.map((row) => ({
    ...row,
    quotient_percent: percent(row["satisfied_e9"] as bigint, row["counted_e9"] as bigint),
  }));
  const title = "Answers: counts, and sums of weights in units of 1e-9";
  return [question, { part: "answers", title, rows }];
}

/** The quotient of two exact sums to eight decimals, as text. */
function percent(over: bigint, under: bigint): string | null {
  if (under === 0n) return null;
  const digits = ((over * 10n ** 11n) / under).toString().padStart(10, "0");
  return `${digits.slice(0, -9) || "0"}.${digits.slice(-9)}`;
}

function unitsOf({ round_code, domain_level, domain_code }: Subject): string {
  return `(select unit_code from estimates.domains where round_code = ${sqlLiteral(round_code)}
    and domain_level = ${sqlLiteral(domain_level)} and domain_code = ${sqlLiteral(domain_code)})`;
}

async function childrenPart(ask: Ask, subject: Subject, node: string): Promise<Part> {
  const rows = await ask(`
    select node_code, node_name, share_percent, share_percent_se, share_percent_n, share_percent_status from marts.sipas_nodes n
    where ${whose(subject)} and parent_node_code = ${sqlLiteral(node)} and is_shown_recipe order by node_order`);
  return { part: "children", title: "What is below it, under the recipe shown", rows };
}

async function weightsPart(ask: Ask, subject: Subject): Promise<Part> {
  const rows = await ask(`
    select unit_code, n_responses, adults_margin, sum_base_weight, calibration_factor_min, calibration_factor_max, kish_deff, n_eff
    from marts.weighting where round_code = ${sqlLiteral(subject.round_code)} and unit_code in ${unitsOf(subject)} order by unit_code`);
  return { part: "weights", title: "Weights: responses, adults, base weights, factors of raking", rows };
}

async function rulesPart(ask: Ask, { round_code }: Subject, level: string): Promise<Part> {
  const ofLevel: Readonly<Record<string, readonly string[]>> = {
    item: ["satisfied_from", "denominator", "minimum_n"],
    factor: ["factor"],
    part: ["part"],
    overall: ["service_weight"],
  };
  const wanted = [...(ofLevel[level] ?? []), "nation", "interval"].map(sqlLiteral).join(", ");
  const rows = await ask(`
    select rule_code, rule_value, rule_value_en, rule_status from spec.method_rules
    where round_code = ${sqlLiteral(round_code)} and index_code = 'sipas' and rule_code in (${wanted}) order by rule_order`);
  return { part: "rules", title: "Rules of the round, and what stands behind them", rows };
}
