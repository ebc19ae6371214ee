import { nodeVariances } from "./nodeVariance.ts";
import { participation } from "./participation.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** An item in one stratum against all other strata together, on the scale 0–1. */
export interface ItemContrast {
  readonly stratum: string;
  readonly item: string;
  /** Of the others, all their answers pooled. */
  readonly restShare: number;
  readonly restVariance: number;
  readonly restDf: number;
  /** The stratum's own share, and its direct variance. */
  readonly share: number;
  readonly variance: number;
  readonly df: number;
}

/** Weighted counts of an item in a stratum, and the covariance matrix of the two. */
interface ItemSums {
  readonly yes: number;
  readonly counted: number;
  readonly yesVariance: number;
  readonly countedVariance: number;
  readonly covariance: number;
}

/**
 * Every item of every stratum against the rest of the population. The sample of a stratum is drawn and its weights are
 * raked by itself, so the two shares are independent and their variances add:
 *
 *     V(Y/X) = (V(Y) − 2R·C(Y,X) + R²·V(X)) / X²,  for the rest with the sums of its strata
 *
 * Against the nation, the stratum included, the difference is the same times one minus the stratum's part of the nation's
 * counted answers, and so is its error: the test is the same.
 *
 * @returns null where strata were raked together: their shares are not independent then
 */
export function contrastItems(cells: SurveyCells): ItemContrast[] | null {
  if (cells.calibration.some(({ strata }) => strata.length > 1)) return null;
  const strata = [...cells.rowsOfStratum.keys()];
  const takingPart = participation(cells);
  const varianceOf = linearVariances(cells);
  return [...cells.items.keys()].flatMap((item) => {
    const sums = strata.map((stratum) => sumsOf(cells, item, stratum, varianceOf));
    const all = sums.reduce(add);
    const allDf = takingPart(item, strata).df;
    return strata.flatMap((stratum, index) => {
      const own = sums[index] as ItemSums;
      const rest = subtract(all, own);
      if (own.counted === 0 || rest.counted <= 0) return [];
      const { df } = takingPart(item, [stratum]);
      return [
        {
          ...{ stratum, item, df, restDf: allDf - df },
          ...{ share: own.yes / own.counted, variance: ratioVariance(own) },
          ...{ restShare: rest.yes / rest.counted, restVariance: ratioVariance(rest) },
        },
      ];
    });
  });
}

function ratioVariance({ yes, counted, yesVariance, countedVariance, covariance }: ItemSums): number {
  const ratio = yes / counted;
  return Math.max(0, (yesVariance - 2 * ratio * covariance + ratio ** 2 * countedVariance) / counted ** 2);
}

/** The variance of Σ w (a·y − r·c) of an item in a stratum. */
function linearVariances(cells: SurveyCells) {
  const variances = nodeVariances(cells);
  return (item: string, stratum: string, a: number, r: number): number =>
    variances(
      [
        {
          strata: [stratum],
          form: { value: 0, terms: [{ item, a, r }], scale: 1 },
          weight: 1,
          squares: null,
        },
      ],
      0,
    ).variance;
}

/** V(Y − X) = V(Y) − 2 C(Y,X) + V(X) gives the covariance. */
function sumsOf(
  cells: SurveyCells,
  item: string,
  stratum: string,
  varianceOf: ReturnType<typeof linearVariances>,
): ItemSums {
  const { yes: yesCounts, counted: counts } = cells.items.get(item)!;
  const [from, to] = cells.rowsOfStratum.get(stratum)!;
  let yes = 0;
  let counted = 0;
  for (let row = from; row < to; row++) {
    yes += cells.weight[row]! * yesCounts[row]!;
    counted += cells.weight[row]! * counts[row]!;
  }
  const yesVariance = varianceOf(item, stratum, 1, 0);
  const countedVariance = varianceOf(item, stratum, 0, 1);
  const covariance = (yesVariance + countedVariance - varianceOf(item, stratum, 1, 1)) / 2;
  return { yes, counted, yesVariance, countedVariance, covariance };
}

function add(a: ItemSums, b: ItemSums): ItemSums {
  return combine(a, b, 1);
}

function subtract(a: ItemSums, b: ItemSums): ItemSums {
  return combine(a, b, -1);
}

function combine(a: ItemSums, b: ItemSums, sign: 1 | -1): ItemSums {
  return {
    yes: a.yes + sign * b.yes,
    counted: a.counted + sign * b.counted,
    yesVariance: a.yesVariance + sign * b.yesVariance,
    countedVariance: a.countedVariance + sign * b.countedVariance,
    covariance: a.covariance + sign * b.covariance,
  };
}
