import { Big } from "big.js";
import type { PublishedRows } from "./published.ts";

/** How a printed figure can contradict another, or be no figure at all. */
export const contradictionKinds = [
  "parts_and_total", // blocks whose maxima make up 100 do not add to the total
  "two_values", // one figure printed with two values
  "above_maximum", // more points than the maximum, or less than none
  "rank_order", // a better rank with fewer points
  "rank_twice", // one rank, two units with unlike points
  "rank_as_points", // whole numbers no greater than the number of units, printed as points beside ranks
  "count_and_rank", // more units above a line than the rank of a unit below it allows
  "groups_and_units", // groups that add to more units than there are
  "mean_and_regions", // a national mean outside the means of the regions
  "mean_and_units", // every unit is known, and their mean prints otherwise
  "not_a_value", // a range or words in place of a figure
  "no_address", // no page is named
] as const;

export type ContradictionKind = (typeof contradictionKinds)[number];

/** A contradiction among published figures: found and told, never mended. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  readonly year: number;
  readonly level: "ministry" | "province" | "region";
  readonly unit: string;
  readonly component: string;
  /** The figures that do not go together, as printed. */
  readonly values: readonly string[];
  readonly finding: string;
  readonly source: string;
}

/** A figure as it was printed somewhere; a value that is no plain number stays text. */
export interface PrintedFigure {
  readonly year: number;
  readonly level: "ministry" | "province" | "region";
  readonly unit: string;
  readonly component: string;
  readonly value: string | null;
  readonly max: string | null;
  readonly rank: number | null;
  readonly source: string;
}

/** Printed to two decimals, each part may be off by half a hundredth, and so may the total. */
const printStep = new Big("0.005");

/**
 * The figures held of PAR INDEX, with every candidate value of those that pages contradict: what the checks below run on.
 *
 * @example findContradictions(printedFigures(rows)).length
 */
export function printedFigures(rows: PublishedRows): PrintedFigure[] {
  const held = (["par_ministry", "par_province", "par_components", "par_means"] as const).flatMap((file) =>
    rows[file].map(({ source_url, ...row }) => ({ ...row, source: source_url })),
  );
  const contradicted = rows.par_conflicts.flatMap(
    ({ candidate_values, source_urls, year, level, unit, component }) =>
      splitCandidates(unit, component, candidate_values).map((one) => ({
        year,
        level,
        component: component.replace("rank?", "total").replace(/^rank$/, "total"),
        max: null,
        source: source_urls,
        ...one,
      })),
  );
  return [...held, ...contradicted];
}

/** "92.57 | 92.75" are two values of one unit; "A; B" with "48; 50" one of each; a candidate rank is no value. */
function splitCandidates(
  unit: string,
  component: string,
  text: string,
): Pick<PrintedFigure, "unit" | "value" | "rank">[] {
  const units = unit.split(/; | \/ /);
  const values = text.split(units.length > 1 ? /; | \/ / : " | ");
  const isRank = component === "rank";
  return values.map((value, i) => ({
    unit: units.length > 1 ? (units[i] ?? unit) : unit,
    value: isRank ? null : value,
    rank: isRank && /^\d+$/.test(value) ? Number(value) : null,
  }));
}

/**
 * Every contradiction in a list of printed figures: parts against totals, one figure against another, points against ranks,
 * counts against ranks and units, means against what they are means of. Deterministic; changes nothing.
 */
export function findContradictions(figures: readonly PrintedFigure[]): Contradiction[] {
  const sound = figures.filter(({ value }) => value === null || isNumber(value));
  return [
    ...figures.flatMap(notAValue),
    ...figures
      .filter(({ source }) => !/https?:\/\//.test(source))
      .map((figure) =>
        found("no_address", figure, [figure.value ?? ""], "no page is named where this was read"),
      ),
    ...sound.flatMap(aboveMaximum),
    ...groups(sound, ({ year, level, unit, component }) => [year, level, unit, component]).flatMap(twoValues),
    ...groups(sound, ({ year, level, unit }) => [year, level, unit]).flatMap(partsAndTotal),
    ...groups(sound.filter(isTotal), ({ year, level }) => [year, level]).flatMap((totals) => [
      ...rankOrder(totals),
      ...rankTwice(totals),
      ...rankAsPoints(totals),
    ]),
    ...sound.flatMap((figure) => countAndRank(figure, sound)),
    ...groups(
      sound.filter(({ component }) => /^group [A-D] count$/.test(component)),
      ({ year, level }) => [year, level],
    ).flatMap(groupsAndUnits),
    ...sound.flatMap((figure) =>
      figure.component === "mean total" && figure.unit.startsWith("(") ? meanOf(figure, sound) : [],
    ),
  ];
}

function notAValue(figure: PrintedFigure): Contradiction[] {
  if (figure.value === null || figure.component === "group" || isNumber(figure.value)) return [];
  return [found("not_a_value", figure, [figure.value], `"${figure.value}" is no single number`)];
}

function aboveMaximum(figure: PrintedFigure): Contradiction[] {
  const { value, max, component } = figure;
  if (value === null || max === null || component.includes("count")) return [];
  if (new Big(value).gte(0) && new Big(value).lte(max)) return [];
  return [found("above_maximum", figure, [value, max], `${value} is outside 0 to ${max}`)];
}

function twoValues(same: readonly PrintedFigure[]): Contradiction[] {
  const values = [
    ...new Map(
      same.flatMap(({ value }) => (value === null ? [] : [[new Big(value).toString(), value] as const])),
    ).values(),
  ];
  const [first] = same;
  if (first === undefined || values.length < 2) return [];
  return [found("two_values", first, values, `one figure is printed as ${values.join(" and ")}`)];
}

/** Blocks are parts whose maxima add to that of the total; every printed total of the unit is held against them. */
function partsAndTotal(ofUnit: readonly PrintedFigure[]): Contradiction[] {
  const totals = [
    ...new Map(
      ofUnit.filter((figure) => isTotal(figure) && figure.value !== null).map((each) => [each.value, each]),
    ).values(),
  ];
  const held = ofUnit.filter(
    ({ component, value, max }) =>
      component !== "total" && !component.includes("%") && value !== null && max !== null,
  );
  const blocks = [
    held.filter(({ component }) => component.startsWith("khối")),
    held.filter(({ component }) => component.startsWith("điểm")),
    held.filter(({ component }) => /^\d\. /.test(component)),
  ].filter((parts) => parts.length > 1 && sumOf(parts, "max").eq(100));
  return blocks.flatMap((parts) => {
    const sum = sumOf(parts, "value");
    const slack = parts.reduce((total, { value }) => total.plus(stepOf(value ?? "")), printStep);
    return totals
      .filter(({ value }) =>
        sum
          .minus(value ?? 0)
          .abs()
          .gt(slack),
      )
      .map((total) =>
        found(
          "parts_and_total",
          total,
          [sum.toString(), total.value ?? ""],
          `the parts add to ${sum}; the total is printed as ${total.value}`,
        ),
      );
  });
}

function rankOrder(totals: readonly PrintedFigure[]): Contradiction[] {
  const ranked = merged(totals).filter(({ rank, value }) => rank !== null && value !== null);
  return ranked.flatMap((figure) =>
    ranked
      .filter(
        (other) => (other.rank ?? 0) > (figure.rank ?? 0) && new Big(other.value ?? 0).gt(figure.value ?? 0),
      )
      .map((other) =>
        found(
          "rank_order",
          figure,
          [figure.value ?? "", other.value ?? ""],
          `rank ${figure.rank} has ${figure.value}, while ${other.unit} of rank ${other.rank} has ${other.value}`,
        ),
      ),
  );
}

function rankTwice(totals: readonly PrintedFigure[]): Contradiction[] {
  const ranked = merged(totals).filter(({ rank }) => rank !== null);
  return ranked.flatMap((figure, i) =>
    ranked
      .slice(i + 1)
      .filter(
        (other) =>
          other.rank === figure.rank &&
          other.unit !== figure.unit &&
          (other.value === null || figure.value === null || !new Big(other.value).eq(figure.value)),
      )
      .map((other) =>
        found(
          "rank_twice",
          figure,
          [String(figure.rank)],
          `rank ${figure.rank} is printed for ${figure.unit} and for ${other.unit}`,
        ),
      ),
  );
}

/** A unit's points and its rank may stand in two rows. */
function merged(totals: readonly PrintedFigure[]): PrintedFigure[] {
  const ranks = totals.filter(({ rank }) => rank !== null);
  return ranks.map((figure) => ({
    ...figure,
    value:
      figure.value ?? totals.find(({ unit, value }) => unit === figure.unit && value !== null)?.value ?? null,
  }));
}

const mostUnits = { ministry: 30, province: 63, region: 6 } as const;

/** Below every ranked total of the year by far, and whole: a rank that was printed as points. */
function rankAsPoints(totals: readonly PrintedFigure[]): Contradiction[] {
  const lowest = totals
    .filter(({ rank, value }) => rank !== null && value !== null)
    .map(({ value }) => new Big(value as string));
  return totals
    .filter(
      ({ value, rank, level }) =>
        rank === null &&
        value !== null &&
        /^\d+$/.test(value) &&
        Number(value) <= mostUnits[level] &&
        lowest.every((other) => other.gt(value)),
    )
    .map((figure) =>
      found(
        "rank_as_points",
        figure,
        [figure.value ?? ""],
        `${figure.value} points would be a whole number no greater than the number of units: it reads as a rank`,
      ),
    );
}

/** "count above 80 = 29" cannot be where the tenth already has less than 80. */
function countAndRank(figure: PrintedFigure, all: readonly PrintedFigure[]): Contradiction[] {
  const line = /^count (?:total >|above )(\d+(?:\.\d+)?)$/.exec(figure.component)?.[1];
  if (line === undefined || figure.value === null) return [];
  return all
    .filter(
      (other) =>
        isTotal(other) &&
        other.year === figure.year &&
        other.level === figure.level &&
        other.rank !== null &&
        other.value !== null,
    )
    .filter(({ rank, value }) => new Big(value ?? 0).lt(line) && Number(figure.value) >= (rank ?? 0))
    .map((other) =>
      found(
        "count_and_rank",
        figure,
        [figure.value ?? "", other.value ?? ""],
        `${figure.value} units above ${line}, while rank ${other.rank}, ${other.unit}, has ${other.value}`,
      ),
    );
}

function groupsAndUnits(counts: readonly PrintedFigure[]): Contradiction[] {
  const [first] = counts;
  const units = first?.max ?? null;
  const sum = sumOf(counts, "value");
  if (first === undefined || units === null || sum.lte(units)) return [];
  return [
    found("groups_and_units", first, [sum.toString(), units], `groups add to ${sum} units of ${units}`),
  ];
}

function meanOf(mean: PrintedFigure, all: readonly PrintedFigure[]): Contradiction[] {
  const same = all.filter(({ year, value }) => year === mean.year && value !== null);
  const value = new Big(mean.value ?? 0);
  const regions = same.filter(
    ({ level, component }) => mean.level === "province" && level === "region" && component === "mean total",
  );
  const units = same.filter((figure) => isTotal(figure) && figure.level === mean.level);
  const counted = all.find(
    ({ year, level, max, component }) =>
      year === mean.year && level === mean.level && component.startsWith("count") && max !== null,
  )?.max;
  const outside =
    regions.length === mostUnits.region &&
    (regions.every((region) => value.gt(region.value ?? 0)) ||
      regions.every((region) => value.lt(region.value ?? 0)));
  const printed = units.length > 0 ? sumOf(units, "value").div(units.length).toFixed(2) : null;
  return [
    ...(outside
      ? [
          found(
            "mean_and_regions",
            mean,
            [mean.value ?? ""],
            `${mean.value} lies outside the means of all six regions`,
          ),
        ]
      : []),
    ...(printed !== null && units.length === Number(counted) && !new Big(printed).eq(value)
      ? [
          found(
            "mean_and_units",
            mean,
            [mean.value ?? "", printed],
            `the ${units.length} units have the mean ${printed}; ${mean.value} is printed`,
          ),
        ]
      : []),
  ];
}

function found(
  kind: ContradictionKind,
  figure: PrintedFigure,
  values: readonly string[],
  finding: string,
): Contradiction {
  const { year, level, unit, component, source } = figure;
  return { kind, year, level, unit, component, values, finding, source };
}

function isTotal({ component, level }: PrintedFigure): boolean {
  return component === "total" && level !== "region";
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** Half a unit of the last printed digit. */
function stepOf(value: string): Big {
  const decimals = value.split(".")[1]?.length ?? 0;
  return new Big(5).times(new Big(10).pow(-decimals - 1));
}

function sumOf(figures: readonly PrintedFigure[], key: "value" | "max"): Big {
  return figures.reduce((sum, figure) => sum.plus(figure[key] ?? 0), new Big(0));
}

function groups<T>(items: readonly T[], keyOf: (item: T) => readonly unknown[]): T[][] {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    byKey.set(key, [...(byKey.get(key) ?? []), item]);
  }
  return [...byKey.values()];
}
