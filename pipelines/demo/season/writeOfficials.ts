import type { Unit } from "../../../models/units/unit.ts";
import { randomStream } from "../randomStream.ts";
import { type StoreWriter, toTimestamp } from "../storeWriter.ts";
import type { Official } from "./drawOfficials.ts";
import { momentOf } from "./seasonClock.ts";
import { seasonShape } from "./seasonShape.ts";

/** Writes the officials of one unit: the list, the mails and the forms that came back. Their answers are of no account here. */
export function writeOfficials(
  store: StoreWriter,
  unit: Unit,
  officials: readonly Official[],
  seed: number,
): void {
  const chance = randomStream(seed, unit.unit_level, unit.unit_code, "times");
  const { roundCode } = seasonShape;
  for (const { key, form, group, mailDomain, mails, beginDay, isSubmitted } of officials) {
    const registered = toTimestamp(momentOf(-chance.between(3, 12), 8, chance.between(0, 480)));
    store.add("participants", [roundCode, form, key, null, unit.unit_name, group, registered]);
    for (const { day, channel, status, statusDay } of mails) {
      store.add("deliveries", [
        ...[roundCode, form, key, channel, toTimestamp(momentOf(day, 8)), status, mailDomain],
        toTimestamp(statusDay === day ? null : momentOf(statusDay, 8)),
      ]);
    }
    if (beginDay === null) continue;
    const opened = momentOf(beginDay, 8, chance.between(5, 540));
    const submitted = isSubmitted ? opened + chance.between(8, 25) * 60_000 : null;
    store.add("responses", [
      ...[roundCode, form, `tl-${key}`, key, toTimestamp(opened), toTimestamp(submitted)],
      ...[null, false, null, null, null],
    ]);
  }
}
