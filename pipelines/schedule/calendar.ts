import { z } from "zod";
import { isTimeZone } from "./zonedTime.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, "is a time such as 02:00");

/** The days of one round's campaign, each the last of its stage but the first. */
const campaign = z
  .strictObject({
    /** The first day of the survey; from here answers are collected every night. */
    opening: z.iso.date(),
    closing: z.iso.date(),
    /** The last day on which phúc tra comes in; until here answers are collected every night. */
    recheck: z.iso.date(),
    /** Until here a warehouse is built every night, so that broken promises show while they can be mended. */
    build: z.iso.date(),
    /** The day of publication. */
    publish: z.iso.date(),
  })
  .superRefine((days, context) => {
    const order = ["opening", "closing", "recheck", "build", "publish"] as const;
    for (const [i, day] of order.entries()) {
      const before = order[i - 1];
      if (before && days[day] < days[before]) {
        context.addIssue({
          code: "custom",
          path: [day],
          message: `${days[day]} comes before ${before} (${days[before]})`,
        });
      }
    }
  });

/** `schedule` in thuocdo.yaml: the campaign calendar of each round, and the hours of the work. */
export const calendar = z.strictObject({
  zone: z.string().refine(isTimeZone, "is no time zone that this machine knows").default("Asia/Ho_Chi_Minh"),
  times: z
    .strictObject({
      collect: time.default("02:00"),
      build: time.default("03:00"),
      publish: time.default("08:00"),
      /** When the monitor of participation is refreshed while the survey is open; without it, it is not. */
      monitor: time.optional(),
    })
    .default({ collect: "02:00", build: "03:00", publish: "08:00" }),
  /** A time that was missed (the machine was off) is still answered so many days later. */
  catch_up_days: z.int().min(0).max(31).default(3),
  rounds: z.record(z.string().regex(/^\d{4}$/), campaign),
});

export type Calendar = z.infer<typeof calendar>;
export type Campaign = z.infer<typeof campaign>;
export type Duty = keyof Calendar["times"];

/** What is done on which days: the whole of the rule. */
export const duties: readonly { duty: Duty; days: (campaign: Campaign) => readonly [string, string] }[] = [
  { duty: "collect", days: ({ opening, recheck }) => [opening, recheck] },
  { duty: "monitor", days: ({ opening, closing }) => [opening, nextDay(closing)] },
  { duty: "build", days: ({ recheck, build }) => [nextDay(recheck), build] },
  { duty: "publish", days: ({ publish }) => [publish, publish] },
];

/** The day after a date, both as YYYY-MM-DD: dates never pass through a zone. */
export function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
