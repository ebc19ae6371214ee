import { Big } from "big.js";
import { evaluateRule } from "../../models/frameworks/evaluateRule.ts";
import type { Framework } from "../../models/frameworks/framework.ts";
import { frameworkLeaves, type Leaf } from "../../models/frameworks/frameworkNodes.ts";
import { frameworkVersion } from "../../models/frameworks/frameworkVersion.ts";
import type { Rule } from "../../models/frameworks/rule.ts";
import { type ScoreRow, toInputsText } from "../../models/scorecards/scoreEntry.ts";
import type { StageCode } from "../../models/scorecards/stages.ts";
import { type RandomStream, randomStream } from "./randomStream.ts";

/** Settings of the invented scorecards, all of them assumed. */
export const scorecardShape = {
  /** How good a unit is, as the chance of doing what a leaf asks. */
  goodness: [0.72, 0.94],
  /** Of the self-scores above zero, how many an appraiser lowers, and of the others, raises. */
  lowered: 0.16,
  raised: 0.01,
  /** Of the lowered ones, how many are explained, and of these, how many are restored. */
  explained: 0.55,
  restored: 0.5,
  /** How much of a unit's goodness in an earlier round is that of the later one, and how many leaves stood as they do then. */
  kept: 0.7,
  unchanged: 0.6,
} as const;

export interface ScorecardOf {
  readonly framework: Framework;
  readonly roundCode: string;
  /** The round after it, near which this one is drawn; null: the newest. */
  readonly laterRound: string | null;
  readonly indexCode: ScoreRow["index_code"];
  readonly unit: { readonly unit_code: string; readonly unit_name: string };
  readonly seed: number;
}

/**
 * The scorecard of a fictional unit through all stages: declared figures are drawn, points follow from the rules. Surveyed
 * leaves have no entry: their points come from the answers of officials and from SIPAS.
 */
export function drawScorecard(card: ScorecardOf): ScoreRow[] {
  const { framework, roundCode, laterRound, indexCode, unit, seed } = card;
  const { kept, unchanged } = scorecardShape;
  const own = goodnessIn(roundCode, card);
  const goodness = laterRound === null ? own : kept * goodnessIn(laterRound, card) + (1 - kept) * own;
  const year = Number(roundCode);
  const days: Readonly<Record<StageCode, string>> = {
    self: `${year + 1}-01-20T02:00:00Z`,
    appraised_1: `${year + 1}-02-15T02:00:00Z`,
    explained: `${year + 1}-02-25T02:00:00Z`,
    appraised_2: `${year + 1}-03-10T02:00:00Z`,
    final: `${year + 1}-04-01T02:00:00Z`,
  };
  const shared = {
    round_code: roundCode,
    index_code: indexCode,
    unit_name: unit.unit_name,
    framework_code: framework.framework,
    framework_version: frameworkVersion(framework),
    is_locked: "true" as const,
  };
  const leaves = frameworkLeaves(framework).filter(({ self_scored }) => self_scored);
  const leafChance = ({ code }: Leaf) => {
    const stays = randomStream(seed, "stays", roundCode, unit.unit_code, code).uniform() < unchanged;
    const from = laterRound !== null && stays ? laterRound : roundCode;
    return randomStream(seed, "leaf", from, unit.unit_code, code);
  };
  return leaves.flatMap((leaf) =>
    drawLeaf(leaf, goodness, year, leafChance(leaf)).map((entry) => ({
      ...shared,
      ...entry,
      node_code: leaf.code,
      scored_at: days[entry.stage_code],
    })),
  );
}

function goodnessIn(round: string, { seed, unit }: ScorecardOf): number {
  const [low, high] = scorecardShape.goodness;
  return low + (high - low) * randomStream(seed, "scorecard", round, unit.unit_code).uniform();
}

type DrawnEntry = Pick<
  ScoreRow,
  "stage_code" | "score_status" | "points" | "inputs" | "role_code" | "reason" | "evidence"
>;

function drawLeaf(leaf: Leaf, goodness: number, year: number, chance: RandomStream): DrawnEntry[] {
  const figures = drawFigures(leaf.rule as Rule, goodness, chance);
  const made = evaluateRule(leaf.rule as Rule, leaf.max, figures);
  if (made.status !== "scored")
    throw new Error(`The drawn figures of ${leaf.code} give no points: ${JSON.stringify(made)}`);
  const inputs = toInputsText({ ...figures, ...(leaf.kind === "statistic" && documents(year)) });
  const entry = (stage_code: StageCode, points: string, more: Partial<DrawnEntry> = {}): DrawnEntry => ({
    stage_code,
    score_status: "scored",
    points,
    inputs,
    role_code:
      stage_code === "self" || stage_code === "explained"
        ? "unit"
        : stage_code === "final"
          ? "council"
          : "appraiser",
    reason: null,
    evidence: null,
    ...more,
  });
  const claimed = made.points;
  const self = entry("self", claimed, { evidence: `Tài liệu minh họa ${leaf.code}` });
  const lowered = new Big(leaf.max).div(2).lt(claimed)
    ? new Big(claimed).minus(new Big(leaf.max).div(4)).toString()
    : "0";
  const isLowered = new Big(claimed).gt(0) && chance.uniform() < scorecardShape.lowered;
  const isRaised = !isLowered && new Big(claimed).lt(leaf.max) && chance.uniform() < scorecardShape.raised;
  const first = isLowered ? lowered : isRaised ? leaf.max : claimed;
  const changed = isLowered || isRaised;
  const appraised = entry("appraised_1", first, {
    reason: isLowered
      ? "Tài liệu minh họa chưa đủ căn cứ"
      : isRaised
        ? "Đơn vị tự chấm thấp hơn số liệu của cơ quan thẩm định"
        : null,
  });
  if (!isLowered || chance.uniform() >= scorecardShape.explained)
    return [
      self,
      appraised,
      entry("final", first, { reason: changed ? "Theo kết quả thẩm định lần 1" : null }),
    ];

  const isRestored = chance.uniform() < scorecardShape.restored;
  const second = isRestored ? claimed : first;
  return [
    self,
    appraised,
    entry("explained", claimed, {
      reason: "Bổ sung tài liệu minh họa",
      evidence: `Tài liệu bổ sung minh họa ${leaf.code}`,
    }),
    entry("appraised_2", second, {
      reason: isRestored ? "Chấp nhận giải trình" : "Giữ nguyên kết quả thẩm định lần 1",
    }),
    entry("final", second, { reason: "Theo kết quả thẩm định lần 2" }),
  ];
}

/** Every rule of the illustrative sets is asked in one of these figures. */
function drawFigures(rule: Rule, goodness: number, chance: RandomStream): Record<string, string> {
  const planned = chance.between(20, 400);
  const share = Math.min(1, Math.max(0, goodness + 0.09 + 0.12 * chance.normal()));
  const figures: Record<string, () => string> = {
    issued: () => (chance.uniform() < goodness ? "yes" : "no"),
    done: () => String(Math.round(planned * share)),
    planned: () => String(planned),
    n_items: () => String([0, 1, 2, 3, 4].filter(() => chance.uniform() < goodness).length),
    n_late: () => String([0, 1, 2, 3, 4].filter(() => chance.uniform() > goodness).length),
    outcome: () => (8 * (goodness + 0.25 * chance.uniform())).toFixed(1),
    target: () => "8.0",
  };
  return Object.fromEntries(
    rule.inputs.map(({ code }) => {
      const draw = figures[code];
      if (draw === undefined) throw new Error(`Nothing is known of the figure ${code} to draw it.`);
      return [code, draw()];
    }),
  );
}

function documents(year: number) {
  return {
    target_source: "Nghị quyết minh họa về kế hoạch phát triển KT-XH",
    outcome_source: "Niên giám thống kê minh họa",
    year: String(year),
  };
}
