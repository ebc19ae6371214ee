import type { Words } from "./messages/words.ts";

const known = {
  mean_total: "component.mean_total",
  "mean total": "component.mean_total",
  overall: "component.overall",
  policy: "component.policy",
  service: "component.service",
} as const;

/** A published table's own name of what it counts, in words where we have them. */
export function componentName(component: string, words: Words): string {
  if (component in known) return words.say(known[component as keyof typeof known]);
  const [, group] = /^group (\w) count$/.exec(component) ?? [];
  if (group !== undefined) return words.say("component.group", { group });
  const [, from, to, above, below] =
    /^count (?:total )?(?:(\d+)-<?(\d+)|>(\d+)|<(\d+))$/.exec(component) ?? [];
  if (from !== undefined && to !== undefined) return words.say("component.between", { from, to });
  if (above !== undefined) return words.say("component.above", { points: above });
  return below === undefined ? component : words.say("component.below", { points: below });
}

/** All units of a level, which published tables name by how many they are: "(63 tỉnh)". */
export function publishedDomain(name: string, words: Words): string {
  const [, n, level] = /^\((\d+|các) (tỉnh|bộ)\)$/.exec(name) ?? [];
  if (n === undefined) return name;
  const kind = level === "bộ" ? "ministries" : "provinces";
  return n === "các" ? words.say(`domain.all_${kind}`) : words.say(`domain.${kind}`, { n: Number(n) });
}
