import type { Issue } from "../errors.ts";
import type { Campaign, Target } from "../participation/campaign.ts";
import type { Parsed } from "./parsed.ts";
import { type Say, sayTwice } from "./sayTwice.ts";

/** The rules inside campaign.yaml, and of the targets beside it. */
export function checkCampaign(
  parsed: Parsed<Campaign> | null,
  targets: Parsed<Target[]> | null,
  units: ReadonlySet<string>,
): Issue[] {
  const issues: Issue[] = [];
  if (parsed?.value) {
    const { forms, groups } = parsed.value;
    const say: Say = (path, message) => issues.push(parsed.at(path, message));
    forms.forEach(({ opens, closes }, i) => {
      if (closes < opens) say(["forms", i, "closes"], `is ${closes}, before it opens on ${opens}`);
    });
    sayTwice(
      forms.map((form) => form.instrument),
      (i) => ["forms", i, "instrument"],
      say,
    );
    sayTwice(
      groups.map((group) => group.code),
      (i) => ["groups", i, "code"],
      say,
    );
    groups.forEach(({ code }, i) => {
      if (code === "all") say(["groups", i, "code"], "all stands for every group together");
    });
  }
  targets?.value?.forEach((target, row) => {
    const say: Say = (path, message) => issues.push(targets.at([row, ...path], message));
    checkTarget(target, parsed?.value ?? null, units, say);
  });
  return issues;
}

function checkTarget(target: Target, campaign: Campaign | null, units: ReadonlySet<string>, say: Say) {
  if ((target.target_n === null) === (target.target_share === null))
    say(["target_n"], "a target is either a number of persons or a share of those registered");
  if (target.target_n !== null && (target.unit_code === "*" || target.respondent_group === "*"))
    say(["target_n"], "a number of persons is a target of one unit and of one group, or of all");
  if (campaign === null) say([], "targets need a campaign.yaml beside this file");
  const forms = campaign?.forms.map((form) => form.instrument) ?? [];
  if (campaign && target.instrument_code !== "*" && !forms.includes(target.instrument_code))
    say(["instrument_code"], `${target.instrument_code} is not one of the forms ${forms.join(", ")}`);
  const groups = ["*", "all", ...(campaign?.groups.map((group) => group.code) ?? [])];
  if (campaign && !groups.includes(target.respondent_group))
    say(["respondent_group"], `${target.respondent_group} is not one of ${groups.join(", ")}`);
  if (target.unit_code !== "*" && !units.has(target.unit_code))
    say(["unit_code"], `${target.unit_code} is not a unit of models/units`);
}
