import type { Words } from "../messages/words.ts";
import type { Estimate } from "../rows.ts";

type ShownEstimate = Pick<Estimate, "value" | "low" | "high"> & { readonly status?: Estimate["status"] };

/** An estimate in figures beside its dot: "79,72 (78,10–81,34)", or the mark that stands for it. */
export function intervalLabel({ value, low, high, status }: ShownEstimate, { locale }: Words): string {
  if (value === null) return status === "suppressed" ? "[c]" : "[x]";
  const point = locale.number(value, 2);
  return low === null || high === null
    ? point
    : `${point} (${locale.number(low, 2)}–${locale.number(high, 2)})`;
}
