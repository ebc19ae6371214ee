import { expect, test } from "vitest";
import { KnownError, SourceError } from "../../models/errors.ts";
import { withRetries } from "../../pipelines/retry.ts";

function world() {
  const waited: number[] = [];
  const warnings: string[] = [];
  return {
    waited,
    warnings,
    run: {
      wait: async (milliseconds: number) => void waited.push(milliseconds),
      warn: (sentence: string) => void warnings.push(sentence),
      signal: new AbortController().signal,
    },
  };
}

const failing = (error: Error, times: number) => {
  let calls = 0;
  const work = async () => {
    calls += 1;
    if (calls <= times) throw error;
    return calls;
  };
  return { work, calls: () => calls };
};

test("what may pass by itself is tried four times, after 1, 5 and 25 seconds", async () => {
  const { run, waited, warnings } = world();
  const busy = failing(new SourceError("The store is busy.", { retriable: true }), 3);
  expect(await withRetries(run, "Store demo", busy.work)).toBe(4);
  expect(waited).toEqual([1000, 5000, 25000]);
  expect(warnings[0]).toBe("Store demo: attempt 1 failed, the next one follows in 1 s. The store is busy.");
});

test("after the fourth failure the error stands", async () => {
  const { run } = world();
  const busy = failing(new SourceError("The store is busy.", { retriable: true }), 9);
  await expect(withRetries(run, "Store demo", busy.work)).rejects.toThrow("The store is busy.");
  expect(busy.calls()).toBe(4);
});

test.each([
  ["a wrong password", new SourceError("The password is wrong.")],
  ["a broken promise", new KnownError("A check failed.")],
  ["a bug", new TypeError("undefined is not a function")],
])("%s is not tried again", async (_name, error) => {
  const { run, waited } = world();
  const wrong = failing(error, 9);
  await expect(withRetries(run, "Store demo", wrong.work)).rejects.toThrow(error.message);
  expect(wrong.calls()).toBe(1);
  expect(waited).toEqual([]);
});
