/** How a column of a mart follows: in words, and where the mart itself holds what it follows from, as an expression of SQL over its rows. */
export interface Formula {
  readonly column: string;
  readonly words: string;
  readonly sql?: string;
}

const interval = "the interval is Student's t with the degrees of freedom beside it";
const linearised = `the error is by linearisation over every stage of the sample; ${interval}`;
const printed = "as it was printed, digit for digit; it was not computed here";
const days = "counted in the store, as it was known at the end of the day";

/** Per mart whose rows a reader may ask for, how its figures are made. The first line says it of the row; formulas give single columns. */
export const formulasOf: Readonly<Record<string, readonly Formula[]>> = {
  action_plan: [
    {
      column: "matter_order",
      words:
        "leaves by lost points, then items that the sample establishes below the rest, then the largest differences that it does not",
    },
  ],
  field_quality: [
    {
      column: "robust_z",
      words: "distance from the peers' median over 1.4826 times their median absolute deviation",
    },
  ],
  fieldwork: [
    {
      column: "response_rate_percent",
      words:
        "100 × those completed of the persons first drawn ÷ persons first drawn and not ineligible (AAPOR RR1)",
    },
  ],
  item_nonresponse: [
    {
      column: "share_percent",
      words: `weighted responses with a blank, or with "cannot tell", of all valid ones; ${linearised}`,
    },
  ],
  item_quality: [
    {
      column: "alpha",
      words:
        "k/(k−1) × (1 − sum of the items' variances ÷ variance of their sum), from weighted covariances over those who answered all k items; its error is over replicates",
    },
  ],
  key_findings: [
    {
      column: "verdict",
      words:
        "established where the test named in test_code holds at 5 %, errors of all comparisons taken together",
    },
  ],
  mail_failures: [
    {
      column: "failing_percent",
      words: "100 × persons of the domain whose last mail failed, of every kind ÷ n_sent",
    },
  ],
  method_rules: [
    { column: "rule_value", words: "as the specification of the round says; a rule is no measurement" },
  ],
  outcome_rates: [
    {
      column: "rate_percent",
      words: "100 × n_numerator ÷ n_denominator",
      sql: "100 * n_numerator / nullif(n_denominator, 0)",
    },
  ],
  par_changes: [
    {
      column: "change_percent",
      words: "percent − earlier_percent; the errors of the two surveys add",
      sql: "percent - earlier_percent",
    },
    {
      column: "rank_change",
      words: "index_rank − earlier_rank, among the units ranked in both",
      sql: "index_rank - earlier_rank",
    },
    { column: "rank_change", words: "own_change + others_change", sql: "own_change + others_change" },
  ],
  par_comparisons: [
    {
      column: "mean_percent",
      words:
        "the plain mean of the units ranked with it, each counting the same; the same for region, group and type",
    },
    { column: "best_percent", words: "the highest value among them; whose it is, is not told here" },
  ],
  par_contradictions: [
    { column: "printed_values", words: "printed figures that cannot all be true; none is mended" },
  ],
  par_history: [{ column: "total_points", words: printed }],
  par_lost_points: [
    {
      column: "lost_share",
      words: "lost_points ÷ unit_lost_points",
      sql: "lost_points / nullif(unit_lost_points, 0)",
    },
    {
      column: "lost_points",
      words: "lost_before_points + lost_in_appraisal_points",
      sql: "lost_before_points + lost_in_appraisal_points",
    },
  ],
  par_means: [{ column: "value", words: printed }],
  par_ministry_scores: [
    { column: "total_points", words: printed },
    {
      column: "sum_of_parts",
      words: "appraised_points + survey_points",
      sql: "appraised_points + survey_points",
    },
    {
      column: "index_percent",
      words: "100 × total_points ÷ total_max",
      sql: "100 * total_points / total_max",
    },
  ],
  par_nodes: [
    { column: "lost_points", words: "max_points − points", sql: "max_points - points" },
    {
      column: "gap_points",
      words: "self_scored_points − self_points",
      sql: "self_scored_points - self_points",
    },
  ],
  par_origins: [
    {
      column: "points",
      words: "what the rule makes of the declared figures, or the exact sum of what is directly below",
    },
  ],
  par_robustness: [
    {
      column: "percent",
      words:
        "the index computed again with the one change that the alternative names; its ranks are made on exact quotients",
    },
  ],
  par_sensitivity: [
    {
      column: "first_share",
      words:
        "Sobol's first-order index of the input: variance over the input of the mean of Y given it ÷ variance of Y, with Y the mean absolute rank shift of a run; every input varies at once, each of its ways as likely as the others, over n_runs seeded runs",
    },
    {
      column: "total_share",
      words:
        "Sobol's total index: 1 − variance of the mean of Y given all other inputs ÷ variance of Y; what it exceeds first_share by is interaction",
    },
    {
      column: "first_share_se",
      words: "the spread over the batches of the simulation; it is no error of the survey",
    },
    { column: "rank_median", words: "quantiles of the unit's rank over the same runs" },
  ],
  par_standings: [
    {
      column: "index_percent",
      words: "100 × points ÷ max_points, exact to nine decimals",
      sql: "100 * points / max_points",
    },
    { column: "index_rank", words: "1 + the units of the ranking with a higher exact quotient" },
  ],
  par_summaries: [
    {
      column: "percent",
      words:
        "the plain mean of the ranked units; its variance is the sum of their variances over the square of their number",
    },
  ],
  par_survey: [
    {
      column: "response_percent",
      words: "100 × n_responses ÷ n_listed",
      sql: "100 * n_responses / nullif(n_listed, 0)",
    },
    {
      column: "percent",
      words:
        "within a class of nonresponse those who answered stand for every name on its lists: the sum over classes of weight × mean; the error is that of nonresponse alone",
    },
  ],
  par_what_if: [
    { column: "gain_points", words: "max_points − points of the leaf", sql: "max_points - points" },
    {
      column: "total_after_points",
      words: "the total with every leaf of the plan at its maximum; all other units are held at their values",
    },
  ],
  par_what_if_parts: [
    { column: "points", words: "exact points of the leaf as they stand; a goal's need is that of its plan" },
  ],
  participation: [{ column: "n_valid", words: days }],
  participation_balance: [{ column: "n", words: `${days}; the reasons add up to all submissions` }],
  participation_signals: [
    { column: "signal_code", words: "what the round's rules for the campaign ask to look at on the day" },
  ],
  participation_trend: [{ column: "n_valid", words: days }],
  participation_units: [
    {
      column: "response_percent",
      words: "100 × n_valid ÷ n_registered",
      sql: "100 * n_valid / nullif(n_registered, 0)",
    },
    {
      column: "target_percent",
      words: "100 × n_valid ÷ target_n",
      sql: "100 * n_valid / nullif(target_n, 0)",
    },
  ],
  perceptions: [
    {
      column: "share_percent",
      words: `weighted answers with this option ÷ weighted answers to the question; ${linearised}`,
    },
  ],
  polls: [
    {
      column: "chosen_percent",
      words: "100 × n_chosen ÷ n_answers, of those who wanted to answer",
      sql: "100 * n_chosen / nullif(n_answers, 0)",
    },
  ],
  questions_answered: [
    { column: "in_time_percent", words: "100 × n_in_time ÷ those answered or overdue" },
    { column: "n_open", words: "n_asked − n_answered", sql: "n_asked - n_answered" },
  ],
  readers: [{ column: "unit_code", words: "valid in some round of this build, or with a scorecard in it" }],
  recheck_rates: [
    {
      column: "error_percent",
      words: "100 × n_different ÷ n_compared; forms are the clusters of its error",
      sql: "100 * n_different / nullif(n_compared, 0)",
    },
  ],
  respondents: [
    {
      column: "share_percent",
      words: "100 × n_responses ÷ all who answered the question in the domain",
      sql: "if(bool_and(n_status = 'ok') over question, 100 * n_responses / nullif(sum(n_responses) over question, 0), null)",
    },
    { column: "weighted_percent", words: "the same with the weights of the recipe shown" },
  ],
  response_flow: [
    {
      column: "share_percent",
      words: "100 × n_responses ÷ responses in the store",
      sql: "100 * n_responses / nullif(max(n_responses) filter (step_code = 'in_store') over flow, 0)",
    },
  ],
  rounds: [{ column: "round_code", words: "as the specification of the round says" }],
  rule_outcomes: [
    {
      column: "failing_percent",
      words: "100 × n_failing ÷ n_checked",
      sql: "100 * n_failing / nullif(n_checked, 0)",
    },
  ],
  satisfaction_levels: [
    {
      column: "share_percent",
      words:
        "100 × weights of the answers at the level ÷ weights of all answers to the items of the factor; the levels add up to 100",
    },
  ],
  sipas_changes: [
    {
      column: "change_percent",
      words:
        "later_percent − earlier_percent; the error takes in what first-stage units sampled in both rounds share",
      sql: "later_percent - earlier_percent",
    },
  ],
  sipas_contrasts: [
    {
      column: "difference_percent",
      words: "own_percent − rest_percent; the two samples are independent",
      sql: "own_percent - rest_percent",
    },
  ],
  sipas_merged: [
    {
      column: "share_percent",
      words: `mean of the covered parts, each weighted by its population of 2019; ${linearised}`,
    },
  ],
  sipas_nodes: [
    {
      column: "share_percent",
      words: `weighted satisfied over weighted counted answers, put together as the round's rules say; ${linearised}`,
    },
  ],
  sipas_places: [
    {
      column: "n_units",
      words: "provinces whose unrounded value lies from from_percent to under one point above",
    },
    {
      column: "score_percent",
      words: "the province's own value under the recipe shown, the same as in marts.sipas_ranking",
    },
  ],
  sipas_published: [{ column: "value", words: printed }],
  sipas_rank_changes: [
    {
      column: "rank_change",
      words: "score_rank − earlier_rank, among the provinces ranked in both",
      sql: "score_rank - earlier_rank",
    },
    { column: "rank_change", words: "own_change + others_change", sql: "own_change + others_change" },
  ],
  sipas_ranking: [
    {
      column: "score_rank",
      words: "1 + the provinces with a higher unrounded value under the recipe",
      sql: "if(score_percent is null, null, rank() over ranking)",
    },
  ],
  sipas_recipe_comparison: [
    {
      column: "difference_percent",
      words: "design_percent − plain_percent",
      sql: "design_percent - plain_percent",
    },
    { column: "rank_difference", words: "design_rank − plain_rank", sql: "design_rank - plain_rank" },
  ],
  sipas_rule_backtest: [
    {
      column: "predicted_percent",
      words: "(1 − service_weight) × policy_percent + service_weight × service_percent",
      sql: "(1 - service_weight) * policy_percent + service_weight * service_percent",
    },
    {
      column: "residual",
      words: "predicted_percent − published_percent",
      sql: "predicted_percent - published_percent",
    },
  ],
  sipas_trend: [
    {
      column: "share_percent",
      words:
        "the overall value of that year under the recipe that this round shows, the same as in marts.sipas_nodes of the year",
    },
  ],
  suppressed_cells: [
    {
      column: "reason_code",
      words: "fewer answers than the round shows, or a cell that would give one of these away",
    },
  ],
  weighting: [
    { column: "kish_deff", words: "1 + weight_cv²", sql: "1 + weight_cv * weight_cv" },
    { column: "n_eff", words: "n_responses ÷ kish_deff", sql: "n_responses / kish_deff" },
  ],
  weighting_margins: [
    {
      column: "sum_weight",
      words: "exact sums of weights before and after calibration, beside the population total",
    },
  ],
  weighting_response: [
    {
      column: "response_share",
      words: "n_drawn_respondents ÷ n_drawn_eligible",
      sql: "n_drawn_respondents / nullif(n_drawn_eligible, 0)",
    },
    { column: "r_indicator", words: "1 − 2 × standard deviation of the estimated propensities to respond" },
  ],
  weighting_steps: [
    { column: "kish_deff", words: "1 + weight_cv²", sql: "1 + weight_cv * weight_cv" },
    { column: "n_eff", words: "n_responses ÷ kish_deff", sql: "n_responses / kish_deff" },
  ],
};

/** The rows that a formula may look at beyond its own. */
export const formulaWindows = {
  question: "partition by round_code, index_code, domain_level, domain_code, item_code",
  flow: "partition by round_code, index_code, domain_level, domain_code",
  ranking: "partition by round_code, index_code, recipe_code order by score_percent desc nulls last",
} as const;

/** A mart with every formula as a column `formula_1`, `formula_2` and so on; those without an expression are NULL. */
export function withFormulas(mart: string): string {
  const formulas = formulasOf[mart.replace("marts.", "")] ?? [];
  const columns = formulas.map(({ sql }, i) => `, (${sql ?? "null"})::double as formula_${i + 1}`);
  const used = Object.entries(formulaWindows).filter(([name]) =>
    formulas.some(({ sql }) => sql?.includes(`over ${name}`)),
  );
  const windows = used.map(([name, rows]) => `${name} as (${rows})`).join(", ");
  return `select *${columns.join("")} from ${mart}${windows === "" ? "" : ` window ${windows}`}`;
}
