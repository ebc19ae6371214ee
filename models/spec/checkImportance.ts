import type { Instrument } from "../instruments/instrument.ts";
import type { SipasIndex } from "../rounds/round.ts";
import type { Say } from "./sayTwice.ts";

/** Importance comes from what people name as needs; weights by regressing an index on its own parts are refused, and so is any regression on a form without an overall question. */
export function checkImportance(
  wanted: NonNullable<SipasIndex["importance"]>["value"],
  form: Instrument,
  say: Say,
): void {
  const path = ["importance", "value"];
  const blocks = [...new Set(form.items.map(({ block }) => block))];
  if ("needs" in wanted) {
    if (!blocks.includes(wanted.needs))
      say(
        [...path, "needs"],
        `${wanted.needs} is not a block of ${form.instrument}; there are ${blocks.join(", ")}`,
      );
    return;
  }
  const { regress, on } = wanted;
  const instead = "Take importance from what people name as needs, say `needs: need`";
  const tree = new Set([
    "overall",
    ...form.parts.map(({ code }) => code),
    ...form.factors.map(({ code }) => code),
    ...form.items.filter(({ factor }) => factor !== undefined).map(({ code }) => code),
  ]);
  say(
    [...path, "regress"],
    tree.has(regress)
      ? `${regress} would be regressed on ${on.join(", ")}, and all of these are the index or what it is made of: the fit would give back the formula of the index, not what people find important. ${instead}`
      : `${regress} is no overall question of ${form.instrument}, which has none to regress. ${instead}`,
  );
}
