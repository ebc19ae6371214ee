import { SourceError } from "../models/errors.ts";
import type { Run } from "./run.ts";

/** Waits between attempts, in milliseconds: what passes by itself mostly does so within half a minute. */
const waits = [1_000, 5_000, 25_000] as const;

/** Tries again, after longer and longer waits, what the outside world may grant later; every other failure stands at once. */
export async function withRetries<T>(
  run: Pick<Run, "wait" | "warn" | "signal">,
  what: string,
  work: () => Promise<T>,
  pauses: readonly number[] = waits,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      run.signal.throwIfAborted(); // the store failed because it was let go
      const pause = pauses[attempt];
      if (!(error instanceof SourceError && error.retriable) || pause === undefined) throw error;
      run.warn(
        `${what}: attempt ${attempt + 1} failed, the next one follows in ${pause / 1000} s. ${error.message}`,
      );
      await run.wait(pause);
    }
  }
}
