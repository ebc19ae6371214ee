import { describe, expect, test } from "vitest";
import type { RunRecord, RunStatus } from "../../../pipelines/runRecords.ts";
import { calendar, nextDay } from "../../../pipelines/schedule/calendar.ts";
import { describeDue, dueTimes, nextTimes, unanswered } from "../../../pipelines/schedule/dueTimes.ts";
import { toInstant, wallClock } from "../../../pipelines/schedule/zonedTime.ts";

const campaign = {
  opening: "2022-12-30",
  closing: "2022-12-31",
  recheck: "2023-01-02",
  build: "2023-01-04",
  publish: "2023-04-19",
};
const office = calendar.parse({ rounds: { "2022": campaign } });
const far = new Date("2100-01-01T00:00:00Z");
const said = (from: string, until: Date = far) =>
  dueTimes(office, new Date(from), until).map((due) => describeDue(due, office.zone));

function record(
  command: string,
  started_at: string,
  status: RunStatus = "done",
  scheduled_for?: string,
): RunRecord {
  return { command, started_at, status, ...(scheduled_for && { scheduled_for }) } as RunRecord;
}

describe("the campaign calendar", () => {
  test("collects every night of survey and phúc tra, then builds every night, then publishes on its day", () => {
    expect(said("2022-01-01T00:00:00Z")).toEqual([
      "2022-12-30 02:00:00 Asia/Ho_Chi_Minh: collect (round 2022)",
      "2022-12-31 02:00:00 Asia/Ho_Chi_Minh: collect (round 2022)",
      "2023-01-01 02:00:00 Asia/Ho_Chi_Minh: collect (round 2022)",
      "2023-01-02 02:00:00 Asia/Ho_Chi_Minh: collect (round 2022)",
      "2023-01-03 03:00:00 Asia/Ho_Chi_Minh: build (round 2022)",
      "2023-01-04 03:00:00 Asia/Ho_Chi_Minh: build (round 2022)",
      "2023-04-19 08:00:00 Asia/Ho_Chi_Minh: publish (round 2022)",
    ]);
  });

  test("means the office's clock: two in the morning of new year's day is still the year before in UTC", () => {
    const [due] = dueTimes(office, new Date("2022-12-31T18:59:59Z"), new Date("2022-12-31T19:00:00Z"));
    expect(due?.at.toISOString()).toBe("2022-12-31T19:00:00.000Z");
  });

  test("holds nothing outside a campaign, and nothing after the last one", () => {
    expect(said("2023-01-05T00:00:00Z", new Date("2023-04-18T23:59:59Z"))).toEqual([]);
    expect(nextTimes(office, new Date("2023-04-19T01:00:00Z"), 10)).toEqual([]);
  });

  test("is refused with days in a wrong order, an unknown zone or an unknown word", () => {
    const wrong = (change: object) =>
      calendar.safeParse({ rounds: { "2022": { ...campaign, ...change } } }).error;
    expect(wrong({ closing: "2022-12-29" })?.issues[0]?.message).toBe(
      "2022-12-29 comes before opening (2022-12-30)",
    );
    expect(wrong({ review: "2023-01-01" })?.issues[0]?.code).toBe("unrecognized_keys");
    expect(calendar.safeParse({ zone: "Asia/Hanoi2", rounds: {} }).error?.issues[0]?.message).toBe(
      "is no time zone that this machine knows",
    );
  });
});

describe("a clock on the wall", () => {
  test("in a zone without summer time is seven hours ahead all year", () => {
    expect(toInstant("2023-07-01", "00:30", "Asia/Ho_Chi_Minh").toISOString()).toBe(
      "2023-06-30T17:30:00.000Z",
    );
    expect(toInstant("2023-01-01", "00:30", "Asia/Ho_Chi_Minh").toISOString()).toBe(
      "2022-12-31T17:30:00.000Z",
    );
  });

  test("in a zone with summer time follows it, and an hour that is left out comes an hour later", () => {
    const inNewYork = (date: string, time: string) => toInstant(date, time, "America/New_York").toISOString();
    expect(inNewYork("2023-03-11", "02:30")).toBe("2023-03-11T07:30:00.000Z");
    expect(inNewYork("2023-03-12", "02:30")).toBe("2023-03-12T07:30:00.000Z"); // clocks go from 02:00 to 03:00
    expect(inNewYork("2023-03-13", "02:30")).toBe("2023-03-13T06:30:00.000Z");
  });

  test("shows the same time whatever zone the machine itself stands in", () => {
    expect(process.env["TZ"]).toBe("America/New_York");
    expect(wallClock(new Date("2023-07-01T17:30:00Z"), "Asia/Ho_Chi_Minh")).toBe("2023-07-02 00:30:00");
  });

  test("counts days by the calendar over a change of clocks and the end of a year", () => {
    expect(nextDay("2023-03-11")).toBe("2023-03-12");
    expect(nextDay("2022-12-31")).toBe("2023-01-01");
  });
});

describe("what is to be done now", () => {
  const at = (now: string, ...records: RunRecord[]) => {
    const due = unanswered(office, records, new Date(now));
    return due && describeDue(due, office.zone);
  };

  test("is the newest missed time, once, however many nights the machine was off", () => {
    expect(at("2023-01-02T05:00:00Z")).toBe("2023-01-02 02:00:00 Asia/Ho_Chi_Minh: collect (round 2022)");
    expect(at("2023-01-02T05:00:00Z", record("collect", "2023-01-02T04:00:00Z"))).toBeNull();
  });

  test("is the build when a collect was missed as well: it collects on its way", () => {
    expect(at("2023-01-03T01:00:00Z")).toBe("2023-01-03 03:00:00 Asia/Ho_Chi_Minh: build (round 2022)");
    expect(at("2023-01-03T01:00:00Z", record("publish", "2023-01-02T21:00:00Z"))).toBeNull();
  });

  test("is the monitor where the office asked for one, from the opening to the morning after the closing", () => {
    const watched = calendar.parse({ times: { monitor: "06:00" }, rounds: { "2022": campaign } });
    const days = dueTimes(watched, new Date(0), far).filter(({ duty }) => duty === "monitor");
    expect(days.map(({ at: moment }) => wallClock(moment, watched.zone))).toEqual([
      "2022-12-30 06:00:00",
      "2022-12-31 06:00:00",
      "2023-01-01 06:00:00",
    ]);
    const morning = new Date("2022-12-31T00:00:00Z");
    expect(unanswered(watched, [], morning)?.duty).toBe("monitor"); // it collects on its way
    const built = record("publish", "2022-12-30T23:30:00Z");
    expect(unanswered(watched, [built], morning)?.duty).toBe("monitor"); // a publication shows no monitor
    expect(unanswered(watched, [record("monitor", "2022-12-30T23:30:00Z")], morning)).toBeNull();
  });

  test("is nothing when the time is answered, by hand or by a run that failed: it comes again the next night", () => {
    expect(at("2023-01-02T05:00:00Z", record("collect", "2023-01-01T19:00:01Z", "failed"))).toBeNull();
  });

  test("is still the time that only found the lock taken", () => {
    expect(at("2023-01-02T05:00:00Z", record("collect", "2023-01-01T19:00:01Z", "refused"))).not.toBeNull();
  });

  test("is not what a weaker command did: a collect is no publication", () => {
    expect(at("2023-04-19T02:00:00Z", record("collect", "2023-04-19T01:30:00Z"))).toBe(
      "2023-04-19 08:00:00 Asia/Ho_Chi_Minh: publish (round 2022)",
    );
  });

  test("is nothing once the time lies more than three days back", () => {
    expect(at("2023-04-22T00:59:00Z")).not.toBeNull();
    expect(at("2023-04-22T01:00:01Z")).toBeNull();
  });

  test("is answered by the run made for it, though the clock was then set back", () => {
    const answered = record("publish", "2023-04-18T12:00:00Z", "done", "2023-04-19T01:00:00.000Z");
    expect(at("2023-04-19T02:00:00Z", answered)).toBeNull();
  });
});
