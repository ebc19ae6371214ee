import type { z } from "zod";
import { type Issue, SpecError } from "../errors.ts";
import { instrument } from "../instruments/instrument.ts";
import { type PublishedFile, type PublishedRows, publishedFiles } from "../published/published.ts";
import { readPublished } from "../published/readPublished.ts";
import { cleaning, marginRow, round, weighting } from "../rounds/round.ts";
import { deriveMergedUnits } from "../units/deriveMergedUnits.ts";
import { aliasRow, regionRow, renamingRow, type Unit, unitRow } from "../units/unit.ts";
import { unitRegistry } from "../units/unitRegistry.ts";
import { checkInstrument } from "./checkInstrument.ts";
import { checkRound, type RoundFiles } from "./checkRound.ts";
import { checkUnits } from "./checkUnits.ts";
import { parseCsv } from "./parseCsv.ts";
import type { Parsed } from "./parsed.ts";
import { parseYaml } from "./parseYaml.ts";
import type { RoundSpec, Spec } from "./spec.ts";

/** Specification files by their path from the project root, e.g. `models/rounds/2022/round.yaml`, and their text. */
export type SpecFiles = ReadonlyMap<string, string>;

const place =
  /^models\/(units\/[^/]+\.csv|instruments\/[^/]+\.yaml|published\/[^/]+\.csv|rounds\/[^/]+\/[^/]+\.(?:yaml|csv))$/;

/**
 * Reads the whole specification: units, instruments, rounds, published figures. A file's place is its
 * registration: a round is there because its folder is.
 *
 * @throws SpecError listing every problem of every file at once, with file, line, path and rule
 */
export function readSpec(files: SpecFiles): Spec {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const open = <T>(file: string, parse: (text: string) => Parsed<T>): Parsed<T> => {
    seen.add(file);
    const text = files.get(file);
    const parsed = text === undefined ? missing<T>(file) : parse(text);
    issues.push(...parsed.issues);
    return parsed;
  };
  const openCsv = <Shape extends z.core.$ZodLooseShape>(
    file: string,
    schema: z.ZodObject<Shape, z.core.$strict>,
  ) => open(file, (text) => parseCsv(file, text, schema));
  const openYaml = <T>(file: string, schema: z.ZodType<T>) =>
    open(file, (text) => parseYaml(file, text, schema));

  const provinces = openCsv("models/units/provinces.csv", unitRow);
  const ministries = openCsv("models/units/ministries.csv", unitRow);
  const regions = openCsv("models/units/regions.csv", regionRow);
  const renamings = openCsv("models/units/renamings.csv", renamingRow);
  const aliases = openCsv("models/units/aliases.csv", aliasRow);
  issues.push(...checkUnits({ provinces, ministries, regions, renamings, aliases }));
  const units: Unit[] = deriveMergedUnits([...(provinces.value ?? []), ...(ministries.value ?? [])]);
  const lists = { units, renamings: renamings.value ?? [], aliases: aliases.value ?? [] };
  const unitsAreWhole = [provinces, ministries, renamings, aliases, regions].every(
    ({ value }) => value !== null,
  );

  const instruments = namesIn(files, /^models\/instruments\/([^/]+)\.yaml$/).map((name) => {
    const parsed = openYaml(`models/instruments/${name}.yaml`, instrument);
    const broken = checkInstrument(parsed, name);
    issues.push(...broken);
    return { name, form: broken.length === 0 ? parsed.value : null };
  });
  const forms = new Map(instruments.map(({ name, form }) => [name, form]));

  const published = Object.fromEntries(
    Object.entries(publishedFiles).map(([name, schema]) => [
      name,
      openCsv(`models/published/${name}.csv`, schema as never),
    ]),
  ) as unknown as Record<PublishedFile, Parsed<unknown[]>>;
  const frameworks = (published.frameworks.value ?? null) as PublishedRows["frameworks"] | null;

  const rounds = namesIn(files, /^models\/rounds\/([^/]+)\//).flatMap((year): RoundSpec[] => {
    const folder = `models/rounds/${year}`;
    const maybe = <T>(name: string, read: (file: string) => Parsed<T>) =>
      files.has(`${folder}/${name}`) ? read(`${folder}/${name}`) : null;
    const parts: RoundFiles = {
      round: openYaml(`${folder}/round.yaml`, round),
      cleaning: maybe("cleaning.yaml", (file) => openYaml(file, cleaning)),
      weighting: maybe("weighting.yaml", (file) => openYaml(file, weighting)),
      margins: maybe("margins.csv", (file) => openCsv(file, marginRow)),
    };
    const registry = unitsAreWhole ? unitRegistry(lists) : null;
    issues.push(...checkRound(year, parts, { registry, instruments: forms, frameworks }));
    if (parts.round.value === null) return [];
    return [
      {
        round: parts.round.value,
        cleaning: parts.cleaning?.value ?? null,
        weighting: parts.weighting?.value ?? null,
        margins: parts.margins?.value ?? [],
      },
    ];
  });

  const rows = Object.fromEntries(
    Object.entries(published).map(([name, parsed]) => [name, parsed.value ?? []]),
  ) as unknown as PublishedRows;
  const figures = readPublished(rows, unitRegistry(lists), regions.value ?? [], (file, row, message) => {
    if (unitsAreWhole)
      issues.push(published[file].at([row, file.endsWith("margins") ? "area" : "unit"], message));
  });

  for (const file of files.keys())
    if (/^models\/(units|instruments|published|rounds)\/.*\.(yaml|yml|csv)$/.test(file) && !seen.has(file))
      issues.push({
        file,
        path: "",
        message: place.test(file) ? "is not a file of this folder" : "is not in a place where it is read",
      });

  if (issues.length > 0) throw new SpecError(issues.sort(byPlace));
  return {
    ...lists,
    regions: regions.value ?? [],
    instruments: instruments.flatMap(({ form }) => form ?? []),
    rounds,
    published: figures,
  };
}

function missing<T>(file: string): Parsed<T> {
  return {
    file,
    value: null,
    issues: [{ file, path: "", message: "is missing" }],
    at: (_, message) => ({ file, path: "", message }),
  };
}

/** The distinct names that the first group of `pattern` finds in the files' paths, in order. */
function namesIn(files: SpecFiles, pattern: RegExp): string[] {
  return [...new Set([...files.keys()].flatMap((file) => pattern.exec(file)?.[1] ?? []))].sort();
}

function byPlace(a: Issue, b: Issue): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);
}
