import type { Bilingual, Instrument } from "../instruments/instrument.ts";
import { dayMonthYear } from "../text/dayMonthYear.ts";
import type { MethodRule } from "./methodRule.ts";
import type { OfficialsSurvey } from "./officials.ts";

/** The settings of a survey of officials as the method page shows them; the form tells that they are illustrative. */
export function officialRules(
  index: "par_ministry" | "par_province",
  survey: OfficialsSurvey,
  instruments: readonly Instrument[],
): MethodRule[] {
  const row = (
    code: keyof typeof names,
    value: Bilingual,
    { status, why, source }: Pick<MethodRule, "status" | "why"> & { readonly source?: string | undefined },
  ): MethodRule => ({
    index,
    code: `officials_${code}`,
    name: { vi: `${whose.vi}: ${names[code].vi}`, en: `${whose.en}: ${names[code].en}` },
    value,
    status,
    why,
    source: source ?? null,
    isAboutFictional: isIllustrative,
  });
  const isIllustrative = survey.framework.startsWith("minh-hoa");
  const whose = isIllustrative
    ? {
        vi: "Minh họa, khảo sát công chức về đơn vị không có thật",
        en: "Illustrative, survey of officials about fictional units",
      }
    : { vi: "Khảo sát công chức", en: "Survey of officials" };
  const { fieldwork, exclusions, leaves, answer_shares, combine, group_weights, sipas } = survey;
  const same = (text: string): Bilingual => ({ vi: text, en: text });
  const form = instruments.find(({ instrument }) => instrument === survey.instrument);
  return [
    row("form", form?.name ?? same(survey.instrument), leaves),
    row("fieldwork", same(`${dayMonthYear(fieldwork.opens)} – ${dayMonthYear(fieldwork.closes)}`), fieldwork),
    row(
      "exclusions",
      {
        vi: exclusions.value.map((reason) => reasonWords[reason].vi).join(", "),
        en: exclusions.value.map((reason) => reasonWords[reason].en).join(", "),
      },
      exclusions,
    ),
    row(
      "leaves",
      {
        vi: leaves.value.map(({ leaf, items }) => `tiêu chí ${leaf}: ${items.length} câu`).join("; "),
        en: leaves.value.map(({ leaf, items }) => `criterion ${leaf}: ${items.length}`).join("; "),
      },
      leaves,
    ),
    row("answer_shares", same(answer_shares.value.map((share) => `${share}%`).join("; ")), answer_shares),
    row("combine", combineWords[combine.value], combine),
    row("group_weights", weightWords(group_weights.value), group_weights),
    row("merge_classes_below", same(String(survey.merge_classes_below.value)), survey.merge_classes_below),
    row("minimum_n", same(String(survey.minimum_n.value)), survey.minimum_n),
    ...(sipas === undefined
      ? []
      : [row("sipas", { vi: "tỷ lệ thuận với SIPAS", en: "proportional to SIPAS" }, sipas)]),
  ];
}

const names = {
  form: { vi: "mẫu phiếu", en: "form" },
  fieldwork: { vi: "thời gian", en: "fieldwork" },
  exclusions: { vi: "phiếu không được tính", en: "forms that do not count" },
  leaves: { vi: "số câu hỏi của từng tiêu chí", en: "number of items of each criterion" },
  answer_shares: {
    vi: "phần điểm của từng mức trả lời, từ thấp đến cao",
    en: "share of the points of each level of answer, lowest first",
  },
  combine: { vi: "từ câu hỏi lên tiêu chí", en: "from items to a criterion" },
  group_weights: { vi: "trọng số các nhóm", en: "weights of groups" },
  merge_classes_below: { vi: "gộp nhóm có ít phiếu hơn", en: "groups with fewer forms are merged" },
  minimum_n: { vi: "số phiếu tối thiểu để công bố", en: "least number of forms shown" },
  sipas: { vi: "điểm của SIPAS", en: "points of SIPAS" },
} as const satisfies Record<string, Bilingual>;

const reasonWords: Readonly<Record<OfficialsSurvey["exclusions"]["value"][number], Bilingual>> = {
  test_response: { vi: "phiếu thử", en: "tests" },
  unknown_person: { vi: "không có trong danh sách", en: "not on the list" },
  not_submitted: { vi: "chưa nộp", en: "not submitted" },
  before_opening: { vi: "trước ngày mở", en: "before opening" },
  after_closing: { vi: "sau ngày đóng", en: "after closing" },
  duplicate_submission: { vi: "nộp trùng", en: "duplicates" },
  no_valid_answer: { vi: "không có câu trả lời hợp lệ", en: "no valid answer" },
};

const combineWords = {
  mean_of_items: { vi: "trung bình cộng các câu", en: "plain mean of the items" },
  pooled_answers: { vi: "gộp mọi câu trả lời", en: "all answers pooled" },
} as const;

function weightWords(weights: OfficialsSurvey["group_weights"]["value"]): Bilingual {
  if (weights === "by_list") return { vi: "theo độ dài danh sách", en: "by the length of the list" };
  const listed = Object.entries(weights).map(([group, weight]) => `${group} ${weight}`);
  return { vi: listed.join(", ").replaceAll(".", ","), en: listed.join(", ") };
}
