/** How ranks are simulated, once for every round: chosen by us, and shown on the pages that use them. */
export const rankSettings = {
  /** Draws of estimation errors for rank sets. */
  draws: 5000,
  /** Replicates of the whole computation, where rules have thresholds or caps. */
  replicates: 1000,
  seed: 2026,
  coverage: 0.95,
  /** How many units count as the top and as the bottom. */
  ends: 5,
} as const;
