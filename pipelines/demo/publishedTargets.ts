import type { PublishedSipas } from "../../models/published/readPublished.ts";
import { demoShape } from "./shape.ts";

/** What is published of one year, for the truth to follow. */
export interface PublishedTargets {
  readonly year: number;
  readonly overall: number;
  /** Only what is published: a part or factor without a figure is not in here. */
  readonly parts: ReadonlyMap<string, number>;
  readonly factors: ReadonlyMap<string, number>;
  readonly lowest: number;
  readonly highest: number;
  readonly units: readonly { unitCode: string; value: number | null; rank: number | null }[];
}

/** Where the published table calls a part otherwise than the instrument. */
const publishedParts: Readonly<Record<string, string>> = { service: "service_delivery" };

/**
 * The published values of a year. A year without a national value follows the last year before it that has one, in
 * its national values only.
 */
export function publishedTargets(
  rows: readonly PublishedSipas[],
  year: number,
  partCodes: readonly string[],
  factorCodes: readonly string[],
): PublishedTargets {
  const certain = rows.filter((row) => !row.is_uncertain && row.year <= year);
  const national = certain.filter((row) => row.domain_level === "nation" && row.value !== null);
  const from = Math.max(...national.filter((row) => row.component === "overall").map((row) => row.year));
  const nationalValue = (component: string) => {
    const row = national.find((found) => found.year === from && found.component === component);
    return row === undefined ? null : Number(row.value);
  };
  const overall = nationalValue("overall")!;
  return {
    year: from,
    overall,
    parts: held(partCodes, (code) => nationalValue(`part:${publishedParts[code] ?? code}`)),
    factors: held(factorCodes, (code) => nationalValue(`factor:${code}`)),
    lowest: nationalValue("overall:min_province") ?? overall - demoShape.truth.range,
    highest: nationalValue("overall:max_province") ?? overall + demoShape.truth.range,
    units: certain
      .filter((row) => row.year === year && row.component === "overall" && row.unit_code !== null)
      .map(({ unit_code, value, published_rank }) => ({
        unitCode: unit_code!,
        value: value === null ? null : Number(value),
        rank: published_rank,
      })),
  };
}

function held(codes: readonly string[], figureOf: (code: string) => number | null): Map<string, number> {
  return new Map(
    codes.flatMap((code) => {
      const value = figureOf(code);
      return value === null ? [] : [[code, value] as const];
    }),
  );
}
