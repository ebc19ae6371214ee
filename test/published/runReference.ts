import { resolve } from "node:path";
import { type Miss, type ReferenceCase, readCases, runCase } from "./reference.ts";

/** Runs a folder of reference cases, prints every miss, and ends with `N passed, M failed`. */
function runReference(folder: string): number {
  let failed = 0;
  const cases = readCases(folder);
  for (const reference of cases) {
    const lines = missesOf(reference, folder);
    if (lines.length > 0) failed += 1;
    for (const line of lines) process.stdout.write(`${reference.id}: ${line}\n`);
  }
  process.stdout.write(`${cases.length - failed} passed, ${failed} failed\n`);
  return failed;
}

function missesOf(reference: ReferenceCase, folder: string): string[] {
  try {
    return runCase(reference, folder).map(toLine);
  } catch (error) {
    return [error instanceof Error ? `${error.name}: ${error.message}` : String(error)];
  }
}

function toLine({ quantity, expected, got, error }: Miss): string {
  return `${quantity} expected ${expected}, got ${got}, relative error ${error.toExponential(2)}`;
}

const folder = resolve(process.argv[2] ?? "test/published/reference");
process.exitCode = runReference(folder) > 0 ? 1 : 0;
