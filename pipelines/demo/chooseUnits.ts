import type { Unit } from "../../models/units/unit.ts";

const capital = "01"; // Hà Nội, by official code

/** `n` units spread over the regions: Hà Nội first, then from each region in turn, in the order of their codes. */
export function chooseUnits(units: readonly Unit[], n: number | undefined): readonly Unit[] {
  if (n === undefined || n >= units.length) return units;
  const queues = new Map<string, Unit[]>();
  for (const unit of [...units].sort(capitalFirst)) {
    const region = unit.region_code ?? "";
    queues.set(region, [...(queues.get(region) ?? []), unit]);
  }
  const chosen = new Set<Unit>();
  while (chosen.size < n) {
    for (const queue of queues.values()) {
      const next = queue.shift();
      if (next && chosen.size < n) chosen.add(next);
    }
  }
  return units.filter((unit) => chosen.has(unit));
}

function capitalFirst(a: Unit, b: Unit): number {
  const rank = (unit: Unit) => (unit.official_code === capital ? 0 : 1);
  return rank(a) - rank(b) || (a.unit_code < b.unit_code ? -1 : 1);
}
