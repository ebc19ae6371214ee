import type { Bilingual } from "../instruments/instrument.ts";

type Mapping = Readonly<Record<string, unknown>>;

/**
 * What a specification says once a recipe has changed it, after JSON Merge Patch (RFC 7396): mappings are merged key by key,
 * null takes a key away, anything else is put in its place. Three things are added, because of how rounds are written:
 * a mapping laid over a list of entries changes the entries that it names by their first key (null drops one); a plain value
 * laid over a setting is its `value`; and a setting that changes is `assumed` for the recipe's reason, unless it brings its own.
 *
 * @example mergePatch({ value: 30, status: "assumed", why: old }, 50, why) // { value: 50, status: "assumed", why }
 */
export function mergePatch(target: unknown, patch: unknown, why: Bilingual): unknown {
  if (!isMapping(patch))
    return isSetting(target) && patch !== null ? mergePatch(target, { value: patch }, why) : patch;
  if (Array.isArray(target) && target.length > 0 && target.every(isMapping))
    return mergeEntries(target, patch, why);
  const merged: Record<string, unknown> = isMapping(target) ? { ...target } : {};
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], change, why);
  }
  if (!isSetting(target) || "why" in patch || isNested(target, patch)) return merged;
  const { source: _, ...changed } = merged;
  return { ...changed, status: "assumed", why };
}

/** Entries are known by their first key, say `reason`; one that is not there yet is added last, assumed and named by it. */
function mergeEntries(entries: readonly Mapping[], patch: Mapping, why: Bilingual): unknown[] {
  const id = Object.keys(entries[0] as Mapping)[0] as string;
  const known = new Set(entries.map((entry) => entry[id]));
  const kept = entries.flatMap((entry) => {
    const change = patch[String(entry[id])];
    if (change === null) return [];
    return [change === undefined ? entry : mergePatch(entry, change, why)];
  });
  const added = Object.entries(patch).filter(([name, change]) => !known.has(name) && change !== null);
  const first = entries[0] as Mapping;
  return [
    ...kept,
    ...added.map(([name, change]) => ({
      [id]: name,
      ...("name" in first && { name: { vi: name, en: name } }),
      ...(isSetting(first) && { status: "assumed", why }),
      ...(isMapping(change) && change),
    })),
  ];
}

/** Only settings below this one change: it is as it was. */
function isNested(target: Mapping, patch: Mapping): boolean {
  return Object.keys(patch).every((key) => isSetting(target[key]));
}

function isSetting(value: unknown): value is Mapping {
  return isMapping(value) && "status" in value && "why" in value;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
