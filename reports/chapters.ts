import type { PlainKey } from "./messages/words.ts";

interface Chapter {
  readonly title: PlainKey;
  /** The file of a national bundle, before the round and the mark of illustration. */
  readonly file: string;
  /** Is the chapter written once for each round, or once for all of them? */
  readonly isPerRound: boolean;
}

/** The chapters of a bundle, in reading order. National bundles give each its own file. */
export const chapters = {
  sipas: { title: "chapter.sipas", file: "sipas", isPerRound: true },
  par_ministry: { title: "chapter.par_ministry", file: "par-index-bo", isPerRound: true },
  par_scores_province: { title: "chapter.par_scores_province", file: "par-index-tinh", isPerRound: true },
  par_scores_ministry: {
    title: "chapter.par_scores_ministry",
    file: "par-index-bo-cham-diem",
    isPerRound: true,
  },
  par_scorecard: { title: "chapter.par_scorecard", file: "bang-cham-diem", isPerRound: true },
  action_plan: { title: "chapter.action_plan", file: "ke-hoach", isPerRound: true },
  par_history: { title: "chapter.par_history", file: "par-index-nhieu-nam", isPerRound: false },
  monitor: { title: "chapter.monitor", file: "theo-doi", isPerRound: true },
  method: { title: "chapter.method", file: "phuong-phap", isPerRound: false },
} as const satisfies Readonly<Record<string, Chapter>>;

export type ChapterCode = keyof typeof chapters;
