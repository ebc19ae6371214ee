import { EstimateError } from "../errors.ts";
import type { Design } from "./design.ts";

/** Which rows belong to a domain: true or 1 inside; false, 0 or missing outside. */
export type DomainColumn = ArrayLike<boolean | number | null | undefined>;

/**
 * The same sample, asked about a domain. No row is dropped: strata and sampled units keep their number, and a unit without a
 * row in the domain counts as a zero. Subpopulations of a subpopulation are their intersection.
 *
 * @example estimate(subpopulation(design, sex.map((s) => s === "F")), mean(satisfied))
 * @throws EstimateError when the column has another length than the sample
 */
export function subpopulation<D extends Design>(design: D, domain: DomainColumn): D {
  if (domain.length !== design.rows) {
    throw new EstimateError(`The domain has ${domain.length} values; the sample has ${design.rows} rows.`);
  }
  const inside = Uint8Array.from({ length: design.rows }, (_, row) =>
    domain[row] && (design.domain === null || design.domain[row] === 1) ? 1 : 0,
  );
  return { ...design, domain: inside };
}

/** Weights of the rows of the design's domain, and 0 for the others. */
export function weightsInDomain(design: Design, weights: Float64Array): Float64Array {
  const { domain } = design;
  return domain === null ? weights : weights.map((weight, row) => (domain[row] === 1 ? weight : 0));
}
