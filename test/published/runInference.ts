import type { Runner } from "./reference.ts";

/** Tests, models, ranks, composites and small areas. */
export const inferenceRunners: readonly Runner[] = [];
