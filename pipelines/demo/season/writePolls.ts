import { randomStream } from "../randomStream.ts";
import { type StoreWriter, toTimestamp } from "../storeWriter.ts";
import type { Planted, Roles } from "./plant.ts";
import { dateOf, momentOf } from "./seasonClock.ts";
import { seasonShape } from "./seasonShape.ts";

const options = [
  ["dong_y", "Đồng ý"],
  ["khong_dong_y", "Không đồng ý"],
  ["y_kien_khac", "Ý kiến khác"],
] as const;
const topics = ["Thủ tục hành chính", "Chế độ công vụ"] as const;

/** Two opinion polls, one of which closes before it opens, and questions with their answers, one of them out of order. */
export function writePolls(store: StoreWriter, { exceptions: unit }: Roles, seed: number): Planted[] {
  const { roundCode, polls } = seasonShape;
  const chance = randomStream(seed, "polls");
  const poll = (key: string, opens: number, closes: number) => {
    store.add("polls", [
      ...[roundCode, key, topics[0], `Xin ý kiến minh họa ${key}`, null],
      ...[toTimestamp(momentOf(opens, 8)), toTimestamp(momentOf(closes, 17))],
    ]);
    for (const [value, name] of options)
      store.add("poll_questions", [roundCode, key, "C1", "Ông/Bà có đồng ý không?", value, name]);
  };
  poll("yk-1", 0, 40);
  poll("yk-2", 20, 10);
  for (let i = 0; i < polls.answers; i++) {
    const value = i === 0 ? "la" : options[chance.choose([5, 3, 2])]![0];
    const at = toTimestamp(
      momentOf(i === 0 ? 3 : chance.between(0, 40), chance.between(6, 22), chance.between(0, 59)),
    );
    store.add("poll_answers", [roundCode, "yk-1", `tl-${i}`, "C1", value, at]);
  }
  for (let i = 0; i < polls.questions; i++) {
    const day = chance.between(0, 55);
    const asked = momentOf(day, chance.between(7, 21), chance.between(0, 59));
    const waits = Math.round(-6 * Math.log(1 - chance.uniform()) * 24 * 60) * 60_000 + 3_600_000;
    const answered = chance.uniform() < 0.85 ? asked + waits : null;
    store.add("questions", [
      ...[
        roundCode,
        `hd-${i}`,
        topics[i % 2]!,
        i % 3 === 0 ? unit.unit_name : null,
        toTimestamp(asked),
        toTimestamp(answered),
      ],
    ]);
  }
  const wrong = [toTimestamp(momentOf(12, 9)), toTimestamp(momentOf(11, 9))] as const;
  store.add("questions", [roundCode, "hd-sai", topics[0], null, ...wrong]);
  const found = (instrument_code: string, subject_key: string, day: number): Planted => ({
    ...{ signal_code: "exception", instrument_code, unit_code: "none", subject_key, n: 1 },
    visible_on: dateOf(day),
    gone_on: null,
  });
  return [
    found("yk-1", "poll_answer_unknown", 3),
    found("questions", "answered_before_asked", 12),
    found("yk-2", "poll_closes_before_opening", -1),
  ];
}
