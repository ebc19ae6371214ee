import Big from "big.js";
import type { Issue } from "../errors.ts";
import type { Framework } from "../frameworks/framework.ts";
import type { Instrument } from "../instruments/instrument.ts";
import type { Campaign, Target } from "../participation/campaign.ts";
import type { Framework as PublishedFramework } from "../published/published.ts";
import type { Interviewer, RecheckDecision, RecheckSettings } from "../rechecks/recheck.ts";
import type { Correction, Recode } from "../rounds/corrections.ts";
import { indexLevel } from "../rounds/indexLevel.ts";
import type { FictionalSipas, Officials } from "../rounds/officials.ts";
import {
  type Cleaning,
  exclusionReasons,
  type IndexCode,
  type Margin,
  type ParIndex,
  type Round,
  type SipasIndex,
} from "../rounds/round.ts";
import type { Weighting } from "../rounds/weighting.ts";
import type { FictionalUnit } from "../units/fictionalUnit.ts";
import type { UnitRegistry } from "../units/unitRegistry.ts";
import type { Validation } from "../validation/validation.ts";
import { checkImportance } from "./checkImportance.ts";
import { checkMargins } from "./checkMargins.ts";
import { checkValidation } from "./checkValidation.ts";
import type { Parsed } from "./parsed.ts";
import { type Say, sayTwice } from "./sayTwice.ts";

export interface RoundFiles {
  readonly round: Parsed<Round>;
  readonly cleaning: Parsed<Cleaning> | null;
  readonly weighting: Parsed<Weighting> | null;
  readonly margins: Parsed<Margin[]> | null;
  readonly officials: Parsed<Officials> | null;
  readonly fictionalSipas: Parsed<FictionalSipas[]> | null;
  readonly campaign: Parsed<Campaign> | null;
  readonly targets: Parsed<Target[]> | null;
  readonly validation: Parsed<Validation> | null;
  readonly corrections: Parsed<Correction[]> | null;
  readonly recodes: Parsed<Recode[]> | null;
  readonly recheck: Parsed<RecheckSettings> | null;
  readonly recheckDecisions: Parsed<RecheckDecision[]> | null;
  readonly interviewers: Parsed<Interviewer[]> | null;
}

/** What a round refers to; null when it is broken itself, and then nothing is said about references into it. */
export interface Referred {
  readonly registry: UnitRegistry | null;
  readonly instruments: ReadonlyMap<string, Instrument | null>;
  readonly frameworks: readonly PublishedFramework[] | null;
  readonly allFrameworks: readonly Framework[] | null;
  readonly fictionalUnits: readonly FictionalUnit[];
  /** A recipe is tried: what needs a recorded decision before it counts may stand without one. */
  readonly isTrial: boolean;
  /** Of real and of fictional units. */
  readonly unitCodes: ReadonlySet<string>;
}

/** The rules inside a round's folder, and between it and the units, instruments and frameworks it names. */
export function checkRound(year: string, files: RoundFiles, referred: Referred): Issue[] {
  const { round: parsed } = files;
  if (parsed.value === null) return [];
  const issues: Issue[] = [];
  const say: Say = (path, message) => issues.push(parsed.at(path, message));
  const { round, indices, reference_date } = parsed.value;

  if (round !== year) say(["round"], `is ${round}, but the folder is called ${year}`);
  if (Object.keys(indices).length === 0) say(["indices"], "names no index");
  if (indices.sipas !== undefined) {
    checkSipas(indices.sipas, files, referred, (path, message) =>
      say(["indices", "sipas", ...path], message),
    );
    issues.push(...checkSurveyFiles(indices.sipas, reference_date, files, referred));
  }
  for (const index of ["par_ministry", "par_province"] as const) {
    const par = indices[index];
    if (par !== undefined)
      checkPar(index, par, parsed.value, referred, (path, message) =>
        say(["indices", index, ...path], message),
      );
  }
  return issues;
}

function checkSipas(sipas: SipasIndex, files: RoundFiles, { instruments }: Referred, say: Say): void {
  const form = instruments.get(sipas.instrument);
  if (form === undefined) {
    const there = [...instruments]
      .flatMap(([code, own]) => (own?.index === "sipas" ? [code] : []))
      .join(", ");
    say(["instrument"], `instrument ${sipas.instrument} is not in models/instruments; there are ${there}`);
  }
  if (form && form.index !== "sipas") say(["instrument"], `${form.instrument} is a form for ${form.index}`);
  if (form && sipas.importance !== undefined) checkImportance(sipas.importance.value, form, say);
  if (!sipas.recipes.includes(sipas.shown_recipe))
    say(["shown_recipe"], `${sipas.shown_recipe} is not one of the recipes ${sipas.recipes.join(", ")}`);
  sayTwice(sipas.recipes, (i) => ["recipes", i], say);
  sayTwice(sipas.stages.value, (i) => ["stages", "value", i], say);
  if (sipas.stages.value.at(-1) !== "person")
    say(["stages", "value"], `ends with ${sipas.stages.value.at(-1)}; the last stage is person`);
  if (sipas.fieldwork.opens > sipas.fieldwork.closes)
    say(["fieldwork", "closes"], `is ${sipas.fieldwork.closes}, before it opens on ${sipas.fieldwork.opens}`);
  if (files.cleaning === null) say([], "a survey needs a cleaning.yaml beside this file");
  if (sipas.recipes.includes("design") && files.weighting === null)
    say(["recipes"], "the recipe design needs a weighting.yaml beside this file");
}

function checkSurveyFiles(sipas: SipasIndex, date: string, files: RoundFiles, referred: Referred): Issue[] {
  const { cleaning, weighting, margins } = files;
  const issues: Issue[] = [];
  const form = referred.instruments.get(sipas.instrument);
  if (cleaning?.value) issues.push(...checkExclusions(cleaning, files.validation, referred.isTrial));
  if (form) issues.push(...checkCorrecting(files, form, referred.isTrial));
  if (!weighting?.value || !form) return issues;
  const { calibration } = weighting.value;
  const say: Say = (path, message) => issues.push(weighting.at(["calibration", ...path], message));
  checkCalibration(calibration, form, say);
  const isChoice = (code: string) => form.items.some((item) => item.code === code && item.kind === "choice");
  if (margins === null) say([], "calibration needs a margins.csv beside this file");
  else if (margins.value !== null && referred.registry !== null) {
    const units = referred.registry.unitsOn("province", date);
    const calibrated = calibration.margins.filter(isChoice);
    // a recipe may calibrate to fewer margins than the round holds
    const used = referred.isTrial
      ? keepRows(margins, (row) => calibrated.includes(row.margin_code))
      : margins;
    issues.push(...checkMargins(used, calibrated, form, units));
  }
  return issues;
}

function checkCalibration(
  { method, margins, bounds, collapse }: Weighting["calibration"],
  form: Instrument,
  say: Say,
): void {
  sayTwice(margins, (i) => ["margins", i], say);
  margins.forEach((code, i) => {
    const item = form.items.find((each) => each.code === code);
    if (item === undefined) say(["margins", i], `${code} is not an item of ${form.instrument}`);
    else if (item.kind !== "choice")
      say(["margins", i], `${code} is of the kind ${item.kind}; a margin is a choice with options`);
  });
  if (method === "logit" && bounds === undefined)
    say(["bounds"], "are missing; the method logit keeps its factors within two, say [0.3, 3]");
  collapse?.margins.forEach((code, i) => {
    if (!margins.includes(code))
      say(["collapse", "margins", i], `${code} is not a margin of the calibration (${margins.join(", ")})`);
  });
}

/** A reason stands once, and is one that stores give or a rule; a rule excludes only by a recorded decision, or on trial. */
function checkExclusions(
  cleaning: Parsed<Cleaning>,
  validation: Parsed<Validation> | null,
  isTrial: boolean,
): Issue[] {
  const issues: Issue[] = [];
  const say: Say = (path, message) => issues.push(cleaning.at(path, message));
  const exclusions = cleaning.value?.exclusions ?? [];
  sayTwice(
    exclusions.map(({ reason }) => reason),
    (i) => ["exclusions", i, "reason"],
    say,
  );
  const own: readonly string[] = exclusionReasons;
  const rules = validation?.value?.rules.map(({ rule }) => rule) ?? [];
  exclusions.forEach(({ reason, decision }, i) => {
    if (own.includes(reason)) return;
    if (!rules.includes(reason))
      say(
        ["exclusions", i, "reason"],
        `${reason} is neither a reason (${own.join(", ")}) nor a rule of validation.yaml`,
      );
    else if (decision === undefined && !isTrial)
      say(
        ["exclusions", i, "reason"],
        `${reason} only finds forms; that it leaves them out needs a decision with the hash of its effect`,
      );
  });
  return issues;
}

/** What changes answers or judges forms speaks of items that the form has. */
function checkCorrecting(files: RoundFiles, form: Instrument, isTrial: boolean): Issue[] {
  const issues: Issue[] = files.validation ? checkValidation(files.validation, form, exclusionReasons) : [];
  const codes = new Map(form.items.map((item) => [item.code, item]));
  const known = <T>(parsed: Parsed<T[]> | null, field: keyof T & string) =>
    parsed?.value?.forEach((row, i) => {
      if (!codes.has(String(row[field])))
        issues.push(parsed.at([i, field], `${String(row[field])} is not an item of ${form.instrument}`));
    });
  known(files.corrections, "item_code");
  known(files.recodes, "item_code");
  known(files.recodes, "text_item");
  const { corrections, recheck, recheckDecisions } = files;
  if (corrections?.value)
    sayTwice(
      corrections.value.map((row) => `${row.response_key} × ${row.item_code}`),
      (i) => [i, "item_code"],
      (path, message) => issues.push(corrections.at(path, message)),
    );
  recheck?.value?.variables.forEach(({ item }, i) => {
    if (!codes.has(item))
      issues.push(recheck.at(["variables", i, "item"], `${item} is not an item of ${form.instrument}`));
  });
  recheckDecisions?.value?.forEach(({ role, signed_off_by, effect }, i) => {
    if (isTrial || signed_off_by === null) return;
    if (effect === null)
      issues.push(
        recheckDecisions.at([i, "effect"], "is empty; whoever signs off has seen the effect: give its hash"),
      );
    if (signed_off_by === role)
      issues.push(
        recheckDecisions.at([i, "signed_off_by"], `is ${role}, who decided; somebody else signs off`),
      );
  });
  return issues;
}

/** Some rows of a file, each still known by its line. */
function keepRows<T>(parsed: Parsed<T[]>, keep: (row: T) => boolean): Parsed<T[]> {
  const places = (parsed.value ?? []).flatMap((row, i) => (keep(row) ? [i] : []));
  return {
    ...parsed,
    value: places.map((i) => parsed.value?.[i] as T),
    at: ([i, ...path], message) =>
      parsed.at(i === undefined ? [] : [places[Number(i)] as number, ...path], message),
  };
}

function checkPar(
  index: IndexCode,
  par: ParIndex,
  round: Round,
  { registry, frameworks }: Referred,
  say: Say,
): void {
  const level = indexLevel(index);
  const total = par.blocks.reduce((sum, block) => sum.plus(block.max_points), new Big(0));
  if (!total.eq(100)) say(["blocks"], `blocks add to ${total.toString()} points; a framework has 100`);
  sayTwice(
    par.blocks.map((block) => block.code),
    (i) => ["blocks", i, "code"],
    say,
  );
  sayTwice(
    par.groups.value.map((group) => group.code),
    (i) => ["groups", "value", i, "code"],
    say,
  );
  sayTwice(
    par.unpublished.map((row) => row.unit),
    (i) => ["unpublished", i, "unit"],
    say,
  );

  for (const [name, rule] of Object.entries(par.scoring ?? {}))
    if (rule?.value === true && (rule.source === undefined || rule.status !== "confirmed"))
      say(["scoring", name], "is on; it needs a source that confirms it, and is off without one");

  const year = Number(round.round);
  const served = (frameworks ?? [])
    .filter((row) => row.unit_level === level && row.from_year <= year && year <= row.to_year)
    .map((row) => row.framework_code);
  if (served.length > 0 && !served.includes(par.framework)) {
    const known = `models/published/frameworks.csv has ${served.join(", ")} for ${level} in ${year}`;
    say(["framework"], `is ${par.framework}, but ${known}`);
  }
  par.unpublished.forEach(({ unit }, i) => {
    if (registry?.unitsOn(level, round.reference_date).every((each) => each.unit_code !== unit))
      say(["unpublished", i, "unit"], `${unit} is not a ${level} on ${round.reference_date}`);
  });
}
