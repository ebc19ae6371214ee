import type { Unit } from "../../../models/units/unit.ts";
import { type StoreWriter, toTimestamp } from "../storeWriter.ts";
import type { Official, UnitPlan } from "./drawOfficials.ts";
import { dateOf, isWeekend, momentOf } from "./seasonClock.ts";
import { seasonShape } from "./seasonShape.ts";

/** Which unit is given which trouble. */
export interface Roles {
  readonly exceptions: Unit;
  readonly late: Unit;
  readonly brokenDomain: Unit;
  readonly otherField: Unit;
  readonly fullMailboxes: Unit;
  readonly silent: Unit;
}

/** One trouble that was planted, the signal that names it, and the first day on which that can be seen. */
export interface Planted {
  readonly signal_code: string;
  readonly instrument_code: string;
  readonly unit_code: string;
  readonly subject_key: string;
  /** Persons, submissions or forms; null where the number is left to chance. */
  readonly n: number | null;
  readonly visible_on: string;
  /** The first day on which it is over; null: never. */
  readonly gone_on: string | null;
}

const { planted, bounceDays, forms, days, roundCode, interviews } = seasonShape;
const exceptionForm = "pchc-dia-phuong";

/** What goes wrong in a unit. */
export function planOf(unit: Unit, roles: Roles): UnitPlan {
  return {
    invitationDay: unit === roles.late ? planted.lateInvitationDay : 0,
    silentUntil: unit === roles.silent ? planted.silentUntilDay : 0,
    hasBrokenDomain: unit === roles.brokenDomain,
    fullMailboxes: unit === roles.fullMailboxes ? planted.fullMailboxes : 0,
    missingAddresses: unit === roles.exceptions ? planted.missingAddresses : 0,
  };
}

/** The troubles of whole units, and when they are seen: bounces some days after the mail, silence a week after it arrived. */
export function plantedInUnits(
  { late, brokenDomain, silent }: Roles,
  ofSilent: readonly Official[],
): Planted[] {
  const whole = (
    signal_code: string,
    unit: Unit,
    from: number,
    until: number | null,
    subject = unit.unit_code,
  ) =>
    forms[unit.unit_level].map(
      (instrument_code): Planted => ({
        signal_code,
        instrument_code,
        unit_code: unit.unit_code,
        subject_key: subject,
        n: null,
        visible_on: dateOf(from),
        gone_on: until === null ? null : dateOf(until),
      }),
    );
  return [
    ...whole("not_invited", late, 0, planted.lateInvitationDay),
    ...whole("broken_domain", brokenDomain, bounceDays, null, `huyen.${brokenDomain.unit_code}.minh-hoa.vn`),
    ...whole("silent", silent, 7, null).map((each) => ({
      ...each,
      gone_on: firstAnswer(ofSilent.filter((official) => official.form === each.instrument_code)),
    })),
  ];
}

function firstAnswer(officials: readonly Official[]): string | null {
  const begun = officials.flatMap(({ beginDay }) => beginDay ?? []);
  return begun.length === 0 ? null : dateOf(Math.min(...begun));
}

/** Writes what does not fit: each kind in the lists of one province, under keys of its own. */
export function plantExceptions(
  store: StoreWriter,
  { exceptions: unit, brokenDomain: other }: Roles,
): Planted[] {
  const respond = (key: string, participant: string | null, day: number) =>
    store.add("responses", [
      ...[roundCode, exceptionForm, `sai-${key}`, participant, toTimestamp(momentOf(day, 9))],
      ...[toTimestamp(momentOf(day, 9, 15)), null, false, null, null, null],
    ]);
  const register = (key: string, unitName: string, day: number) =>
    store.add("participants", [
      ...[
        roundCode,
        exceptionForm,
        `sai-${key}`,
        null,
        unitName,
        "department",
        toTimestamp(momentOf(day, 9)),
      ],
    ]);
  const times = (n: number, work: (i: number) => void) => Array.from({ length: n }, (_, i) => work(i));

  times(planted.noToken.n, (i) => respond(`khong-ma-${i}`, null, planted.noToken.day));
  times(planted.unknownToken.n, (i) => respond(`ma-la-${i}`, `ma-la-${i}`, planted.unknownToken.day));
  times(planted.secondAnswers.n, (i) => {
    register(`hai-lan-${i}`, unit.unit_name, -5);
    respond(`hai-lan-${i}-a`, `sai-hai-lan-${i}`, planted.secondAnswers.day - 10);
    respond(`hai-lan-${i}-b`, `sai-hai-lan-${i}`, planted.secondAnswers.day);
  });
  times(planted.beforeOpening, (i) => {
    register(`truoc-${i}`, unit.unit_name, -5);
    respond(`truoc-${i}`, `sai-truoc-${i}`, -1);
  });
  times(planted.afterClosing, (i) => {
    register(`sau-${i}`, unit.unit_name, -5);
    respond(`sau-${i}`, `sai-sau-${i}`, days);
  });
  times(planted.twoUnits.n, (i) => {
    register(`hai-noi-${i}`, unit.unit_name, planted.twoUnits.day);
    register(`hai-noi-${i}`, other.unit_name, planted.twoUnits.day);
  });
  times(planted.listedTwice.n, (i) => {
    register(`hai-dong-${i}`, unit.unit_name, planted.listedTwice.day);
    register(`hai-dong-${i}`, unit.unit_name, planted.listedTwice.day);
  });
  times(planted.unknownUnit.n, (i) =>
    register(`noi-la-${i}`, planted.unknownUnit.name, planted.unknownUnit.day),
  );

  const listed = (subject_key: string, unit_code: string, n: number, day: number): Planted => ({
    signal_code: "exception",
    instrument_code: exceptionForm,
    unit_code,
    subject_key,
    n,
    visible_on: dateOf(day),
    gone_on: null,
  });
  const first = [unit.unit_code, other.unit_code].sort()[0]!;
  return [
    listed("no_token", "none", planted.noToken.n, planted.noToken.day),
    listed("unknown_token", "none", planted.unknownToken.n, planted.unknownToken.day),
    listed("second_answer", unit.unit_code, planted.secondAnswers.n, planted.secondAnswers.day),
    listed("before_opening", unit.unit_code, planted.beforeOpening, -1),
    listed("after_closing", unit.unit_code, planted.afterClosing, days),
    listed("two_units", first, planted.twoUnits.n, planted.twoUnits.day),
    listed("listed_twice", unit.unit_code, planted.listedTwice.n, planted.listedTwice.day),
    listed("unknown_unit", "none", planted.unknownUnit.n, planted.unknownUnit.day),
  ];
}

/** The careless interviewers: nobody is compared before a tenth form, which takes so many days of work. */
export function interviewExceptions({ exceptions: { unit_code } }: Roles): Planted[] {
  const formsToCompare = 10;
  let tenth = interviews.firstDay;
  for (let made = 0; ; tenth++) {
    if (!isWeekend(tenth)) made += interviews.formsADay;
    if (made >= formsToCompare) break;
  }
  const measures = [
    ["short", 1, tenth],
    ["straight", 2, tenth],
    ["night", 3, tenth],
    ["blank", 4, tenth],
    ["device", 5, interviews.busyDevice.day],
  ] as const;
  return measures.map(([measure, interviewer, day]) => ({
    signal_code: "fieldwork",
    instrument_code: interviews.form,
    unit_code,
    subject_key: `interviewer/${unit_code}-pv${interviewer}/${measure}`,
    n: null,
    visible_on: dateOf(day),
    gone_on: null,
  }));
}
