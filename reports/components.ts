import type { PlainKey, Words } from "./messages/words.ts";

const known = {
  mean_total: "component.mean_total",
  "mean total": "component.mean_total",
  overall: "component.overall",
  policy: "component.policy",
  service: "component.service",
  "part:policy": "component.policy",
  "part:service_delivery": "component.service",
} as const;

/** Codes of what was published of SIPAS that the messages know by the same name. */
const coded = [
  "factor:access",
  "factor:procedures",
  "factor:civil_servants",
  "factor:results",
  "factor:feedback",
  "expectation:service_attitude",
  "expectation:official_capability",
  "expectation:simplify_procedures",
  "expectation:shorten_time",
  "expectation:information_transparency",
  "expectation:feedback_handling",
  "interest:economic_policy:very",
  "interest:economic_policy:slightly",
  "interest:economic_policy:none",
  "interest:health_policy:very",
  "interest:health_policy:slightly",
  "interest:health_policy:none",
  "interest:min_policy",
  "interest:max_policy",
  "participation:willing_online",
  "participation:willing_to_comment",
  "participation:comment_form_to_home_or_office",
  "perception:no_harassment",
  "perception:some_harassment",
  "perception:many_harassment",
  "perception:no_bribe",
  "perception:asked_for_bribe",
  "perception:officials_cause_difficulty",
  "perception:travelled_many_times",
  "item:official_attitude_satisfied",
  "service:marriage_registration",
  "service:land_use_certificate",
  "service:id_card",
  "service:certification",
  "service:building_permit",
  "service:birth_certificate",
  "officials:marriage_registration",
  "officials:land_use_certificate",
  "share:satisfied",
  "share:neutral",
  "share:dissatisfied",
] as const;

/** A published table's own name of what it counts, in words where we have them. */
export function componentName(component: string, words: Words): string {
  if (component in known) return words.say(known[component as keyof typeof known]);
  const code = coded.find((one) => one === component);
  if (code !== undefined) return words.say(`component.${code}`);
  const [, whole, end] = /^(.+):(min|max)_province$/.exec(component) ?? [];
  if (whole !== undefined && end !== undefined)
    return words.say(`component.${end as "min" | "max"}_province`, {
      component: componentName(whole, words),
    });
  const [, group] = /^group (\w) count$/.exec(component) ?? [];
  if (group !== undefined) return words.say("component.group", { group });
  const [, from, to, above, below] =
    /^count (?:total )?(?:(\d+)-<?(\d+)|>(\d+)|<(\d+))$/.exec(component) ?? [];
  if (from !== undefined && to !== undefined) return words.say("component.between", { from, to });
  if (above !== undefined) return words.say("component.above", { points: above });
  return below === undefined ? component : words.say("component.below", { points: below });
}

/** Regions as published tables name them, in Vietnamese alone. */
const regions: Readonly<Record<string, PlainKey>> = {
  "Trung du và miền núi phía Bắc": "domain.northern_midlands_and_mountains",
  "Đồng bằng sông Hồng": "domain.red_river_delta",
  "Bắc Trung Bộ và Duyên hải miền Trung": "domain.central_coast",
  "Tây Nguyên": "domain.central_highlands",
  "Đông Nam Bộ": "domain.southeast",
  "Đồng bằng sông Cửu Long": "domain.mekong_delta",
};

/**
 * A place of a published table: a region, a province, or all units of a level, which are named by how many they are: "(63 tỉnh)".
 * An agency within a province ("Khánh Hòa: Sở Nội vụ") keeps its name: there is no official other one.
 */
export function publishedDomain(name: string, words: Words): string {
  const [, pilots] = /^(\d+) pilot provinces$/.exec(name) ?? [];
  if (pilots !== undefined) return words.say("domain.pilot_provinces", { n: Number(pilots) });
  if (name === "Cả nước") return words.say("column.nation");
  const [, n, level] = /^\((\d+|các) (tỉnh|bộ)\)$/.exec(name) ?? [];
  if (n === undefined) {
    const [place = "", ...agency] = name.split(":");
    const known =
      regions[place] === undefined ? words.pick(place, withoutMarks(place)) : words.say(regions[place]);
    return [known, ...agency].join(":");
  }
  const kind = level === "bộ" ? "ministries" : "provinces";
  return n === "các" ? words.say(`domain.all_${kind}`) : words.say(`domain.${kind}`, { n: Number(n) });
}

/** A province's name as English writes it: "Ha Noi". */
function withoutMarks(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}
