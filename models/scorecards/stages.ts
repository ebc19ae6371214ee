import type { Bilingual } from "../instruments/instrument.ts";

/** The stages of a scorecard (bảng chấm điểm), in order. */
export const stageCodes = ["self", "appraised_1", "explained", "appraised_2", "final"] as const;
export type StageCode = (typeof stageCodes)[number];

/** Who may write a stage. A role, never a person. */
export const roleCodes = ["unit", "appraiser", "council", "survey_office"] as const;
export type RoleCode = (typeof roleCodes)[number];

interface Stage {
  readonly code: StageCode;
  readonly name: Bilingual;
  readonly roles: readonly RoleCode[];
  /** Where a leaf stands that was not touched at this stage; null: it must be written anew. */
  readonly carries: StageCode | null;
  /** Which leaves belong to the stage: those the unit scores itself, or all. */
  readonly leaves: "self_scored" | "all";
}

/**
 * Self-scoring, first appraisal, the unit's explanation (giải trình) of what it contests, second appraisal of what was
 * explained, and the final points of every leaf. Leaves that a survey scores enter at the end.
 */
export const stages: readonly Stage[] = [
  stage("self", "Tự chấm", "Self-scored", ["unit"], null),
  stage("appraised_1", "Thẩm định lần 1", "First appraisal", ["appraiser"], null),
  stage("explained", "Giải trình", "Explained", ["unit"], "self"),
  stage("appraised_2", "Thẩm định lần 2", "Second appraisal", ["appraiser"], "appraised_1"),
  {
    code: "final",
    name: { vi: "Kết quả cuối cùng", en: "Final" },
    roles: ["council", "survey_office"],
    carries: null,
    leaves: "all",
  },
];

function stage(
  code: StageCode,
  vi: string,
  en: string,
  roles: readonly RoleCode[],
  carries: StageCode | null,
): Stage {
  return { code, name: { vi, en }, roles, carries, leaves: "self_scored" };
}
