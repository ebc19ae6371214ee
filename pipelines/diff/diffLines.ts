import {
  isBeyondChance,
  type NodeDifference,
  type UnitMovement,
  type WarehouseDiff,
} from "../../models/recipes/warehouseDiff.ts";

const shownUnits = 15;

/** A difference as lines of text: the nation, then the provinces that moved most, and what the difference was made of. */
export function diffLines(diff: WarehouseDiff): string[] {
  const { nodes, units, points } = diff;
  const changed = nodes.filter(({ status }) => status !== "unchanged");
  const beyond = nodes.filter(isBeyondChance).length;
  const moved = units.filter(({ places_gained }) => places_gained !== null && places_gained !== 0);
  const overall = nodes.filter(({ node_level }) => node_level === "overall");
  return [
    `${diff.after} against ${diff.before}, round ${diff.round}: ${changed.length} of ${nodes.length} values differ, ${beyond} by more than chance (95 %); ${moved.length} of ${units.length} provinces change rank.`,
    `  ${causeLine(diff)}`,
    ...(diff.is_same_sample
      ? []
      : ["  The two do not hold the same sample: differences have no error here."]),
    ...peopleLine(units),
    "",
    header("overall, percent"),
    ...overall.filter(({ domain_level }) => domain_level !== "province").map(nodeLine),
    "",
    `${header("province").padEnd(82)}  rank`,
    ...largest(overall, units),
    ...points.map(
      ({ index_code, unit_code, old_percent, new_percent, old_rank, new_rank }) =>
        `  ${index_code} ${unit_code}: ${old_percent ?? "[x]"} → ${new_percent ?? "[x]"}, rank ${old_rank ?? "[x]"} → ${new_rank ?? "[x]"}`,
    ),
    "",
    `Hash of this difference: ${diff.sha256}`,
  ];
}

function causeLine({ causes, changed_settings }: WarehouseDiff): string {
  if (causes === null) return "Cause: not known; one of them does not say what it was made of.";
  if (causes.length === 0) return "Cause: none; both were made of the same data, recipe and code.";
  const settings = changed_settings.length === 0 ? "" : ` (${changed_settings.join(", ")})`;
  return `Cause: ${causes.join(", ")}${settings}.`;
}

function peopleLine(units: readonly UnitMovement[]): string[] {
  if (units.length === 0) return [];
  const sum = (name: "n_old" | "n_new" | "n_left" | "n_joined" | "n_reweighted" | "n_answered_otherwise") =>
    units.reduce((total, unit) => total + unit[name], 0);
  return [
    `  Responses: ${sum("n_old")} → ${sum("n_new")} (${sum("n_left")} left, ${sum("n_joined")} joined; ${sum("n_reweighted")} weighted otherwise, ${sum("n_answered_otherwise")} answered otherwise).`,
  ];
}

function largest(overall: readonly NodeDifference[], units: readonly UnitMovement[]): string[] {
  const movement = new Map(units.map((unit) => [unit.unit_code, unit]));
  const provinces = overall
    .filter(({ domain_level }) => domain_level === "province")
    .sort(
      (a, b) =>
        Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0) || (a.domain_code < b.domain_code ? -1 : 1),
    );
  const more = provinces.length - shownUnits;
  return [
    ...provinces.slice(0, shownUnits).map((row) => {
      const unit = movement.get(row.domain_code);
      return `${nodeLine(row).padEnd(82)}  ${unit?.old_rank ?? "[x]"} → ${unit?.new_rank ?? "[x]"}`;
    }),
    ...(more > 0 ? [`  … and ${more} more (--json has all)`] : []),
  ];
}

const nameWidth = 32;

function header(title: string): string {
  return `  ${title.padEnd(nameWidth)} ${["old", "new", "change"].map((word) => word.padStart(7)).join(" ")}      (95 % interval)`;
}

function nodeLine(row: NodeDifference): string {
  const number = (value: number | null) => (value === null ? "[x]" : value.toFixed(2)).padStart(7);
  const interval =
    row.difference_low === null || row.difference_high === null
      ? row.status
      : `${row.difference_low.toFixed(2)} to ${row.difference_high.toFixed(2)}`;
  return `  ${row.domain_name_en.padEnd(nameWidth)} ${number(row.old_percent)} ${number(row.new_percent)} ${number(row.difference)}      (${interval})`;
}
