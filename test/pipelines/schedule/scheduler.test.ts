import { expect, test } from "vitest";
import type { RunRecord } from "../../../pipelines/runRecords.ts";
import { calendar } from "../../../pipelines/schedule/calendar.ts";
import { type Due, describeDue } from "../../../pipelines/schedule/dueTimes.ts";
import { newScheduler } from "../../../pipelines/schedule/scheduler.ts";

const office = calendar.parse({
  rounds: {
    "2022": {
      opening: "2022-12-01",
      closing: "2022-12-03",
      recheck: "2022-12-03",
      build: "2022-12-04",
      publish: "2022-12-05",
    },
  },
});

/** A world whose clock and work the test moves by hand. */
function world(start: string) {
  let now = new Date(start);
  const lines: string[] = [];
  const records: RunRecord[] = [];
  const skipped: string[] = [];
  let end: (exitCode: number) => void = () => {};
  const scheduler = newScheduler({
    calendar: office,
    now: () => now,
    records: async () => records,
    work: (due: Due) => {
      records.push({ command: due.duty, started_at: now.toISOString(), status: "running" } as RunRecord);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    skip: async (due) => {
      skipped.push(describeDue(due, "UTC"));
      records.push({
        command: due.duty,
        started_at: now.toISOString(),
        scheduled_for: due.at.toISOString(),
        status: "skipped",
      } as RunRecord);
    },
    say: (line) => void lines.push(line),
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    scheduler,
    lines,
    skipped,
    begun: () => records.filter(({ status }) => status === "running").map(({ command }) => command),
    goTo: (time: string) => {
      now = new Date(time);
    },
    finish: async () => {
      end(0);
      await turn();
    },
    turn,
  };
}

test("outside a campaign nothing is done, and that is said", async () => {
  const { scheduler, lines, begun } = world("2022-11-20T00:00:00Z");
  scheduler.announce();
  expect(await scheduler.answer()).toBeNull();
  expect(begun()).toEqual([]);
  expect(lines).toEqual([
    "No campaign is open; there is nothing to do.",
    "Next: 2022-12-01 02:00:00 Asia/Ho_Chi_Minh: collect (round 2022).",
  ]);
});

test("after the last campaign it says that no time is left", () => {
  const { scheduler, lines } = world("2023-01-20T00:00:00Z");
  scheduler.announce();
  expect(lines).toEqual(["No campaign is open; there is nothing to do.", "No time is left in the calendar."]);
});

test("a run that lasts longer than a day makes the next night's be skipped and recorded", async () => {
  const { scheduler, skipped, begun, goTo, finish, turn } = world("2022-11-30T19:00:00Z");
  const first = scheduler.answer();
  await turn();
  goTo("2022-12-01T19:00:00Z");
  expect(await scheduler.answer()).toBeNull();
  goTo("2022-12-02T18:00:00Z");
  await finish();
  expect(await first).toBe(0);
  expect(skipped).toEqual(["2022-12-01 19:00:00 UTC: collect (round 2022)"]);
  expect(await scheduler.answer()).toBeNull();
  expect(begun()).toEqual(["collect"]);
});

test("a publication that comes while a build goes on is not skipped: it waits for its end", async () => {
  const { scheduler, skipped, begun, goTo, finish, turn } = world("2022-12-03T20:00:00Z");
  const build = scheduler.answer();
  await turn();
  goTo("2022-12-05T01:00:00Z");
  expect(await scheduler.answer()).toBeNull();
  await finish();
  await build;
  expect(skipped).toEqual([]);
  void scheduler.answer();
  await turn();
  expect(begun()).toEqual(["build", "publish"]);
});

test("twice at the same time, one thing is done once", async () => {
  const { scheduler, begun, finish, turn } = world("2022-11-30T19:00:00Z");
  const both = Promise.all([scheduler.answer(), scheduler.answer()]);
  await turn();
  await finish();
  await both;
  expect(begun()).toEqual(["collect"]);
});
