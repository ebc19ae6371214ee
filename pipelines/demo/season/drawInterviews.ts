import type { Unit } from "../../../models/units/unit.ts";
import { type RandomStream, randomStream } from "../randomStream.ts";
import { isWeekend, momentOf } from "./seasonClock.ts";
import { seasonShape } from "./seasonShape.ts";

export interface Interview {
  readonly key: string;
  readonly area: string;
  readonly interviewer: string;
  readonly team: string;
  readonly device: string;
  readonly openedAt: number;
  readonly submittedAt: number;
  /** Levels, null where the question was left blank. */
  readonly answers: readonly (string | null)[];
}

/** How an interviewer works; one of each kind is planted in the first province, everybody else works well. */
export type Manner = "well" | "fast" | "straight" | "night" | "careless" | "busy_device";
const planted: readonly Manner[] = ["fast", "straight", "night", "careless", "busy_device"];

export interface Interviewer {
  readonly key: string;
  readonly manner: Manner;
  readonly interviews: readonly Interview[];
}

/** The interviewers of one province at work: so many forms on each workday, in one commune each. */
export function drawInterviewers(unit: Unit, hasPlanted: boolean, seed: number): Interviewer[] {
  const { teams, interviewersPerTeam } = seasonShape.interviews;
  return Array.from({ length: teams * interviewersPerTeam }, (_, i) => {
    const manner = hasPlanted ? (planted[i] ?? "well") : "well";
    const key = `${unit.unit_code}-pv${i + 1}`;
    const team = `${unit.unit_code}-to${Math.floor(i / interviewersPerTeam) + 1}`;
    const area = `${unit.unit_code}-xa${i + 1}`;
    const chance = randomStream(seed, unit.unit_code, key, "interviews");
    return { key, manner, interviews: interviewsOf({ key, team, area, manner }, chance) };
  });
}

function interviewsOf(
  { key, team, area, manner }: { key: string; team: string; area: string; manner: Manner },
  chance: RandomStream,
): Interview[] {
  const { firstDay, lastDay, formsADay, busyDevice } = seasonShape.interviews;
  const found: Interview[] = [];
  for (let day: number = firstDay; day <= lastDay; day++) {
    const isBusy = manner === "busy_device" && day === busyDevice.day;
    if (isWeekend(day)) continue;
    const n = isBusy ? busyDevice.forms : formsADay;
    for (let i = 0; i < n; i++) {
      const hour = manner === "night" ? seasonShape.interviews.nightHour : 8 + Math.floor((9 * i) / n);
      const openedAt = momentOf(day, hour, chance.between(0, 15));
      const minutes = minutesOf(manner, chance);
      found.push({
        key: `${key}-${found.length + 1}`,
        ...{ area, team, interviewer: key, device: `${key}-may` },
        openedAt,
        submittedAt: openedAt + Math.round(minutes * 60_000),
        answers: answersOf(manner, chance),
      });
    }
  }
  return found;
}

function minutesOf(manner: Manner, chance: RandomStream): number {
  const { minutes, fastMinutes } = seasonShape.interviews;
  if (manner === "fast") return fastMinutes + chance.uniform();
  return Math.max(minutes.least, minutes.mean + minutes.spread * chance.normal());
}

function answersOf(manner: Manner, chance: RandomStream): (string | null)[] {
  const { questions, blankShare, blankShareOfCareless } = seasonShape.interviews;
  const blank = manner === "careless" ? blankShareOfCareless : blankShare;
  return Array.from({ length: questions }, () => {
    const level = String(1 + chance.choose([1, 2, 5, 9, 4]));
    if (manner === "straight") return "4";
    return chance.uniform() < blank ? null : level;
  });
}
