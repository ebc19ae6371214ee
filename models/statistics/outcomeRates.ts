/** Sampled cases by final disposition, in the letters of AAPOR's Standard Definitions. */
export interface Dispositions {
  /** Complete interviews. */
  readonly I: number;
  /** Partial interviews. */
  readonly P: number;
  /** Refusals and break-offs. */
  readonly R: number;
  /** Non-contacts. */
  readonly NC: number;
  /** Other non-interviews. */
  readonly O: number;
  /** Unknown whether there is a household. */
  readonly UH: number;
  /** Unknown for another reason. */
  readonly UO: number;
  /** Known not to be eligible. */
  readonly NE: number;
}

/** A rate as a fraction: its parts are kept, so that whoever reads it can add them. */
export interface OutcomeRate {
  readonly code: OutcomeRateCode;
  readonly numerator: number;
  readonly denominator: number;
  /** Null when the denominator is zero: there is nobody to take the share of. */
  readonly rate: number | null;
}

export const outcomeRateCodes = [
  ...(["RR1", "RR2", "RR3", "RR4", "RR5", "RR6"] as const),
  ...(["COOP1", "COOP2", "COOP3", "COOP4", "REF1", "REF2", "REF3", "CON1", "CON2", "CON3"] as const),
] as const;
export type OutcomeRateCode = (typeof outcomeRateCodes)[number];

/**
 * AAPOR's outcome rates: response (RR), cooperation (COOP), refusal (REF) and contact (CON). With E = (I+P) + (R+NC+O) and
 * U = UH+UO:
 *
 *     RR1 = I / (E + U)        RR3 = I / (E + eU)        RR5 = I / E          RR2, RR4, RR6: I+P instead of I
 *     COOP1 = I / (I+P+R+O)    COOP3 = I / (I+P+R)                            COOP2, COOP4: I+P instead of I
 *     REF1 = R / (E + U)       REF2 = R / (E + eU)       REF3 = R / E
 *     CON1 = (I+P+R+O) / (E + U)    CON2: E + eU    CON3: E
 *
 * e is the share of the cases of unknown eligibility that are taken to be eligible; without it, the share among those whose
 * eligibility is known, E / (E + NE). Substitutes are no sampled cases: whoever counts must leave them out. Unweighted.
 *
 * AAPOR, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys (9th edition, 2016).
 *
 * @example outcomeRates({ I: 4, P: 2, R: 1, NC: 1, O: 1, UH: 1, UO: 1, NE: 1 })[0].rate // 0.3636…
 */
export function outcomeRates(
  { I, P, R, NC, O, UH, UO, NE }: Dispositions,
  eligibleShare?: number,
): readonly [OutcomeRate, ...OutcomeRate[]] {
  const eligible = I + P + (R + NC + O);
  const known = eligible + NE;
  const e = eligibleShare ?? (known === 0 ? 1 : eligible / known);
  const all = eligible + (UH + UO);
  const estimated = eligible + e * (UH + UO);
  const reached = I + P + R + O;
  return [
    toRate("RR1", I, all),
    toRate("RR2", I + P, all),
    toRate("RR3", I, estimated),
    toRate("RR4", I + P, estimated),
    toRate("RR5", I, eligible),
    toRate("RR6", I + P, eligible),
    toRate("COOP1", I, reached),
    toRate("COOP2", I + P, reached),
    toRate("COOP3", I, I + P + R),
    toRate("COOP4", I + P, I + P + R),
    toRate("REF1", R, all),
    toRate("REF2", R, estimated),
    toRate("REF3", R, eligible),
    toRate("CON1", reached, all),
    toRate("CON2", reached, estimated),
    toRate("CON3", reached, eligible),
  ];
}

function toRate(code: OutcomeRateCode, numerator: number, denominator: number): OutcomeRate {
  return { code, numerator, denominator, rate: denominator === 0 ? null : numerator / denominator };
}
