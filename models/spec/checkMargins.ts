import type { Issue } from "../errors.ts";
import type { Instrument } from "../instruments/instrument.ts";
import type { Margin } from "../rounds/round.ts";
import type { Unit } from "../units/unit.ts";
import type { Parsed } from "./parsed.ts";

/**
 * margins.csv holds, for every unit of the round and every margin that is raked to, each category once, and
 * the categories of every margin of a unit add to the same number of people.
 */
export function checkMargins(
  parsed: Parsed<Margin[]>,
  margins: readonly string[],
  form: Instrument,
  units: readonly Unit[],
): Issue[] {
  const rows = parsed.value ?? [];
  const issues = rows.flatMap((row, i) => checkRow(parsed, row, i, margins, form, units));
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const mark = `${row.unit_code} × ${row.margin_code} × ${row.category_code}`;
    if (seen.has(mark)) issues.push(parsed.at([i, "category_code"], `${mark} stands twice`));
    seen.add(mark);
  });
  const lacks = lacking(parsed, margins, form, units);
  return [...issues, ...(lacks.length > 0 ? lacks : totals(parsed, margins, units))];
}

function checkRow(
  parsed: Parsed<Margin[]>,
  row: Margin,
  i: number,
  margins: readonly string[],
  form: Instrument,
  units: readonly Unit[],
): Issue[] {
  if (units.every((unit) => unit.unit_code !== row.unit_code))
    return [parsed.at([i, "unit_code"], `${row.unit_code} is not a unit of this round`)];
  if (!margins.includes(row.margin_code))
    return [
      parsed.at(
        [i, "margin_code"],
        `${row.margin_code} is not a margin of weighting.yaml (${margins.join(", ")})`,
      ),
    ];
  if (!categories(form, row.margin_code).includes(row.category_code))
    return [
      parsed.at(
        [i, "category_code"],
        `${row.category_code} is not an option of ${row.margin_code} in ${form.instrument}`,
      ),
    ];
  return [];
}

/** One issue for all the units that lack the same categories. */
function lacking(
  parsed: Parsed<Margin[]>,
  margins: readonly string[],
  form: Instrument,
  units: readonly Unit[],
): Issue[] {
  const held = new Set(
    (parsed.value ?? []).map((row) => `${row.unit_code} ${row.margin_code} ${row.category_code}`),
  );
  const unitsByLack = new Map<string, string[]>();
  for (const { unit_code } of units)
    for (const margin of margins) {
      const lacks = categories(form, margin).filter(
        (category) => !held.has(`${unit_code} ${margin} ${category}`),
      );
      const lack = `no row of ${margin} for ${lacks.join(", ")}`;
      if (lacks.length > 0) unitsByLack.set(lack, [...(unitsByLack.get(lack) ?? []), unit_code]);
    }
  return [...unitsByLack].map(([lack, codes]) => {
    const more = codes.length > 5 ? ` and ${codes.length - 5} more` : "";
    return parsed.at([], `${lack} in ${codes.slice(0, 5).join(", ")}${more}`);
  });
}

function totals(parsed: Parsed<Margin[]>, margins: readonly string[], units: readonly Unit[]): Issue[] {
  const sums = new Map<string, number>();
  for (const { unit_code, margin_code, population } of parsed.value ?? []) {
    const mark = `${unit_code} ${margin_code}`;
    sums.set(mark, (sums.get(mark) ?? 0) + population);
  }
  return units.flatMap(({ unit_code }) => {
    const held = margins.filter((margin) => sums.has(`${unit_code} ${margin}`));
    if (new Set(held.map((margin) => sums.get(`${unit_code} ${margin}`))).size <= 1) return [];
    const list = held.map((margin) => `${margin} ${sums.get(`${unit_code} ${margin}`)}`).join(", ");
    return [parsed.at([], `the margins of unit ${unit_code} add to different totals: ${list}`)];
  });
}

function categories(form: Instrument, margin: string): string[] {
  return form.items.find((item) => item.code === margin)?.options?.map((option) => option.code) ?? [];
}
