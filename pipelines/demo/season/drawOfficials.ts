import type { Unit } from "../../../models/units/unit.ts";
import { type RandomStream, randomStream } from "../randomStream.ts";
import { isWeekend } from "./seasonClock.ts";
import { seasonShape } from "./seasonShape.ts";

/** What goes wrong in a unit, by plan. */
export interface UnitPlan {
  readonly invitationDay: number;
  /** Until this day nobody there answers. */
  readonly silentUntil: number;
  /** Mail to the domain of the districts is refused by their server. */
  readonly hasBrokenDomain: boolean;
  /** Officials whose mailbox is full when the first reminder comes. */
  readonly fullMailboxes: number;
  /** Officials without an address. */
  readonly missingAddresses: number;
}

export interface Mail {
  readonly day: number;
  readonly channel: "email" | "email_reminder";
  readonly status: string;
  /** The day on which the status was known. */
  readonly statusDay: number;
}

export interface Official {
  readonly key: string;
  readonly form: string;
  readonly group: "department" | "district";
  readonly mailDomain: string;
  readonly mails: readonly Mail[];
  /** Null: never begun. */
  readonly beginDay: number | null;
  readonly isSubmitted: boolean;
}

/** The officials of one unit, once per form, with their mails and the day on which they answer. */
export function drawOfficials(unit: Unit, plan: UnitPlan, seed: number): Official[] {
  const { officials, districtShare, forms, hazard } = seasonShape;
  const chance = randomStream(seed, unit.unit_level, unit.unit_code, "officials");
  const pace = Math.exp(hazard.unitSpread * chance.normal());
  const n = chance.between(officials.least, officials.most);
  const nDistrict = unit.unit_level === "province" ? Math.round(districtShare * n) : 0;
  return Array.from({ length: n }, (_, i) => {
    const group = i < n - nDistrict ? ("department" as const) : ("district" as const);
    const place = group === "department" ? i : i - (n - nDistrict);
    const fate = mailFate(group, place, plan, chance);
    const mailDomain = `${group === "district" ? "huyen." : ""}${unit.unit_code}.minh-hoa.vn`;
    return forms[unit.unit_level].map((form) => {
      const key = `${unit.unit_level}-${unit.unit_code}-${i + 1}-${form}`;
      return { key, form, group, mailDomain, ...drawAnswer(fate, plan, pace, chance) };
    });
  }).flat();
}

type Fate = "well" | "wrong_address" | "blocked" | "rejected" | "mailbox_full" | "opted_out";

function mailFate(group: string, place: number, plan: UnitPlan, chance: RandomStream): Fate {
  const { wrongAddressShare, optedOutShare } = seasonShape;
  const drawn = chance.uniform();
  if (group === "district" && plan.hasBrokenDomain) return "rejected";
  if (group === "department" && place < plan.missingAddresses) return "blocked";
  if (group === "department" && place < plan.missingAddresses + plan.fullMailboxes) return "mailbox_full";
  if (drawn < wrongAddressShare) return "wrong_address";
  return drawn < wrongAddressShare + optedOutShare ? "opted_out" : "well";
}

function drawAnswer(fate: Fate, plan: UnitPlan, pace: number, chance: RandomStream) {
  const { days, hazard, unfinishedShare } = seasonShape;
  const mails: Mail[] = [];
  let reachedOn: number | null = null;
  for (let day = plan.invitationDay; day < days; day++) {
    const wave = (seasonShape.mailDays as readonly number[]).indexOf(day);
    const isInvitation = day === plan.invitationDay;
    if (isInvitation || wave > 0) {
      if (fate === "opted_out" && mails.length > 0) break;
      const mail = send(day, isInvitation, wave, fate);
      mails.push(mail);
      if (mail.status === "delivered") reachedOn = day;
    }
    const draw = chance.uniform();
    if (reachedOn === null || day < plan.silentUntil || fate === "opted_out") continue;
    const fading = hazard.afterMail * Math.exp(-(day - reachedOn) / hazard.fadesOver) + hazard.floor;
    if (draw < pace * fading * (isWeekend(day) ? hazard.weekend : 1)) {
      return { mails, beginDay: day, isSubmitted: chance.uniform() >= unfinishedShare };
    }
  }
  return { mails, beginDay: null, isSubmitted: false };
}

function send(day: number, isInvitation: boolean, wave: number, fate: Fate): Mail {
  const channel = isInvitation ? ("email" as const) : ("email_reminder" as const);
  const fails = fate === "mailbox_full" ? wave === seasonShape.planted.fullOnMail : fate !== "well";
  const status = fails ? fate : "delivered";
  const isLate = fails && fate !== "blocked" && fate !== "opted_out";
  return { day, channel, status, statusDay: isLate ? day + seasonShape.bounceDays : day };
}
