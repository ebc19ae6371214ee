import { beforeAll, expect, test } from "vitest";
import { spec } from "../../models/specFiles.ts";
import { demoStore, type TestStore } from "./demoStore.ts";

let store: TestStore;
beforeAll(async () => {
  store = await demoStore(spec, { roundCodes: ["2022"], respondents: 12_000 });
});

test("three districts are drawn in a province and six in Hà Nội and TP.HCM, two communes in each, three villages in each", async () => {
  const rows = await store.ask(`
    select stage_code, n, count(*)::int as parents from (
      select stage_code, coalesce(parent_key, split_part(sample_unit_key, '-', 2)) as parent, count(*)::int as n
      from sample_units where stage_code <> 'person' group by all
    ) group by all order by all`);
  expect(rows).toEqual([
    { stage_code: "commune", n: 2, parents: 195 },
    { stage_code: "district", n: 3, parents: 61 },
    { stage_code: "district", n: 6, parents: 2 },
    { stage_code: "village", n: 3, parents: 390 },
  ]);
});

test("two thirds of a year's districts are drawn again the next year under the same key; everything below them is drawn anew", async () => {
  const both = await demoStore(spec, { roundCodes: ["2022", "2023"], respondents: 1_200, units: 4 });
  const shared = await both.ask(`
    select stage_code, count(*) filter (n = 2)::int as in_both, count(*) filter (n = 1)::int as in_one from (
      select stage_code, count(distinct round_code) as n from sample_units group by stage_code, sample_unit_key
    ) where stage_code <> 'person' group by all order by all`);
  // three provinces with 2 of 3, Hà Nội with 4 of 6
  expect(shared).toEqual([
    { stage_code: "commune", in_both: 0, in_one: 60 },
    { stage_code: "district", in_both: 10, in_one: 10 },
    { stage_code: "village", in_both: 0, in_one: 180 },
  ]);
});

test("probability times population is the number of places drawn, at every stage", async () => {
  const rows = await store.ask(`
    select stage_code, max(abs(selection_probability * population_count - n)) < 1e-9 as holds,
      max(abs(selection_probability)) <= 1 as is_probability from (
      select *, count(*) filter (not is_substitute) over
        (partition by stage_code, coalesce(parent_key, split_part(sample_unit_key, '-', 2))) as n
      from sample_units
    ) group by all order by all`);
  expect(rows.map((row) => row["stage_code"])).toEqual(["commune", "district", "person", "village"]);
  for (const row of rows) expect(row).toMatchObject({ holds: true, is_probability: true });
});

test("one stage of one parent has one population count", async () => {
  const rows = await store.ask(`
    select parent_key, stage_code from sample_units where parent_key is not null
    group by all having count(distinct population_count) > 1`);
  expect(rows).toEqual([]);
});

test("every node stands in a node of the stage above, up to the province", async () => {
  const rows = await store.ask(`
    select child.stage_code as child, parent.stage_code as parent, count(*) > 0 as any
    from sample_units child left join sample_units parent on child.parent_key = parent.sample_unit_key
    group by all order by all`);
  expect(rows.map(({ child, parent }) => [child, parent])).toEqual([
    ["commune", "district"],
    ["district", null],
    ["person", "village"],
    ["village", "commune"],
  ]);
});

test("the base weights of the places drawn add up to about the adults, in every province and in the nation", async () => {
  const rows = await store.ask(`
    select split_part(p.sample_unit_key, '-', 2) as unit_code,
      sum(1 / (p.selection_probability * v.selection_probability * c.selection_probability * d.selection_probability)) as weight
    from sample_units p
    join sample_units v on p.parent_key = v.sample_unit_key
    join sample_units c on v.parent_key = c.sample_unit_key
    join sample_units d on c.parent_key = d.sample_unit_key
    where p.stage_code = 'person' and not p.is_substitute group by all`);
  const margins = spec.rounds.find(({ round }) => round.round === "2022")!.margins;
  const adults = (code: unknown) =>
    margins
      .filter((margin) => margin.unit_code === code && margin.margin_code === "gender")
      .reduce((sum, margin) => sum + margin.population, 0);
  const ratios = rows.map((row) => Number(row["weight"]) / adults(row["unit_code"]));
  expect(ratios).toHaveLength(63);
  // communes in a district and villages in a commune vary by 17 %, adults in a village by 36 %: √(.17²/3 + .17²/6 + .36²/18) = 15 %
  for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(4 * 0.15);
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / 63;
  expect(Math.abs(mean - 1)).toBeLessThan((3 * 0.15) / Math.sqrt(63));
});

test("weights differ within a province", async () => {
  const [row] = await store.ask(`
    select min(spread) as least from (
      select split_part(sample_unit_key, '-', 2) as unit_code, max(population_count) / min(population_count) as spread
      from sample_units where stage_code = 'person' group by all)`);
  expect(row?.["least"]).toBeGreaterThan(1.5);
});

test("everyone lost is replaced by a substitute of the same place, at most twice, and nobody else is", async () => {
  const rows = await store.ask(`
    select p.final_disposition in ('complete', 'partial') as answers, p.replaced_by_key is not null as is_replaced,
      s.is_substitute as by_substitute, s.parent_key = p.parent_key as same_area, count(*) > 0 as any
    from sample_units p left join sample_units s on p.replaced_by_key = s.sample_unit_key
    where p.stage_code = 'person' and not (p.is_substitute and p.sample_unit_key like '%s2')
    group by all order by all`);
  expect(rows).toEqual([
    { answers: false, is_replaced: true, by_substitute: true, same_area: true, any: true },
    { answers: true, is_replaced: false, by_substitute: null, same_area: null, any: true },
  ]);
});

test("every person approached has one disposition of the known ones, and areas have none", async () => {
  const rows = await store.ask(
    "select distinct stage_code = 'person' as is_person, final_disposition from sample_units order by all",
  );
  expect(rows.map(({ is_person, final_disposition }) => [is_person, final_disposition])).toEqual([
    [false, null],
    [true, "complete"],
    [true, "ineligible"],
    [true, "non_contact"],
    [true, "other_non_interview"],
    [true, "partial"],
    [true, "refusal"],
    [true, "unknown_eligibility"],
  ]);
});

test("who answered has a disposition that says so, and a response", async () => {
  const rows = await store.ask(`
    select u.final_disposition, count(*) filter (r.response_key is null)::int as without
    from sample_units u
    join participants p using (sample_unit_key)
    left join responses r on r.participant_key = p.participant_key and not r.is_test
    where u.final_disposition in ('complete', 'partial') group by all order by all`);
  expect(rows).toEqual([
    { final_disposition: "complete", without: 0 },
    { final_disposition: "partial", without: 0 },
  ]);
});
