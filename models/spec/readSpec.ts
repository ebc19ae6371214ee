import { type Issue, SpecError } from "../errors.ts";
import { checkCrosswalk, crosswalkRow } from "../frameworks/crosswalk.ts";
import type { Framework } from "../frameworks/framework.ts";
import { frameworkFolder } from "../frameworks/frameworkFolder.ts";
import { readFrameworks } from "../frameworks/readFrameworks.ts";
import { checkResponsible, type Responsible, responsibleRow } from "../frameworks/responsible.ts";
import { type Instrument, instrument } from "../instruments/instrument.ts";
import {
  campaign,
  deliveryStatusRow,
  type PublishedParticipation,
  publishedParticipationRow,
  targetRow,
} from "../participation/campaign.ts";
import { type PublishedFile, type PublishedRows, publishedFiles } from "../published/published.ts";
import { type PublishedFigures, readPublished } from "../published/readPublished.ts";
import { interviewerRow, recheckDecisionRow, recheckSettings } from "../rechecks/recheck.ts";
import { correctionRow, recodeRow } from "../rounds/corrections.ts";
import { fictionalSipasRow, officials } from "../rounds/officials.ts";
import { cleaning, marginRow, round } from "../rounds/round.ts";
import { weighting } from "../rounds/weighting.ts";
import { deriveMergedUnits } from "../units/deriveMergedUnits.ts";
import { checkFictionalUnits, type FictionalUnit, fictionalUnitRow } from "../units/fictionalUnit.ts";
import { aliasRow, type Region, regionRow, renamingRow, type Unit, unitRow } from "../units/unit.ts";
import { type UnitRegistry, unitRegistry } from "../units/unitRegistry.ts";
import { type UnitLists, unitSpellings } from "../units/unitSpellings.ts";
import { validation } from "../validation/validation.ts";
import { checkCampaign } from "./checkCampaign.ts";
import { checkComparability } from "./checkComparability.ts";
import { checkInstrument } from "./checkInstrument.ts";
import { checkFictionalSipas, checkOfficials } from "./checkOfficials.ts";
import { checkRound, type Referred, type RoundFiles } from "./checkRound.ts";
import { checkUnits } from "./checkUnits.ts";
import type { Parsed } from "./parsed.ts";
import { type Reading, type SpecFiles, startReading } from "./reading.ts";
import type { RoundSpec, Spec } from "./spec.ts";

/**
 * Reads the whole specification: units, instruments, frameworks, rounds, published figures. A file's place is its
 * registration: a round is there because its folder is. Nothing is read from the disk here.
 *
 * @example readSpec(new Map([["models/units/provinces.csv", "unit_code,…"], …])).units.length
 * @param isTrial a recipe is tried: what needs a recorded decision before it counts may stand without one
 * @throws SpecError listing every problem of every file at once, with file, line, path and rule
 */
export function readSpec(files: SpecFiles, { isTrial = false }: { isTrial?: boolean } = {}): Spec {
  const reading = startReading(files);
  const { registry, regions, ...lists } = readUnits(reading);
  const forms = readInstruments(reading);
  const published = readFigures(reading, registry, regions);
  const frameworks = readFrameworks(reading, published?.rows.par_structure ?? []);
  const responsible = readResponsible(reading, frameworks, lists);
  const crosswalk = reading.csv("models/frameworks/crosswalk.csv", crosswalkRow);
  reading.report(checkCrosswalk(crosswalk, frameworks));
  const areFrameworksWhole = !reading.issues().some(({ file }) => file.startsWith("models/frameworks/"));
  const rounds = readRounds(reading, {
    registry,
    instruments: forms,
    frameworks: published?.rows.frameworks ?? null,
    isTrial,
    allFrameworks: areFrameworksWhole ? frameworks : null,
    fictionalUnits: lists.fictionalUnits,
    unitCodes: new Set([...lists.units, ...lists.fictionalUnits].map((unit) => unit.unit_code)),
  });

  const deliveryStatuses = reading.csv("models/participation/delivery_statuses.csv", deliveryStatusRow).value;
  const publishedParticipation = readPublishedParticipation(reading, lists.units);

  const issues = reading.issues();
  if (issues.length > 0 || published === null) throw new SpecError(issues);
  const instruments = [...forms.values()].flatMap((form) => form ?? []);
  return {
    ...lists,
    regions,
    instruments,
    frameworks,
    responsible,
    crosswalk: crosswalk.value ?? [],
    rounds,
    published,
    deliveryStatuses: deliveryStatuses ?? [],
    publishedParticipation,
  };
}

function readPublishedParticipation(reading: Reading, units: readonly Unit[]): PublishedParticipation[] {
  const parsed = reading.csv("models/participation/published_participation.csv", publishedParticipationRow);
  const rows = parsed.value ?? [];
  const known = new Set(units.map(({ unit_level, unit_code }) => `${unit_level}/${unit_code}`));
  reading.report(
    rows.flatMap(({ unit_level, unit_code }, row) =>
      known.has(`${unit_level}/${unit_code}`)
        ? []
        : [parsed.at([row, "unit_code"], `${unit_code} is not a ${unit_level} of models/units`)],
    ),
  );
  return rows;
}

interface Units extends UnitLists {
  readonly fictionalUnits: readonly FictionalUnit[];
  readonly regions: readonly Region[];
  /** null when a file of the units cannot be read: then no name can be judged. */
  readonly registry: UnitRegistry | null;
}

function readUnits(reading: Reading): Units {
  const provinces = reading.csv("models/units/provinces.csv", unitRow);
  const ministries = reading.csv("models/units/ministries.csv", unitRow);
  const regions = reading.csv("models/units/regions.csv", regionRow);
  const renamings = reading.csv("models/units/renamings.csv", renamingRow);
  const aliases = reading.csv("models/units/aliases.csv", aliasRow);
  reading.report(checkUnits({ provinces, ministries, regions, renamings, aliases }));

  const lists = {
    units: deriveMergedUnits([...(provinces.value ?? []), ...(ministries.value ?? [])]),
    renamings: renamings.value ?? [],
    aliases: aliases.value ?? [],
  };
  const fictional = reading.csv("models/units/fictional.csv", fictionalUnitRow);
  reading.report(checkFictionalUnits(fictional, unitSpellings(lists)));
  const isWhole = [provinces, ministries, regions, renamings, aliases].every(({ value }) => value !== null);
  return {
    ...lists,
    fictionalUnits: fictional.value ?? [],
    regions: regions.value ?? [],
    registry: isWhole ? unitRegistry(lists) : null,
  };
}

/** By the name of its file; null stands for one that is there but broken. */
function readInstruments(reading: Reading): Map<string, Instrument | null> {
  const names = reading.names(/^models\/instruments\/([^/]+)\.yaml$/);
  return new Map(
    names.map((name) => {
      const parsed = reading.yaml(`models/instruments/${name}.yaml`, instrument);
      const broken = checkInstrument(parsed, name);
      reading.report(broken);
      return [name, broken.length === 0 ? parsed.value : null];
    }),
  );
}

/** The departments of each framework whose folder names them. */
function readResponsible(
  reading: Reading,
  frameworks: readonly Framework[],
  lists: Pick<Units, "units" | "fictionalUnits">,
): Responsible[] {
  return frameworks.flatMap((own) => {
    const file = `models/frameworks/${frameworkFolder(own.framework, own.level)}/responsible.csv`;
    if (!reading.files.has(file)) return [];
    const parsed = reading.csv(file, responsibleRow);
    const scored = own.provenance === "illustrative" ? lists.fictionalUnits : lists.units;
    const codes = new Set(
      scored.filter((unit) => unit.unit_level === own.level).map((unit) => unit.unit_code),
    );
    reading.report(checkResponsible(parsed, own, (code) => codes.has(code)));
    return [{ framework: own.framework, level: own.level, rows: parsed.value ?? [] }];
  });
}

function readFigures(
  reading: Reading,
  registry: UnitRegistry | null,
  regions: readonly Region[],
): PublishedFigures | null {
  const parsed = Object.fromEntries(
    Object.entries(publishedFiles).map(([name, schema]) => [
      name,
      reading.csv(`models/published/${name}.csv`, schema as never),
    ]),
  ) as unknown as Record<PublishedFile, Parsed<unknown[]>>;
  const rows = Object.fromEntries(
    Object.entries(parsed).map(([name, { value }]) => [name, value ?? []]),
  ) as unknown as PublishedRows;
  if (registry === null) return null;

  const unknown: Issue[] = [];
  const figures = readPublished(rows, registry, regions, (file, row, column, message) =>
    unknown.push(parsed[file].at([row, column], message)),
  );
  reading.report(unknown);
  return figures;
}

function readRounds(reading: Reading, referred: Referred): RoundSpec[] {
  const parsed: Parsed<RoundSpec["round"]>[] = [];
  const rounds = reading.names(/^models\/rounds\/([^/]+)\/[^/]+$/).flatMap((year) => {
    const folder = `models/rounds/${year}`;
    const maybe = <T>(name: string, read: (file: string) => Parsed<T>) =>
      reading.files.has(`${folder}/${name}`) ? read(`${folder}/${name}`) : null;
    const files: RoundFiles = {
      round: reading.yaml(`${folder}/round.yaml`, round),
      cleaning: maybe("cleaning.yaml", (file) => reading.yaml(file, cleaning)),
      weighting: maybe("weighting.yaml", (file) => reading.yaml(file, weighting)),
      margins: maybe("margins.csv", (file) => reading.csv(file, marginRow)),
      officials: maybe("officials.yaml", (file) => reading.yaml(file, officials)),
      fictionalSipas: maybe("fictional_sipas.csv", (file) => reading.csv(file, fictionalSipasRow)),
      campaign: maybe("campaign.yaml", (file) => reading.yaml(file, campaign)),
      targets: maybe("targets.csv", (file) => reading.csv(file, targetRow)),
      validation: maybe("validation.yaml", (file) => reading.yaml(file, validation)),
      corrections: maybe("corrections.csv", (file) => reading.csv(file, correctionRow)),
      recodes: maybe("recodes.csv", (file) => reading.csv(file, recodeRow)),
      recheck: maybe("recheck.yaml", (file) => reading.yaml(file, recheckSettings)),
      recheckDecisions: maybe("recheck_decisions.csv", (file) => reading.csv(file, recheckDecisionRow)),
      interviewers: maybe("interviewers.csv", (file) => reading.csv(file, interviewerRow)),
    };
    reading.report(checkRound(year, files, referred));
    if (files.officials) reading.report(checkOfficials(files.officials, referred));
    if (files.fictionalSipas)
      reading.report(checkFictionalSipas(files.fictionalSipas, referred.fictionalUnits));
    parsed.push(files.round);
    reading.report(checkCampaign(files.campaign, files.targets, referred.unitCodes));
    return files.round.value === null ? [] : [toRoundSpec(files.round.value, files, referred.isTrial)];
  });
  // After other problems it would only repeat them; a trial may change a rule, and no change between rounds is told of one.
  if (reading.isClean() && !referred.isTrial) reading.report(checkComparability(parsed));
  return rounds;
}

function toRoundSpec(value: RoundSpec["round"], files: RoundFiles, isTrial: boolean): RoundSpec {
  const calibrated = files.weighting?.value?.calibration.margins ?? [];
  return {
    round: value,
    cleaning: files.cleaning?.value ?? null,
    weighting: files.weighting?.value ?? null,
    margins: (files.margins?.value ?? []).filter((row) => calibrated.includes(row.margin_code)),
    officials: files.officials?.value ?? null,
    fictionalSipas: files.fictionalSipas?.value ?? [],
    campaign: files.campaign?.value ?? null,
    targets: files.targets?.value ?? [],
    validation: files.validation?.value?.rules ?? [],
    corrections: files.corrections?.value ?? [],
    recodes: files.recodes?.value ?? [],
    recheck: files.recheck?.value ?? null,
    recheckDecisions: (files.recheckDecisions?.value ?? []).filter(
      ({ signed_off_by }) => isTrial || signed_off_by !== null,
    ),
    interviewers: files.interviewers?.value ?? [],
  };
}
