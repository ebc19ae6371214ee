import type { Words } from "../messages/words.ts";

/** The unit that a letter is about, by the name it has on the day. */
export interface Addressee {
  readonly unit_code: string;
  readonly unit_level: "province" | "ministry";
  readonly unit_type: "city" | "province" | "ministry" | "ministerial-agency";
  readonly unit_name: string;
  readonly unit_name_en: string;
}

/** No province has districts from this day on: there are provinces and communes. */
export const communesFrom = "2025-07-01";

/** "Ủy ban nhân dân tỉnh Nghệ An", "Ủy ban nhân dân thành phố Hồ Chí Minh", "Bộ Tư pháp": who answers for the unit. */
export function authorityOf(unit: Addressee, words: Words): string {
  if (unit.unit_level === "ministry") return nameOf(unit, words);
  return words.say(unit.unit_type === "city" ? "letter.city" : "letter.province", {
    unit: nameOf(unit, words),
  });
}

/** "tỉnh Nghệ An", "thành phố Hà Nội", "Bộ Tư pháp". */
export function placeOf(unit: Addressee, words: Words): string {
  if (unit.unit_level === "ministry") return nameOf(unit, words);
  return words.say(unit.unit_type === "city" ? "letter.of_city" : "letter.of_province", {
    unit: nameOf(unit, words),
  });
}

/** "toàn tỉnh Nghệ An". */
export function wholeOf(unit: Addressee, words: Words): string {
  const values = { unit: nameOf(unit, words) };
  if (unit.unit_level === "ministry") return words.say("letter.place_ministry", values);
  return words.say(unit.unit_type === "city" ? "letter.place_city" : "letter.place_province", values);
}

/** The offices under the unit, in one phrase. */
export function departmentsOf(unit: Addressee, day: string, words: Words): string {
  if (unit.unit_level === "ministry")
    return words.say("letter.departments_ministry", { unit: nameOf(unit, words) });
  return words.say(day < communesFrom ? "letter.departments_districts" : "letter.departments_communes");
}

/** The same offices as a list of recipients. */
export function departmentList(unit: Addressee, day: string, words: Words): readonly string[] {
  if (unit.unit_level === "ministry")
    return [words.say("letter.to_ministry_departments", { unit: nameOf(unit, words) })];
  return [
    words.say("letter.to_departments"),
    words.say(day < communesFrom ? "letter.to_districts" : "letter.to_communes"),
  ];
}

/** The name without its "TP." or "Tỉnh", which the sentence says in full. */
export function nameOf({ unit_name, unit_name_en }: Addressee, words: Words): string {
  return words.pick(unit_name.replace(/^(?:TP\.|Tỉnh) /, ""), unit_name_en.replace(/ City$/, ""));
}
