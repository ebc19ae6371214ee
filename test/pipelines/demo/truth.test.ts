import { beforeAll, expect, test } from "vitest";
import { spec } from "../../models/specFiles.ts";
import { demoStore, type TestStore } from "./demoStore.ts";

let store: TestStore;
beforeAll(async () => {
  store = await demoStore(spec, { roundCodes: ["2022"] });
});

const truth = () => store.truth.rounds[0]!;

test("the nation's true values print as the published ones of 2022", () => {
  const { overall, policy, service } = truth().nation;
  expect(overall?.toFixed(2)).toBe("80.08");
  expect(policy?.toFixed(2)).toBe("79.72");
  expect(service?.toFixed(2)).toBe("80.43");
});

test("the truth of 2023 follows what is published of 2023: the whole, one part, and the five factors of services to half a point", async () => {
  const store = await demoStore(spec, { roundCodes: ["2023"], respondents: 1_200, units: 4 });
  const { overall, policy, service, ...nodes } = store.truth.rounds[0]!.nation;
  expect(overall?.toFixed(2)).toBe("82.66");
  expect(policy?.toFixed(2)).toBe("82.49");
  expect(service?.toFixed(2)).toBe("82.83"); // the rest, where both parts count the same; no certain figure of it is published
  const published = {
    access: 83.0,
    procedures: 83.02,
    civil_servants: 83.12,
    results: 83.03,
    feedback: 82.27,
  };
  for (const [factor, value] of Object.entries(published))
    expect(Math.abs(nodes[factor]! - value)).toBeLessThan(0.5);
});

test("provinces with a published value have it, and all lie in the published range", () => {
  const overall = Object.values(truth().units).map((nodes) => nodes["overall"]!);
  expect(overall).toHaveLength(63);
  expect(Math.min(...overall)).toBeCloseTo(72.54, 9);
  expect(Math.max(...overall)).toBeCloseTo(87.59, 9);
  const published = { "22": 87.59, "58": 81.83, "14": 82.18, "48": 79.66 }; // Quảng Ninh, Ninh Thuận, Sơn La, Đà Nẵng
  for (const [code, value] of Object.entries(published))
    expect(truth().units[code]!["overall"]).toBeCloseTo(value, 9);
});

test("provinces with a published rank have it", () => {
  const ranked = Object.entries(truth().units).sort(([, a], [, b]) => b["overall"]! - a["overall"]!);
  const rankOf = (code: string) => ranked.findIndex(([unit]) => unit === code) + 1;
  // Quảng Ninh, Thái Nguyên, Cà Mau, Bình Dương, Thanh Hóa, Nghệ An, Sơn La, Ninh Thuận, Đà Nẵng
  const codes = ["22", "19", "96", "74", "38", "40", "14", "58", "48"];
  expect(codes.map(rankOf)).toEqual([1, 2, 3, 4, 5, 14, 17, 20, 34]);
});

test("a part is the mean of its factors and of its items alike", () => {
  const policyItems = Array.from({ length: 14 }, (_, i) => `sat_${String(i + 1).padStart(2, "0")}`);
  const policyFactors = ["accountability", "participation", "policy_quality", "impact"];
  for (const nodes of Object.values(truth().units)) {
    const mean = (codes: readonly string[]) =>
      codes.reduce((sum, code) => sum + nodes[code]!, 0) / codes.length;
    expect(mean(policyItems)).toBeCloseTo(nodes["policy"]!, 9);
    expect(mean(policyFactors)).toBeCloseTo(nodes["policy"]!, 9);
    expect((nodes["policy"]! + nodes["service"]!) / 2).toBeCloseTo(nodes["overall"]!, 9);
  }
});

test("no true percentage leaves the range in which people answer", () => {
  const all = Object.values(truth().units).flatMap((nodes) => Object.values(nodes));
  expect(Math.min(...all)).toBeGreaterThan(60);
  expect(Math.max(...all)).toBeLessThan(96);
});

/**
 * Standard error of a province's plain overall percentage, by hand: a latent unit moves the share by φ(0.84) = 0.28; areas have
 * variances 0.009, 0.005 and 0.012, of which a province draws 3, 6 and 18 (Hà Nội, TP.HCM twice as many); about 560 persons
 * differ among themselves by 0.26. √(0.28² · (0.003 + 0.00083 + 0.00067) + 0.26² / 560) = 0.0218.
 */
const standardError = 2.18;

test("plain percentages of a sample scatter around what is expected of it: 63 provinces within four standard errors", async () => {
  const rows = await store.ask(`
    with valid as (
      select response_key, split_part(response_key, '-', 2) as unit_code from responses
      where submitted_at is not null and not is_test and not regexp_matches(response_key, '-[2btu]$')
    )
    select unit_code,
      (avg(share) filter (question_code <= 'Q9_14') + avg(share) filter (question_code > 'Q9_14')) / 2 as overall
    from (
      select unit_code, question_code, 100 * avg((answer_value in ('4', '5'))::int) as share
      from valid join answers using (response_key) where question_code like 'Q9_%' group by all
    ) group by all`);
  expect(rows).toHaveLength(63);
  const z = rows.map(({ unit_code, overall }) => {
    const expected = truth().expected_among_respondents[String(unit_code)]!["overall"]!;
    return (Number(overall) - expected) / standardError;
  });
  for (const value of z) expect(Math.abs(value)).toBeLessThan(4);
  const mean = z.reduce((sum, value) => sum + value, 0) / 63;
  expect(Math.abs(mean)).toBeLessThan(3 / Math.sqrt(63)); // the mean of 63 has a standard error of 1 / √63
  const squares = z.reduce((sum, value) => sum + value * value, 0);
  expect(squares).toBeGreaterThan(32); // the middle 99.9 % of chi-squared with 63 degrees of freedom, rounded outwards
  expect(squares).toBeLessThan(107);
});

test("those met at home are more satisfied than the adults are, but by less than a point", () => {
  for (const [code, nodes] of Object.entries(truth().expected_among_respondents)) {
    const difference = nodes["overall"]! - truth().units[code]!["overall"]!;
    expect(difference).toBeGreaterThan(0.2);
    expect(difference).toBeLessThan(1);
  }
});

test("women and people over 60 answer more often than their share of the adults", async () => {
  const [row] = await store.ask(`
    select avg((answer_value = '2')::int) filter (question_code = 'A_gender') as women,
      avg((answer_value = '5')::int) filter (question_code = 'A_age') as over_60
    from answers`);
  expect(row?.["women"]).toBeGreaterThan(0.54); // 51 % of the adults
  expect(row?.["over_60"]).toBeGreaterThan(0.17); // 15 % of the adults
});

test("interest in health policy is spread as was published for 2022", async () => {
  const rows = await store.ask(`
    select answer_value, round(100 * count(*) / sum(count(*)) over (), 2) as share
    from answers where question_code = 'Q1_2' group by all order by all`);
  const shares = rows.map((row) => Number(row["share"]));
  [2.34, 25.8, 71.82].forEach((published, i) => {
    expect(Math.abs(shares[i]! - published)).toBeLessThan(1); // four standard errors of 35,000 answers
  });
});

test("89 in 100 know of no harassment, as was published for 2023", async () => {
  const [row] = await store.ask(
    "select avg((answer_value = '1')::int) as none from answers where question_code = 'Q4'",
  );
  expect(row?.["none"]).toBeCloseTo(0.889, 2);
});
