import type { Issue } from "../errors.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { nation, unitMargin } from "../rounds/nationalMargins.ts";
import type { Margin } from "../rounds/round.ts";
import type { Unit } from "../units/unit.ts";
import type { Parsed } from "./parsed.ts";

/** A margin that margins.csv must hold whole, and the population that its categories add to. */
interface Expected {
  readonly unit: string;
  readonly margin: string;
  readonly categories: readonly string[];
  readonly population: string;
}

/**
 * margins.csv holds, for every unit of the round and every margin that is raked to, each category once, and
 * the categories of every margin of a unit add to the same number of people.
 *
 * Where it gives margins of the nation, it holds those alone and every unit's total: one population.
 */
export function checkMargins(
  parsed: Parsed<Margin[]>,
  margins: readonly string[],
  form: Instrument,
  units: readonly Unit[],
): Issue[] {
  const rows = parsed.value ?? [];
  const isNational = rows.some(({ unit_code }) => unit_code === nation);
  const expected = isNational ? ofNation(margins, form, units) : ofUnits(margins, form, units);
  const known = new Map(expected.map((one) => [`${one.unit} ${one.margin}`, one]));
  const issues = rows.flatMap((row, i) => checkRow(parsed, row, i, known, form));
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const mark = `${row.unit_code} × ${row.margin_code} × ${row.category_code}`;
    if (seen.has(mark)) issues.push(parsed.at([i, "category_code"], `${mark} stands twice`));
    seen.add(mark);
  });
  const lacks = lacking(parsed, expected);
  return [...issues, ...(lacks.length > 0 ? lacks : totals(parsed, expected))];
}

function ofUnits(margins: readonly string[], form: Instrument, units: readonly Unit[]): Expected[] {
  return units.flatMap(({ unit_code }) =>
    margins.map((margin) => ({
      ...{ unit: unit_code, margin, population: `unit ${unit_code}` },
      categories: categoriesOf(form, margin),
    })),
  );
}

function ofNation(margins: readonly string[], form: Instrument, units: readonly Unit[]): Expected[] {
  const population = "the nation";
  return [
    ...units.map(({ unit_code }) => ({
      ...{ unit: unit_code, margin: unitMargin, population },
      categories: [unit_code],
    })),
    ...margins.map((margin) => ({
      ...{ unit: nation, margin, population },
      categories: categoriesOf(form, margin),
    })),
  ];
}

function checkRow(
  parsed: Parsed<Margin[]>,
  row: Margin,
  i: number,
  known: ReadonlyMap<string, Expected>,
  form: Instrument,
): Issue[] {
  const ofUnit = [...known.values()].filter(({ unit }) => unit === row.unit_code);
  if (ofUnit.length === 0)
    return [parsed.at([i, "unit_code"], `${row.unit_code} is not a unit of this round`)];
  const expected = known.get(`${row.unit_code} ${row.margin_code}`);
  if (expected === undefined) {
    const list = ofUnit.map(({ margin }) => margin).join(", ");
    const rule =
      list === unitMargin
        ? `${row.margin_code} is given for the nation (${nation}) here; a unit has its total alone, as the margin ${unitMargin}`
        : `${row.margin_code} is not a margin of weighting.yaml (${list})`;
    return [parsed.at([i, "margin_code"], rule)];
  }
  if (expected.categories.includes(row.category_code)) return [];
  const rule =
    expected.margin === unitMargin
      ? `${row.category_code} is not ${row.unit_code}: the total of a unit stands under its own code`
      : `${row.category_code} is not an option of ${row.margin_code} in ${form.instrument}`;
  return [parsed.at([i, "category_code"], rule)];
}

/** One issue for all the units that lack the same categories. */
function lacking(parsed: Parsed<Margin[]>, expected: readonly Expected[]): Issue[] {
  const held = new Set(
    (parsed.value ?? []).map((row) => `${row.unit_code} ${row.margin_code} ${row.category_code}`),
  );
  const unitsByLack = new Map<string, string[]>();
  for (const { unit, margin, categories } of expected) {
    const lacks = categories.filter((category) => !held.has(`${unit} ${margin} ${category}`));
    const lack =
      margin === unitMargin ? `no row of ${margin}` : `no row of ${margin} for ${lacks.join(", ")}`;
    if (lacks.length > 0) unitsByLack.set(lack, [...(unitsByLack.get(lack) ?? []), unit]);
  }
  return [...unitsByLack].map(([lack, codes]) => {
    const more = codes.length > 5 ? ` and ${codes.length - 5} more` : "";
    return parsed.at([], `${lack} in ${codes.slice(0, 5).join(", ")}${more}`);
  });
}

function totals(parsed: Parsed<Margin[]>, expected: readonly Expected[]): Issue[] {
  const populationOf = new Map(
    expected.map(({ unit, margin, population }) => [`${unit} ${margin}`, population]),
  );
  const sums = new Map<string, Map<string, number>>();
  for (const { unit_code, margin_code, population } of parsed.value ?? []) {
    const of = populationOf.get(`${unit_code} ${margin_code}`);
    if (of === undefined) continue;
    const own = sums.get(of) ?? new Map<string, number>();
    sums.set(of, own.set(margin_code, (own.get(margin_code) ?? 0) + population));
  }
  return [...sums].flatMap(([population, own]) => {
    if (new Set(own.values()).size <= 1) return [];
    const list = [...own].map(([margin, sum]) => `${margin} ${sum}`).join(", ");
    return [parsed.at([], `the margins of ${population} add to different totals: ${list}`)];
  });
}

function categoriesOf(form: Instrument, margin: string): string[] {
  return form.items.find((item) => item.code === margin)?.options?.map((option) => option.code) ?? [];
}
