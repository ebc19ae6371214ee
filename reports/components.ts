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
  return component in known ? words.say(known[component as keyof typeof known]) : component;
}
