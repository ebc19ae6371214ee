import type { SurveyCells } from "./surveyCells.ts";

/** How many answers that count say yes, and how many do not. */
export interface AnswerCounts {
  readonly yes: number;
  readonly no: number;
}

/** Unweighted answers to an item, by strata. */
export function answerCounts(survey: SurveyCells): (item: string, strata: readonly string[]) => AnswerCounts {
  const known = new Map<string, AnswerCounts>();
  return (item, strata) => {
    let [yes, no] = [0, 0];
    for (const stratum of strata) {
      const key = `${item}/${stratum}`;
      const own = known.get(key) ?? ofStratum(survey, item, stratum);
      known.set(key, own);
      yes += own.yes;
      no += own.no;
    }
    return { yes, no };
  };
}

function ofStratum({ items, rowsOfStratum }: SurveyCells, item: string, stratum: string): AnswerCounts {
  const counts = items.get(item)!;
  const [from, to] = rowsOfStratum.get(stratum) ?? [0, 0];
  let [yes, all] = [0, 0];
  for (let row = from; row < to; row++) {
    yes += counts.yes[row]!;
    all += counts.counted[row]!;
  }
  return { yes, no: all - yes };
}
