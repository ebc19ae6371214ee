import { copyFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { nodeFormulas, type TreeRules } from "../../models/sipas/nodeFormulas.ts";
import { populationWeights } from "../../models/sipas/populationWeights.ts";
import { correlationMatrix, cronbachAlpha } from "../../models/statistics/cronbachAlpha.ts";
import { principalComponents } from "../../models/statistics/principalComponents.ts";
import type { Statistic } from "../../models/statistics/statistic.ts";
import type { SurveyDesign } from "../../models/statistics/surveyDesign.ts";
import { weightedCovarianceMatrix } from "../../models/statistics/weightedCovarianceMatrix.ts";
import type { Row } from "../../sql/table.ts";
import { change, query, type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { estimateNodeByRows, libraryDesign, nodeStatistic, respondentsSelect } from "./libraryRows.ts";
import { rebuild } from "./rebuild.ts";

let project: ScratchProject;
let warehouse: string;
beforeAll(async () => {
  project = await scratchProject();
  cpSync("test/fixtures/rounds/2025", join(project.folder, "models/rounds/2025"), { recursive: true });
  project.edit("models/rounds/2025/weighting.yaml", takeEveryStep); // 2022 rakes only
  expect(
    (await project.thuocdo("demo", "--respondents", "1200", "--units", "4", "--rounds", "2022,2025")).err,
  ).toBe("");
  warehouse = JSON.parse((await project.thuocdo("build", "--json")).out).path;
});
afterAll(() => project.remove());
const rows = (sql: string) => query(warehouse, sql);

/** Eligibility, nonresponse, bounded calibration with merged age groups, and trimming. */
const bounds = [0.1, 8] as const;
function takeEveryStep(text: string): string {
  const why = 'status: assumed, why: { vi: "Thử.", en: "A test." }';
  return stringify({
    ...parse(text),
    ...parse(`
      eligibility: { method: spread, rule: proportional, within: psu, ${why} }
      nonresponse: { method: classes, model: [persons], within: psu, minimum_respondents: 30, largest_factor: 2, ${why} }
      trimming: { method: cap, above_median: 3, max_rounds: 300, ${why} }`),
    calibration: {
      ...parse(text).calibration,
      ...{ method: "logit", bounds, tolerance: 1e-12 },
      ...parse(`collapse: { below: 40, margins: [age], ${why} }`),
    },
  });
}

/** Relative difference, absolute below 1. */
const far = (a: unknown, b: number | null) =>
  Math.abs(Number(a) - (b ?? NaN)) / Math.max(1e-3, Math.abs(b ?? NaN));

async function formulasOf(round: string) {
  const [rule] = await rows(`from spec.sipas_rules where round_code = '${round}'`);
  const items = await rows(`
    select item_code as item, factor_code as factor, part_code as part from spec.items
    where factor_code is not null and instrument_code = '${rule!["instrument_code"]}' order by item_order`);
  const tree: TreeRules = {
    factorRule: rule!["factor_rule"] as TreeRules["factorRule"],
    partRule: rule!["part_rule"] as TreeRules["partRule"],
    serviceWeight: Number(rule!["service_weight"]),
  };
  const nation = String(rule!["nation_rule"]) as "pooled";
  return { nation, formulas: nodeFormulas(items as never, tree) };
}

/** The domains of a round with their sampled provinces, as the rules of the round weigh them. */
async function scopesOf(round: string, nation: "pooled") {
  const members = await rows(`
    select d.domain_level, d.domain_code, d.unit_code, d.population_2019 from estimates.domains d
    semi join clean.sampled_clusters s on s.round_code = d.round_code and s.unit_code = d.unit_code
    where d.round_code = '${round}' order by all`);
  const domains = new Map<string, Row[]>();
  for (const row of members) {
    const key = `${row["domain_level"]}/${row["domain_code"]}`;
    domains.set(key, [...(domains.get(key) ?? []), row]);
  }
  return new Map(
    [...domains].map(([key, own]) => {
      const units = own.map((row) => String(row["unit_code"]));
      const weights = key.startsWith("province")
        ? null
        : populationWeights(
            nation,
            own.map((row) => row["population_2019"] as number),
          );
      const scopes = weights
        ? units.map((unit, index) => ({ units: [unit], weight: weights[index]! }))
        : [{ units, weight: 1 }];
      return [key, scopes] as const;
    }),
  );
}

/** Compares a table's estimates with those of the row-level library: the worst relative difference and how many have an error. */
async function worstOf(
  estimates: readonly Row[],
  design: SurveyDesign,
  statisticOf: (row: Row) => Statistic,
): Promise<{ worst: number; compared: number }> {
  let [worst, compared] = [0, 0];
  for (const row of estimates) {
    const where = `${row["domain_code"]} ${row["node_code"] ?? `${row["item_code"]}/${row["answer_level"]}`}`;
    const found = estimateNodeByRows(design, statisticOf(row));
    expect([row["share_n"], row["share_df"]], where).toEqual([found.n, found.df]);
    if (row["share_se"] === 0) {
      // all alike, or a margin that was raked to: the library's error is the rounding of 0
      expect(far(row["share"], found.estimate), where).toBeLessThan(1e-12);
      expect(found.se ?? 0, where).toBeLessThan(1e-9);
      continue;
    }
    expect(found.status, where).toBe("ok");
    worst = Math.max(
      worst,
      far(row["share"], found.estimate),
      far(row["share_se"], found.se),
      far(row["share_deff"], found.deff),
      far(row["share_low"], Math.max(0, found.low!)),
      far(row["share_high"], Math.min(1, found.high!)),
    );
    compared += 1;
  }
  return { worst, compared };
}

async function compareNodes(path: string, round: string, recipe: string) {
  const { formulas, nation } = await formulasOf(round);
  const items = formulas.filter(({ level }) => level === "item").map(({ node }) => node);
  const respondents = await query(path, respondentsSelect(recipe, round, items));
  const design = libraryDesign(respondents, recipe === "design");
  const scopes = await scopesOf(round, nation);
  const estimates = await query(
    path,
    `from estimates.sipas where round_code = '${round}' and recipe_code = '${recipe}' and share_status = 'ok'`,
  );
  const statisticOf = (row: Row) =>
    nodeStatistic(
      respondents,
      formulas.find(({ node }) => node === row["node_code"])!,
      scopes.get(`${row["domain_level"]}/${row["domain_code"]}`)!,
    );
  return { stages: design.stages.length, ...(await worstOf(estimates, design, statisticOf)) };
}

test.each([
  ["2022", "plain", 4],
  ["2022", "design", 4],
  ["2025", "plain", 3],
  ["2025", "design", 3],
])(
  "every estimate of round %s under %s is that of the row-level library, to 1e-12",
  async (round, recipe, stages) => {
    const found = await compareNodes(warehouse, round, recipe);
    expect(found.stages).toBe(stages);
    expect(found.compared).toBeGreaterThan(250);
    expect(found.worst).toBeLessThan(1e-12);
  },
);

test("F70: a merged province is the mean of its surveyed old ones by population, the others named with the share they leave uncovered", async () => {
  const merged = await rows("from marts.sipas_merged where round_code = '2022' and node_code = 'overall'");
  const old = await rows(`
    select u.unit_code, u.unit_name, u.successor_code, u.population_2019, e.share, e.share_se from spec.units u
    left join estimates.sipas e on e.domain_code = u.unit_code and e.domain_level = 'province' and e.recipe_code = 'design'
      and e.round_code = '2022' and e.node_code = 'overall'
    where u.successor_code is not null and u.unit_level = 'province'`);
  const covered = merged.filter((row) => row["coverage_code"] !== "none");
  expect(covered.length).toBeGreaterThan(0);
  for (const row of covered) {
    const parts = old.filter((one) => one["successor_code"] === row["merged_code"]);
    const there = parts.filter((one) => one["share"] !== null);
    const people = (some: readonly Row[]) =>
      some.reduce((sum, one) => sum + Number(one["population_2019"]), 0);
    const weighted = (name: string, power: number) =>
      there.reduce(
        (sum, one) =>
          sum + (Number(one["population_2019"]) / people(there)) ** power * Number(one[name]) ** power,
        0,
      );
    expect(row["share_percent"]).toBeCloseTo(100 * weighted("share", 1), 10);
    expect(row["share_percent_se"]).toBeCloseTo(100 * Math.sqrt(weighted("share_se", 2)), 10);
    expect(row["coverage_percent"]).toBeCloseTo((100 * people(there)) / people(parts), 10);
    const missing = parts.filter((one) => one["share"] === null).map((one) => String(one["unit_name"]));
    expect(String(row["missing_names"]).split(", ").filter(Boolean).sort()).toEqual(missing.sort());
    expect(row["coverage_code"]).toBe(missing.length === 0 ? "whole" : "partial");
  }
  expect(covered.some((row) => row["coverage_code"] === "partial")).toBe(true);
  const none = merged.filter((row) => row["coverage_code"] === "none");
  expect(new Set(none.map((row) => row["share_percent_status"]))).toEqual(new Set(["no_responses"]));
});

test("F73: what only one province's respondents were asked, or are, has its estimate there and is compared with no other province", async () => {
  const copy = join(project.folder, "alone.duckdb");
  copyFileSync(warehouse, copy);
  const [most] = await rows(
    "select unit_code from clean.responses where round_code = '2022' and item_occupation = 4 group by all order by count(*) desc, 1 limit 1",
  );
  const alone = String(most!["unit_code"]);
  const elsewhere = `round_code = '2022' and unit_code <> '${alone}'`;
  await change(
    copy,
    `update clean.responses set item_sat_33 = null where ${elsewhere}`,
    `update clean.responses set item_occupation = 3 where ${elsewhere} and item_occupation = 4`, // students
  );
  await rebuild(copy, 2, (table) => /^(weights|estimates)\./.test(table));
  const asked = await query(
    copy,
    `select domain_code = '${alone}' as is_alone, share_status, share_se > 0 as has_error, count(*)::integer as n
     from estimates.sipas where round_code = '2022' and recipe_code = 'design' and node_code = 'sat_33'
       and domain_level = 'province' and domain_code in (select unit_code from clean.responses where round_code = '2022')
     group by all order by all`,
  );
  expect(asked).toEqual([
    { is_alone: false, share_status: "no_responses", has_error: null, n: 3 },
    { is_alone: true, share_status: "ok", has_error: true, n: 1 },
  ]);
  const compared = await query(
    copy,
    `select node_code, count(*)::integer as n from estimates.sipas_contrasts
     where round_code = '2022' and recipe_code = 'design' and node_code in ('sat_32', 'sat_33') group by all`,
  );
  expect(compared).toEqual([{ node_code: "sat_32", n: 4 }]);
  const students = await query(
    copy,
    `select domain_code = '${alone}' as is_alone, share > 0 as is_there, share_high > share as has_interval, count(*)::integer as n
     from estimates.options where round_code = '2022' and item_code = 'occupation' and answer_level = 4
       and domain_level = 'province' and share_status = 'ok' group by all order by all`,
  );
  expect(students).toEqual([
    { is_alone: false, is_there: false, has_interval: true, n: 3 },
    { is_alone: true, is_there: true, has_interval: true, n: 1 },
  ]);
});

test("a merged province is withheld with any of its parts, which could be worked out from it", async () => {
  const copy = join(project.folder, "withheld.duckdb");
  copyFileSync(warehouse, copy);
  await change(
    copy,
    `update spec.sipas_rules set minimum_n =
       (select max(n) from (select count(*) as n from clean.responses where round_code = '2022' group by unit_code))
     where round_code = '2022'`,
  );
  await rebuild(copy, 2, (table) => ["estimates.sipas", "estimates.sipas_merged"].includes(table));
  const merged = await query(
    copy,
    `select m.share_status, count(*)::integer as n from estimates.sipas_merged m
     where m.round_code = '2022' and m.coverage_code <> 'none' and exists (
       from estimates.sipas e join spec.units u on u.unit_code = e.domain_code
       where u.successor_code = m.domain_code and e.round_code = '2022' and e.recipe_code = m.recipe_code
         and e.domain_level = 'province' and e.node_code = m.node_code and e.share_status = 'suppressed')
     group by all`,
  );
  expect(merged.map(({ share_status }) => share_status)).toEqual(["suppressed"]);
  expect(merged[0]?.["n"]).toBeGreaterThan(11);
});

test("every share of blanks, item by item and over all satisfaction items, is that of the row-level library, to 1e-12", async () => {
  const estimates = await rows(
    "from estimates.item_nonresponse where round_code = '2022' and share_status = 'ok'",
  );
  const items = [...new Set(estimates.map((row) => String(row["item_code"])))].filter(
    (item) => item !== "overall",
  );
  const respondents = (await rows(respondentsSelect("design", "2022", items))).map((row) => {
    const isBlank = items.map((item) => [`item_${item}`, row[`item_${item}`] === null ? 5 : 1]);
    return { ...row, ...Object.fromEntries(isBlank) } as Row;
  });
  const { formulas } = await formulasOf("2022");
  const satisfaction = formulas.filter(({ level }) => level === "item").map(({ node }) => node);
  const scopes = await scopesOf("2022", "pooled");
  const { worst, compared } = await worstOf(estimates, libraryDesign(respondents, true), (row) => {
    const own = row["item_code"] === "overall" ? satisfaction : [String(row["item_code"])];
    const formula = { node: "blank", level: "item" as const, terms: [{ coefficient: 1, items: own }] };
    return nodeStatistic(respondents, formula, scopes.get(`${row["domain_level"]}/${row["domain_code"]}`)!);
  });
  expect(compared).toBeGreaterThan(150);
  expect(worst).toBeLessThan(1e-12);
});

test("who says that he cannot tell is no answer to the question, and is counted apart", async () => {
  const copy = join(project.folder, "dont_know.duckdb");
  copyFileSync(warehouse, copy);
  await change(
    copy,
    "update spec.item_options set is_dont_know = true where item_code = 'harass' and option_code = 'many'",
  );
  const anew = [
    "weights.cluster_cells",
    "estimates.blank_counts",
    "estimates.item_nonresponse",
    "estimates.options",
  ];
  await rebuild(copy, 2, (table) => [...anew, "marts.item_nonresponse"].includes(table));
  const byHand = `
    select
      (count(*) filter (item_harass in (1, 2)))::integer as n_answered,
      count(*)::integer as n,
      sum(weight_e9) filter (item_harass = 1) / sum(weight_e9) filter (item_harass in (1, 2)) as none,
      sum(weight_e9) filter (item_harass = 3) / sum(weight_e9) as unknown,
      sum(weight_e9) filter (item_harass is null) / sum(weight_e9) as blank
    from clean.responses r
    join weights.final_weights w using (round_code, index_code, response_key)
    join spec.sipas_rules u using (round_code, index_code)
    where round_code = '2022' and w.recipe_code = u.shown_recipe and r.unit_code = d.unit_code`;
  const shares = await query(
    copy,
    `select d.domain_code, h.*, o.share, o.share_n
     from estimates.options o join estimates.domains d using (round_code, index_code, domain_level, domain_code),
     lateral (${byHand}) h
     where round_code = '2022' and domain_level = 'province' and item_code = 'harass' and answer_level = 1 and share_status = 'ok'`,
  );
  expect(shares.length).toBeGreaterThan(0);
  for (const row of shares) {
    expect(row["share_n"], String(row["domain_code"])).toBe(row["n_answered"]);
    expect(row["share"], String(row["domain_code"])).toBeCloseTo(Number(row["none"]), 12);
  }
  const rates = await query(
    copy,
    `select d.domain_code, h.*, m.rate_code, m.share_percent, m.share_percent_n, m.form_has_dont_know
     from marts.item_nonresponse m join estimates.domains d using (round_code, index_code, domain_level, domain_code),
     lateral (${byHand}) h
     where round_code = '2022' and domain_level = 'province' and item_code = 'harass' and share_percent_status = 'ok'`,
  );
  expect(new Set(rates.map((row) => row["rate_code"]))).toEqual(new Set(["blank", "dont_know"]));
  for (const row of rates) {
    expect([row["share_percent_n"], row["form_has_dont_know"]]).toEqual([row["n"], true]);
    const expected = Number((row["rate_code"] === "blank" ? row["blank"] : row["unknown"]) ?? 0);
    expect(Number(row["share_percent"]) / 100, `${row["domain_code"]} ${row["rate_code"]}`).toBeCloseTo(
      expected,
      12,
    );
  }
  const levels = await query(
    copy,
    "select distinct answer_level as level from estimates.options where item_code = 'harass' order by all",
  );
  expect(levels.map(({ level }) => level)).toEqual([1, 2]);
});

test("the blanks of a question that weights were raked to have no error, and say so", async () => {
  const raked = await rows(`
    select share_status, share, share_se from estimates.item_nonresponse
    where round_code = '2022' and item_code = 'gender' and domain_code = 'vn'`);
  expect(raked).toEqual([{ share_status: "not_estimable", share: null, share_se: null }]);
});

test("alpha, item-rest correlations and components of every factor are those of the rows, to 1e-10", async () => {
  const quality = await rows(
    "from marts.item_quality where round_code = '2022' and domain_level in ('nation', 'province') order by all",
  );
  const { formulas } = await formulasOf("2022");
  const itemsOf = new Map(
    formulas
      .filter(({ level }) => level === "factor")
      .map(({ node, terms }) => [node, terms.flatMap((term) => term.items)]),
  );
  itemsOf.set(
    "overall",
    formulas.filter(({ level }) => level === "item").map(({ node }) => node),
  );
  const respondents = (await rows(respondentsSelect("design", "2022", itemsOf.get("overall")!))).filter(
    (row) => !String(row["response_key"]).startsWith("nobody"),
  );
  let compared = 0;
  for (const own of quality.filter((row) => row["item_code"] === "-" && row["first_share"] !== null)) {
    const items = itemsOf.get(String(own["factor_code"]))!;
    const inside = respondents.filter(
      (row) => own["domain_level"] === "nation" || row["unit_code"] === own["domain_code"],
    );
    const { covariance, n } = weightedCovarianceMatrix(
      items.map((item) => inside.map((row) => row[`item_${item}`] as number | null)),
      inside.map((row) => Number(row["weight"])),
    );
    const expected = cronbachAlpha(covariance);
    const { eigenvalues } = principalComponents(correlationMatrix(covariance)!);
    expect(own["alpha_n"]).toBe(n);
    expect(own["first_share"]).toBeCloseTo(eigenvalues[0]! / items.length, 10);
    expect(own["standardised_alpha"]).toBeCloseTo(expected.standardised!, 10);
    if (own["factor_code"] !== "overall") expect(own["alpha"]).toBeCloseTo(expected.alpha!, 10);
    for (const [at, item] of items.entries()) {
      const row = quality.find(
        (one) =>
          one["domain_code"] === own["domain_code"] &&
          one["factor_code"] === own["factor_code"] &&
          one["item_code"] === item,
      );
      expect(row?.["item_rest"]).toBeCloseTo(expected.itemRest[at]!, 10);
    }
    compared += 1;
  }
  expect(compared).toBeGreaterThan(9 * 4); // nine factors in four provinces and the nation
});

test.each(["2022", "2025"])(
  "every share of an answer to the other questions of round %s is that of the row-level library, to 1e-12",
  async (round) => {
    const estimates = await rows(
      `from estimates.options where round_code = '${round}' and share_status = 'ok'`,
    );
    const recipe = String(estimates[0]!["recipe_code"]);
    const items = [...new Set(estimates.map((row) => String(row["item_code"])))];
    const respondents = await rows(respondentsSelect(recipe, round, items));
    const scopes = await scopesOf(round, "pooled");
    const { worst, compared } = await worstOf(
      estimates,
      libraryDesign(respondents, recipe === "design"),
      (row) => {
        const item = String(row["item_code"]);
        return nodeStatistic(
          respondents,
          { node: item, level: "item", terms: [{ coefficient: 1, items: [item] }] },
          scopes.get(`${row["domain_level"]}/${row["domain_code"]}`)!,
          (answer) => answer === row["answer_level"],
        );
      },
    );
    expect(compared).toBeGreaterThan(500);
    expect(worst).toBeLessThan(1e-12);
  },
);

test("bounded weights and their errors are those that the library's own calibration gives, to 1e-9", async () => {
  const { formulas, nation } = await formulasOf("2025");
  const items = formulas.filter(({ level }) => level === "item").map(({ node }) => node);
  const respondents = await rows(respondentsSelect("design", "2025", items));
  const design = libraryDesign(respondents, true, { distance: "logit", bounds });
  respondents.forEach((row, at) => {
    expect(far(design.weights[at], Number(row["weight"]))).toBeLessThan(1e-9);
  });
  const estimates = await rows(
    "from estimates.sipas where round_code = '2025' and recipe_code = 'design' and share_status = 'ok' and node_code in ('overall', 'sat_01')",
  );
  const scopes = await scopesOf("2025", nation);
  const { worst, compared } = await worstOf(estimates, design, (row) =>
    nodeStatistic(
      respondents,
      formulas.find(({ node }) => node === row["node_code"])!,
      scopes.get(`${row["domain_level"]}/${row["domain_code"]}`)!,
    ),
  );
  expect(compared).toBeGreaterThan(8);
  expect(worst).toBeLessThan(1e-9);
});

test("a recipe of every step leaves a table of each, keeps the margins, and no weight above its cap", async () => {
  const steps = await rows(`
    select step_code, max(worst_margin_error) as off, bool_and(is_taken) as is_taken,
      bool_or(factor_max > 1) as multiplies, min(n_eff) > 0 as has_size, count(distinct unit_code)::integer as n_units
    from weights.steps where round_code = '2025' and unit_code <> 'vn' group by all`);
  const found = Object.fromEntries(steps.map((row) => [row["step_code"], row]));
  for (const step of ["base", "eligibility", "nonresponse", "calibration", "trimming", "quantisation"])
    expect(found[step], step).toMatchObject({ is_taken: true, has_size: true, n_units: 4 });
  expect(found["nonresponse"]!["multiplies"]).toBe(true);
  expect(found["trimming"]!["off"]).toBeLessThan(1e-11);
  expect(
    await rows(`
      select t.unit_code from weights.steps t join weights.steps c using (round_code, unit_code)
      where t.round_code = '2025' and t.step_code = 'trimming' and c.step_code = 'calibration' and t.weight_max < c.weight_max * (1 - 1e-6)`),
  ).not.toEqual([]);
  const fits = await rows(`
    select round_code, unit_code, margin_code, coalesce(merged_code, category_code) as category,
      sum(sum_weight) as reached, sum(population) as population
    from weights.margin_fits where category_code is not null and unit_code <> 'vn' group by all`);
  const blanks = await rows(`
    select round_code, unit_code, margin_code, sum(sum_weight) filter (category_code is null) / sum(sum_weight) as share
    from weights.margin_fits group by all`);
  for (const row of fits) {
    const own = blanks.find((one) =>
      ["round_code", "unit_code", "margin_code"].every((key) => one[key] === row[key]),
    );
    const target = Number(row["population"]) * (1 - Number(own!["share"] ?? 0));
    expect(Number(row["reached"]) / target, `${row["unit_code"]} ${row["category"]}`).toBeCloseTo(1, 8);
  }
  const nation = await rows(`
    select sum(sum_weight) as reached, sum(population) as population, count(*)::integer as n from weights.margin_fits
    where round_code = '2025' and unit_code = 'vn' and margin_code = 'gender'`);
  expect(nation[0]!["n"]).toBeGreaterThanOrEqual(2);
  expect(Number(nation[0]!["reached"]) / Number(nation[0]!["population"])).toBeCloseTo(1, 8);
  const [log] = await rows(
    "select count(*)::integer as n, max(n_responses) < 40 as is_small from weights.collapsed_categories",
  );
  expect(log!["n"]).toBeGreaterThan(0);
  const shown = await rows(`
    select count(*)::integer as n, count(*) filter (n_merged_responses <= n_responses)::integer as n_wrong
    from marts.weighting_margins where merged_code is not null`);
  expect(shown).toEqual([{ n: log!["n"], n_wrong: 0 }]);
});

test("the R-indicator counts those first drawn, and says which terms the model could hold", async () => {
  const indicators = await rows(
    "from weights.representativeness where round_code = '2022' order by term_order",
  );
  expect(indicators.map((row) => row["term_code"])).toEqual(["all", "region", "unit_type", "persons"]);
  const [drawn] = await rows(`
    select count(*)::integer as n, (count(*) filter (s.case_status = 'respondent'))::integer as responded
    from weights.case_statuses s
    where round_code = '2022' and not is_substitute and case_status in ('respondent', 'nonrespondent')`);
  expect(indicators[0]).toMatchObject({
    n_drawn_eligible: drawn!["n"],
    n_drawn_respondents: drawn!["responded"],
  });
  expect(indicators[0]!["r_indicator"]).toBeLessThanOrEqual(indicators[0]!["r_indicator_adjusted"] as number);
});

test("an estimate that is not shown has no sampled province, too few respondents or a single first-stage unit", async () => {
  const hidden = await rows(`
    select distinct e.share_status, count(s.unit_code) > 0 as is_sampled
    from estimates.sipas e
    left join estimates.domains d using (round_code, domain_level, domain_code)
    left join clean.sampled_clusters s on s.round_code = d.round_code and s.unit_code = d.unit_code
    where e.share_status <> 'ok' and e.share_status not in ('suppressed', 'one_cluster')
    group by e.round_code, e.domain_level, e.domain_code, e.share_status`);
  expect(hidden).toEqual([{ share_status: "no_responses", is_sampled: false }]);
});

test("provinces raked together to margins of the nation have the estimates of the row-level library, to 1e-12", async () => {
  const copy = join(project.folder, "national.duckdb");
  copyFileSync(warehouse, copy);
  await change(
    copy,
    "create temp table own as from spec.margins semi join clean.sampled_clusters using (round_code, unit_code) where round_code = '2025'",
    "delete from spec.margins where round_code = '2025'",
    `insert into spec.margins by name
     select * exclude (category_code, population), 'unit' as margin_code, unit_code as category_code, sum(population) as population
     from (select * exclude (margin_code) from own where margin_code = 'gender') group by all`,
    `insert into spec.margins by name
     select * exclude (unit_code, population), 'vn' as unit_code, sum(population) as population from own group by all`,
  );
  const made = [
    "calibration_factors",
    "cell_weights",
    "final_weights",
    "influences",
    "composite_squares",
    "sipas",
  ];
  await rebuild(copy, 2, (table) => made.includes(table.replace(/^(weights|estimates)\./, "")));
  const [raked] = await query(
    copy,
    "select count(distinct calibration_group)::integer as n_groups, max(n_iterations) > 1 as is_fitted from weights.calibration_factors where round_code = '2025'",
  );
  expect(raked).toEqual({ n_groups: 1, is_fitted: true });
  const { worst, compared } = await compareNodes(copy, "2025", "design");
  expect(compared).toBeGreaterThan(250);
  expect(worst).toBeLessThan(1e-12);
});

test("the estimates do not depend on the order of the respondents, nor on the threads, to the last bit", async () => {
  const tables = ["estimates.sipas", "estimates.options", "estimates.sipas_replicates"];
  const hashes = (path: string) =>
    Promise.all(tables.map((table) => query(path, `select bit_xor(hash(t))::varchar as h from ${table} t`)));
  const expected = await hashes(warehouse);
  const copy = join(project.folder, "shuffled.duckdb"); // the first was built on two threads
  copyFileSync(warehouse, copy);
  await change(
    copy,
    "create or replace table clean.responses as from clean.responses order by md5(response_key || round_code)",
  );
  await rebuild(copy, 1, (table) => /^(weights|estimates)\./.test(table));
  expect(await hashes(copy)).toEqual(expected);
});

test("both engines see errors of the same size: replicates, which leave out finite populations, a little larger", async () => {
  const [ratio] = await rows(`
    select median(x.replicate_share_se / e.share_se) as middle, count(*)::integer as n
    from estimates.sipas e
    join estimates.sipas_replicates x using (round_code, index_code, recipe_code, domain_level, domain_code, node_code)
    where e.share_status = 'ok' and e.share_se > 0 and e.domain_level = 'province'`);
  expect(ratio!["n"]).toBeGreaterThan(500);
  expect(ratio!["middle"]).toBeGreaterThan(0.9);
  expect(ratio!["middle"]).toBeLessThan(1.25);
  const [moved] = await rows(`
    select max(abs(x.replicate_share - e.share)) as most from estimates.sipas e
    join estimates.sipas_replicates x using (round_code, index_code, recipe_code, domain_level, domain_code, node_code)
    where e.share_status = 'ok'`);
  expect(moved!["most"]).toBeLessThan(1e-9);
});

test("pooled intervals stand beside the direct ones of provinces, have more degrees of freedom, and feed no rank unless asked", async () => {
  const [counts] = await rows(`
    select count(*)::integer as n, count(share_pooled_se)::integer as n_pooled, min(share_pooled_df - share_df) as least_gain
    from estimates.sipas where share_status = 'ok' and share_se > 0 and domain_level = 'province'`);
  expect(counts!["n_pooled"]).toBe(counts!["n"]);
  const ranked = await rows(
    "select distinct interval_rule, rank_se = score_percent_se as is_direct from marts.sipas_ranking where rank_se is not null",
  );
  expect(ranked).toEqual([{ interval_rule: "direct", is_direct: true }]);
  const [elsewhere] = await rows(
    "select count(share_pooled_se)::integer as n from estimates.sipas where domain_level <> 'province'",
  );
  expect(elsewhere).toEqual({ n: 0 });
});
