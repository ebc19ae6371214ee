/** A message names no more values than this. */
const named = 40;

/** What there is, for a message: each value once, and how many more there are. */
export function listed(values: readonly string[]): string {
  const all = [...new Set(values)];
  return all.length <= named
    ? all.join(", ")
    : `${all.slice(0, named).join(", ")} and ${all.length - named} more`;
}
