/** The levels of the margin items in the order of their codes, "-" where one was not answered: "1|3|-". */
export function cellKey(margins: readonly string[]): string {
  if (margins.length === 0) return "'all'";
  return `concat_ws('|', ${margins.map((code) => `coalesce(item_${code}::varchar, '-')`).join(", ")})`;
}
