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
  for (const unit of units) issues.push(...checkUnit(parsed, unit.unit_code, margins, form));
  return issues;
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

function checkUnit(
  parsed: Parsed<Margin[]>,
  unit: string,
  margins: readonly string[],
  form: Instrument,
): Issue[] {
  const issues: Issue[] = [];
  const totals = margins.map((margin) => {
    const rows = (parsed.value ?? []).filter((row) => row.unit_code === unit && row.margin_code === margin);
    const lacking = categories(form, margin).filter((code) =>
      rows.every((row) => row.category_code !== code),
    );
    if (lacking.length > 0)
      issues.push(parsed.at([], `unit ${unit} has no row of ${margin} for ${lacking.join(", ")}`));
    return rows.reduce((sum, row) => sum + row.population, 0);
  });
  if (issues.length === 0 && new Set(totals).size > 1) {
    const list = margins.map((margin, i) => `${margin} ${totals[i]}`).join(", ");
    issues.push(parsed.at([], `the margins of unit ${unit} add to different totals: ${list}`));
  }
  return issues;
}

function categories(form: Instrument, margin: string): string[] {
  return form.items.find((item) => item.code === margin)?.options?.map((option) => option.code) ?? [];
}
