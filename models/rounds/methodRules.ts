import type { Bilingual, Instrument } from "../instruments/instrument.ts";
import { dayMonthYear } from "../text/dayMonthYear.ts";
import type { MethodRule } from "./methodRule.ts";
import { officialRules } from "./officialRules.ts";
import type { Officials } from "./officials.ts";
import type { Cleaning, IndexCode, ParIndex, Round, SipasIndex } from "./round.ts";
import { ruleNames, valueWords } from "./ruleTexts.ts";
import type { Weighting } from "./weighting.ts";
import { weightingValues } from "./weightingValues.ts";

interface Evidence {
  readonly status: MethodRule["status"];
  readonly why: Bilingual;
  readonly source?: string | undefined;
}

interface Files {
  readonly round: Round;
  readonly cleaning: Cleaning | null;
  readonly weighting: Weighting | null;
  readonly officials: Officials | null;
}

/**
 * Every rule of a round, in reading order: sample, cleaning, weighting and indicators of SIPAS, then points and groups.
 *
 * @example methodRules(round2022, instruments).find((rule) => rule.code === "service_weight")?.value.vi // "0,5"
 */
export function methodRules(
  { round, cleaning, weighting, officials }: Files,
  instruments: readonly Instrument[],
): MethodRule[] {
  const { sipas, par_ministry, par_province } = round.indices;
  return [
    ...(sipas === undefined ? [] : sipasMethod(sipas, cleaning, weighting)),
    ...(par_ministry === undefined ? [] : parMethod("par_ministry", par_ministry)),
    ...(officials?.par_ministry === undefined
      ? []
      : officialRules("par_ministry", officials.par_ministry, instruments)),
    ...(par_province === undefined ? [] : parMethod("par_province", par_province)),
    ...(officials?.par_province === undefined
      ? []
      : officialRules("par_province", officials.par_province, instruments)),
  ];
}

function sipasMethod(
  sipas: SipasIndex,
  cleaning: Cleaning | null,
  weighting: Weighting | null,
): MethodRule[] {
  const row = (code: keyof typeof ruleNames, value: Bilingual, evidence: Evidence) =>
    rule("sipas", code, ruleNames[code], value, evidence);
  const { fieldwork, stages, rules } = sipas;
  return [
    row("stages", listed(stages.value.map(wordOf)), stages),
    row(
      "fieldwork",
      {
        vi: `${dayMonthYear(fieldwork.opens)} – ${dayMonthYear(fieldwork.closes)}`,
        en: `${dayMonthYear(fieldwork.opens)} – ${dayMonthYear(fieldwork.closes)}`,
      },
      fieldwork,
    ),
    ...(cleaning === null ? [] : cleaningMethod(cleaning)),
    ...(weighting === null ? [] : weightingMethod(weighting)),
    row(
      "satisfied_from",
      {
        vi: `mức ${rules.satisfied_from.value} trở lên`,
        en: `level ${rules.satisfied_from.value} and above`,
      },
      rules.satisfied_from,
    ),
    row("denominator", wordOf(rules.denominator.value), rules.denominator),
    row("factor", wordOf(rules.factor.value), rules.factor),
    row("part", wordOf(rules.part.value), rules.part),
    row("service_weight", number(rules.service_weight.value), rules.service_weight),
    row("nation", wordOf(rules.nation.value), rules.nation),
    row("minimum_n", number(rules.minimum_n.value), rules.minimum_n),
    row("minimum_count", number(rules.minimum_count.value), rules.minimum_count),
    row("dominance", dominanceText(rules.dominance.value), rules.dominance),
    row("secondary", wordOf(rules.secondary.value), rules.secondary),
    row("earlier_releases", wordOf(`${rules.earlier_releases.value}_earlier`), rules.earlier_releases),
    row("interval", wordOf(`${rules.interval.value}_interval`), rules.interval),
    ...(sipas.importance === undefined
      ? []
      : [row("importance", wordOf("needs_importance"), sipas.importance)]),
    row("shown_recipe", wordOf(sipas.shown_recipe), recipeEvidence),
    ...comparabilityMethod(sipas),
  ];
}

function dominanceText(value: SipasIndex["rules"]["dominance"]["value"]): Bilingual {
  if (value === "none") return wordOf("no_dominance");
  const { n, k } = value;
  return {
    vi: `${n} người có quyền số lớn nhất giữ trên ${number(k).vi} % quyền số`,
    en: `the ${n} heaviest hold more than ${number(k).en} % of the weight`,
  };
}

function comparabilityMethod({ comparable_with }: SipasIndex): MethodRule[] {
  return comparable_with.map((each) =>
    rule(
      "sipas",
      `comparable_with_${each.round}`,
      {
        vi: `${ruleNames.comparable_with.vi} ${each.round}`,
        en: `${ruleNames.comparable_with.en} ${each.round}`,
      },
      wordOf(each.value ? "comparable" : "not_comparable"),
      each,
    ),
  );
}

const recipeEvidence: Evidence = {
  status: "assumed",
  why: {
    vi: "Chưa tìm thấy Bộ dùng quyền số hay không. Mọi chỉ số được tính theo cả hai cách và khác biệt về thứ hạng được liệt kê; không cách nào được gọi là chính thức.",
    en: "Whether the ministry weights its responses was not found. Every index is computed both ways and differences in rank are listed; neither is called official.",
  },
};

function cleaningMethod(cleaning: Cleaning): MethodRule[] {
  const excluded = cleaning.exclusions.map((exclusion) =>
    rule(
      "sipas",
      `exclusion_${exclusion.reason}`,
      { vi: `Loại phiếu: ${exclusion.name.vi}`, en: `Responses left out: ${exclusion.name.en}` },
      { vi: "loại", en: "left out" },
      exclusion,
    ),
  );
  const keeps = cleaning.duplicate_keeps;
  return [
    ...excluded,
    rule("sipas", "duplicate_keeps", ruleNames.duplicate_keeps, wordOf(keeps.value), keeps),
  ];
}

function weightingMethod(weighting: Weighting): MethodRule[] {
  return weightingValues(weighting).map(({ step, value }) =>
    rule("sipas", `weighting_${step}`, ruleNames[`weighting_${step}`], value, weighting[step]),
  );
}

function parMethod(index: IndexCode, par: ParIndex): MethodRule[] {
  const row = (code: keyof typeof ruleNames, value: Bilingual, evidence: Evidence) =>
    rule(index, code, ruleNames[code], value, evidence);
  const blocks = par.blocks.map(({ name, max_points }) => ({
    vi: `${name.vi} ${viNumber(max_points)}`,
    en: `${name.en} ${max_points}`,
  }));
  return [
    row("framework", { vi: par.framework, en: par.framework }, par.basis),
    row("blocks", listed(blocks), par.basis),
    row("groups", listed(par.groups.value.map((group) => group.name)), par.groups),
    row("ties", wordOf(par.ties.value), par.ties),
    ...par.unpublished.map(({ unit, reason, source }) =>
      rule(
        index,
        `unpublished_${unit}`,
        {
          vi: `${ruleNames.unpublished.vi}: ${unit.toUpperCase()}`,
          en: `${ruleNames.unpublished.en}: ${unit.toUpperCase()}`,
        },
        { vi: "không có điểm và hạng", en: "no points and no rank" },
        { status: "confirmed", why: reason, source },
      ),
    ),
  ];
}

function rule(
  index: IndexCode,
  code: string,
  name: Bilingual,
  value: Bilingual,
  { status, why, source }: Evidence,
): MethodRule {
  return { index, code, name, value, status, why, source: source ?? null, isAboutFictional: false };
}

function wordOf(value: string): Bilingual {
  return valueWords[value] ?? { vi: value, en: value };
}

function listed(words: readonly Bilingual[]): Bilingual {
  return { vi: words.map((word) => word.vi).join(", "), en: words.map((word) => word.en).join(", ") };
}

function number(value: number): Bilingual {
  return { vi: viNumber(String(value)), en: String(value) };
}

function viNumber(value: string): string {
  return value.replace(".", ",");
}
