import Big from "big.js";
import type { Issue } from "../errors.ts";
import type { Framework } from "../frameworks/framework.ts";
import type { Instrument } from "../instruments/instrument.ts";
import type { Campaign, Target } from "../participation/campaign.ts";
import type { Framework as PublishedFramework } from "../published/published.ts";
import { indexLevel } from "../rounds/indexLevel.ts";
import type { FictionalSipas, Officials } from "../rounds/officials.ts";
import type { Cleaning, IndexCode, Margin, ParIndex, Round, SipasIndex, Weighting } from "../rounds/round.ts";
import type { FictionalUnit } from "../units/fictionalUnit.ts";
import type { UnitRegistry } from "../units/unitRegistry.ts";
import { checkMargins } from "./checkMargins.ts";
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
}

/** What a round refers to; null when it is broken itself, and then nothing is said about references into it. */
export interface Referred {
  readonly registry: UnitRegistry | null;
  readonly instruments: ReadonlyMap<string, Instrument | null>;
  readonly frameworks: readonly PublishedFramework[] | null;
  readonly allFrameworks: readonly Framework[] | null;
  readonly fictionalUnits: readonly FictionalUnit[];
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

function checkSurveyFiles(
  sipas: SipasIndex,
  date: string,
  { cleaning, weighting, margins }: RoundFiles,
  referred: Referred,
): Issue[] {
  const issues: Issue[] = [];
  const form = referred.instruments.get(sipas.instrument);
  if (cleaning?.value)
    sayTwice(
      cleaning.value.exclusions.map((exclusion) => exclusion.reason),
      (i) => ["exclusions", i, "reason"],
      (path, message) => issues.push(cleaning.at(path, message)),
    );
  if (!weighting?.value || !form) return issues;
  const { raking } = weighting.value;
  const say: Say = (path, message) => issues.push(weighting.at(path, message));
  sayTwice(raking.margins, (i) => ["raking", "margins", i], say);
  raking.margins.forEach((code, i) => {
    const item = form.items.find((each) => each.code === code);
    if (item === undefined) say(["raking", "margins", i], `${code} is not an item of ${form.instrument}`);
    else if (item.kind !== "choice")
      say(["raking", "margins", i], `${code} is of the kind ${item.kind}; a margin is a choice with options`);
  });
  const isChoice = (code: string) => form.items.some((item) => item.code === code && item.kind === "choice");
  if (margins === null) say(["raking"], "raking needs a margins.csv beside this file");
  else if (margins.value !== null && referred.registry !== null) {
    const units = referred.registry.unitsOn("province", date);
    issues.push(...checkMargins(margins, raking.margins.filter(isChoice), form, units));
  }
  return issues;
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
