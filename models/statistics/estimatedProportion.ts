/** What a proportion's interval is made of. */
export interface EstimatedProportion {
  readonly proportion: number;
  readonly se: number;
  readonly df: number;
  /** Rows with an answer in the domain. */
  readonly n: number;
  /** For `likelihood`: p(1 − p) of the last step of the fitted model; p(1 − p) itself when absent. */
  readonly workingVariance?: number | undefined;
}
