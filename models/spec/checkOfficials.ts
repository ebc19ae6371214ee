import type { Issue } from "../errors.ts";
import type { Framework } from "../frameworks/framework.ts";
import { frameworkLeaves } from "../frameworks/frameworkNodes.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { indexLevel } from "../rounds/indexLevel.ts";
import type { FictionalSipas, Officials, OfficialsSurvey } from "../rounds/officials.ts";
import type { FictionalUnit } from "../units/fictionalUnit.ts";
import type { Parsed } from "./parsed.ts";
import { type Say, sayTwice } from "./sayTwice.ts";

interface OfficialsReferred {
  readonly instruments: ReadonlyMap<string, Instrument | null>;
  /** null when one of them is broken itself: then nothing is said about leaves. */
  readonly allFrameworks: readonly Framework[] | null;
}

/** The rules between officials.yaml of a round and the form, the framework and the groups that it names. */
export function checkOfficials(parsed: Parsed<Officials>, referred: OfficialsReferred): Issue[] {
  const issues: Issue[] = [];
  for (const index of ["par_province", "par_ministry"] as const) {
    const survey = parsed.value?.[index];
    const say: Say = (path, message) => issues.push(parsed.at([index, ...path], message));
    if (survey !== undefined) checkSurvey(index, survey, referred, say);
  }
  return issues;
}

function checkSurvey(
  index: "par_province" | "par_ministry",
  survey: OfficialsSurvey,
  { instruments, allFrameworks }: OfficialsReferred,
  say: Say,
): void {
  if (survey.fieldwork.opens > survey.fieldwork.closes)
    say(
      ["fieldwork", "closes"],
      `is ${survey.fieldwork.closes}, before it opens on ${survey.fieldwork.opens}`,
    );
  if (index === "par_ministry" && survey.sipas !== undefined)
    say(["sipas"], "stands with ministries; SIPAS gives points to provinces only");
  sayTwice(survey.exclusions.value, (i) => ["exclusions", "value", i], say);

  const framework = allFrameworks?.find(
    (own) => own.framework === survey.framework && own.level === indexLevel(index),
  );
  const leaves = survey.leaves.value;
  sayTwice(
    leaves.map(({ leaf }) => leaf),
    (i) => ["leaves", "value", i, "leaf"],
    say,
  );
  if (framework === undefined) {
    if (allFrameworks !== null) say(["framework"], `${survey.framework} is not in models/frameworks`);
  } else {
    const surveyed = frameworkLeaves(framework).filter(({ kind }) => kind === "survey");
    leaves.forEach(({ leaf }, i) => {
      if (!surveyed.some(({ code }) => code === leaf))
        say(["leaves", "value", i, "leaf"], `${leaf} is not a surveyed leaf of ${survey.framework}`);
    });
    for (const { code } of surveyed)
      if (!leaves.some(({ leaf }) => leaf === code))
        say(["leaves"], `has no items for the surveyed leaf ${code} of ${survey.framework}`);
  }

  const form = instruments.get(survey.instrument);
  if (form === undefined) say(["instrument"], `${survey.instrument} is not in models/instruments`);
  if (!form) return;
  if (form.index !== index) say(["instrument"], `${form.instrument} is a form for ${form.index}`);
  if (framework?.provenance === "illustrative" && !form.illustrative)
    say(
      ["instrument"],
      `${form.instrument} is a real form; an illustrative framework takes an illustrative one`,
    );
  checkItems(survey, form, say);
  checkGroups(survey, form, say);
}

function checkItems({ leaves, answer_shares }: OfficialsSurvey, form: Instrument, say: Say): void {
  const used = leaves.value.flatMap(({ items }, i) => items.map((item, k) => ({ item, i, k })));
  sayTwice(
    used.map(({ item }) => item),
    (at) => ["leaves", "value", used[at]!.i, "items", used[at]!.k],
    say,
  );
  for (const { item: code, i, k } of used) {
    const item = form.items.find((each) => each.code === code);
    const at = ["leaves", "value", i, "items", k];
    if (item === undefined) say(at, `${code} is not an item of ${form.instrument}`);
    else if (item.levels !== answer_shares.value.length)
      say(at, `${code} has ${item.levels ?? "no"} levels; answer_shares has ${answer_shares.value.length}`);
  }
}

function checkGroups({ group_weights: { value } }: OfficialsSurvey, form: Instrument, say: Say): void {
  if (value === "by_list") return;
  const named = Object.keys(value);
  for (const { code } of form.groups ?? [])
    if (!named.includes(code)) say(["group_weights", "value"], `has no weight for the group ${code}`);
  for (const code of named)
    if (!form.groups?.some((group) => group.code === code))
      say(["group_weights", "value", code], `${code} is not a group of ${form.instrument}`);
  const sum = Object.values(value).reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > 1e-9) say(["group_weights", "value"], `weights add to ${sum}; they must add to 1`);
}

/** Invented SIPAS stands once, and under a fictional province. */
export function checkFictionalSipas(
  parsed: Parsed<FictionalSipas[]>,
  units: readonly FictionalUnit[],
): Issue[] {
  const issues: Issue[] = [];
  const say: Say = (path, message) => issues.push(parsed.at(path, message));
  const rows = parsed.value ?? [];
  sayTwice(
    rows.map((row) => row.unit_code),
    (i) => [i, "unit_code"],
    say,
  );
  rows.forEach(({ unit_code }, i) => {
    if (!units.some((unit) => unit.unit_code === unit_code && unit.unit_level === "province"))
      say([i, "unit_code"], `${unit_code} is not a fictional province`);
  });
  return issues;
}
