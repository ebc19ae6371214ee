import { Big } from "big.js";
import { evaluateRule } from "../frameworks/evaluateRule.ts";
import { type Allowed, type Scorable, statisticInputs } from "./scorable.ts";
import { maybeReadInputs, type ScoreField, type ScoreRow } from "./scoreEntry.ts";
import { type StageCode, stages } from "./stages.ts";

/** A broken rule of one row, in Vietnamese: whoever fills in a scorecard reads it. */
export interface ScoreProblem {
  readonly row: number;
  readonly field: ScoreField;
  readonly message: string;
}

export type Entry = Pick<
  ScoreRow,
  "node_code" | "stage_code" | "score_status" | "points" | "inputs" | "role_code" | "reason" | "evidence"
>;

type Say = (field: ScoreField, message: string) => void;

/**
 * Every broken rule of the scorecard of one unit in one round: points outside 0 to the maximum, a stage before the one it
 * answers, a wrong role, a status that the round does not allow, points that differ from their rule or from the stage
 * before without a reason, a statistic leaf without its sources.
 *
 * It does not see locks (`changedLocks`), nor whether the card is complete: that is a status, not a mistake.
 */
export function checkScorecard(
  rows: readonly Entry[],
  nodes: readonly Scorable[],
  allowed: Allowed,
): ScoreProblem[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const at = new Map<string, Entry>();
  const problems: ScoreProblem[] = [];
  rows.forEach((entry, row) => {
    const key = place(entry.node_code, entry.stage_code);
    if (at.has(key))
      problems.push({
        row,
        field: "node_code",
        message: `tiêu chí ${entry.node_code} có hai dòng ở cùng một bước`,
      });
    else at.set(key, entry);
  });
  rows.forEach((entry, row) => {
    const say: Say = (field, message) => problems.push({ row, field, message });
    const node = byCode.get(entry.node_code);
    if (node === undefined)
      say("node_code", `"${entry.node_code}" không phải tiêu chí chấm điểm của bộ tiêu chí`);
    else {
      checkPoints(entry, node, allowed, say);
      checkStage(entry, node, at, say);
      checkInputs(entry, node, say);
    }
  });
  return problems;
}

function checkPoints(entry: Entry, node: Scorable, allowed: Allowed, say: Say): void {
  const { score_status: status, points } = entry;
  if (status === "not_applicable" && !allowed.notApplicable)
    say(
      "score_status",
      'năm chỉ số này không có căn cứ cho "không áp dụng"; hãy chấm điểm hoặc ghi "chưa có"',
    );
  if (status === "withheld" && !allowed.withholding)
    say("score_status", "năm chỉ số này không có căn cứ để giữ lại điểm");
  if (node.kind === "bonus" && !allowed.bonus)
    say("node_code", "năm chỉ số này không có căn cứ cho điểm thưởng");
  if (node.kind === "penalty" && !allowed.penalty)
    say("node_code", "năm chỉ số này không có căn cứ cho điểm trừ");
  if (status !== "scored") {
    if (points !== null) say("points", `có ${points} điểm nhưng trạng thái không phải "đã chấm"`);
    return;
  }
  if (points === null)
    say("points", 'trạng thái "đã chấm" mà không có điểm; không điểm phải ghi 0, chưa có thì ghi "chưa có"');
  else if (!/^-?\d{1,9}(\.\d{1,9})?$/.test(points)) say("points", `"${points}" không phải số thập phân`);
  else if (new Big(points).lt(0)) say("points", `${viet(points)} điểm là dưới 0`);
  else if (new Big(points).gt(node.max))
    say("points", `${viet(points)} điểm vượt điểm tối đa ${viet(node.max)}`);
}

/** What must have been written before: nobody appraises what was not claimed. */
const answers: Readonly<Partial<Record<StageCode, StageCode>>> = {
  appraised_1: "self",
  explained: "appraised_1",
  appraised_2: "explained",
  final: "appraised_1",
};

function checkStage(entry: Entry, node: Scorable, at: ReadonlyMap<string, Entry>, say: Say): void {
  const stage = stages.find(({ code }) => code === entry.stage_code);
  if (stage === undefined) return;
  if (!stage.roles.includes(entry.role_code))
    say("role_code", `vai trò "${entry.role_code}" không được ghi bước "${stage.name.vi}"`);
  if (stage.leaves === "self_scored" && !node.isSelfScored)
    say("stage_code", `tiêu chí ${node.code} không tự chấm, chỉ có điểm ở bước "Kết quả cuối cùng"`);
  else {
    const earlier = answers[entry.stage_code];
    if (earlier !== undefined && node.isSelfScored && !at.has(place(node.code, earlier))) {
      const needed = stages.find(({ code }) => code === earlier)?.name.vi;
      say("stage_code", `bước "${stage.name.vi}" có trước khi có bước "${needed}"`);
    }
  }
  checkReason(entry, node, at, say);
}

function checkReason(entry: Entry, node: Scorable, at: ReadonlyMap<string, Entry>, say: Say): void {
  if ((entry.reason ?? "") !== "") return;
  if (entry.stage_code === "explained") say("reason", "giải trình phải có nội dung");
  if (
    entry.stage_code === "self" &&
    node.needsEvidence &&
    isAboveZero(entry) &&
    (entry.evidence ?? "") === ""
  )
    say(
      "evidence",
      "tự chấm có điểm phải kèm tài liệu kiểm chứng, nếu chưa đủ thì phải giải trình ở cột lý do",
    );
  const before = previous(entry, at);
  if (before !== undefined && !isSameScore(before, entry))
    say("reason", `${score(entry)} khác ${score(before)} ở bước trước mà không có lý do`);
}

/** The score that this one confirms or changes. */
function previous({ node_code, stage_code }: Entry, at: ReadonlyMap<string, Entry>): Entry | undefined {
  const order: Readonly<Partial<Record<StageCode, readonly StageCode[]>>> = {
    appraised_1: ["self"],
    appraised_2: ["appraised_1"],
    final: ["appraised_2", "appraised_1"],
  };
  return (order[stage_code] ?? [])
    .map((stage) => at.get(place(node_code, stage)))
    .find((entry) => entry !== undefined);
}

function checkInputs(entry: Entry, node: Scorable, say: Say): void {
  const inputs = maybeReadInputs(entry.inputs);
  if (inputs === null) {
    say("inputs", "số liệu kê khai không đọc được");
    return;
  }
  const known = new Set<string>([
    ...(node.rule?.inputs.map(({ code }) => code) ?? []),
    ...(node.kind === "statistic" ? statisticInputs : []),
  ]);
  for (const code of Object.keys(inputs))
    if (!known.has(code)) say("inputs", `tiêu chí ${node.code} không có số liệu "${code}"`);
  if (node.kind === "statistic" && entry.score_status === "scored") {
    const lacking = statisticInputs.filter((code) => (inputs[code] ?? "") === "");
    if (lacking.length > 0) say("inputs", `tiêu chí KT-XH thiếu ${lacking.join(", ")}`);
    if (!/^\d{4}$/.test(inputs["year"] ?? "0000")) say("inputs", `năm "${inputs["year"]}" không phải năm`);
  }
  if (node.rule === null || entry.score_status !== "scored" || Object.keys(inputs).length === 0) return;
  const made = evaluateRule(node.rule, node.max, inputs);
  if (made.status === "missing") say("inputs", `thiếu số liệu ${made.inputs.join(", ")}`);
  if (made.status === "impossible") say("inputs", `không chấm được theo cách chấm: ${made.problem}`);
  if (
    made.status === "scored" &&
    isDecimal(entry.points) &&
    !new Big(made.points).eq(entry.points) &&
    (entry.reason ?? "") === ""
  )
    say(
      "points",
      `${viet(entry.points)} điểm, trong khi cách chấm cho ${viet(made.points)} từ số liệu kê khai; phải ghi lý do`,
    );
}

function place(node: string, stage: string): string {
  return `${node}\n${stage}`;
}

function isDecimal(points: string | null): points is string {
  return points !== null && /^-?\d+(\.\d+)?$/.test(points);
}

function isAboveZero({ score_status, points }: Entry): boolean {
  return score_status === "scored" && isDecimal(points) && new Big(points).gt(0);
}

function isSameScore(a: Entry, b: Entry): boolean {
  if (a.score_status !== b.score_status) return false;
  return isDecimal(a.points) && isDecimal(b.points) ? new Big(a.points).eq(b.points) : a.points === b.points;
}

const statusWords = {
  missing: "chưa có điểm",
  not_applicable: "không áp dụng",
  withheld: "giữ lại điểm",
} as const;

function score({ score_status, points }: Entry): string {
  return score_status === "scored" ? `${viet(points ?? "")} điểm` : statusWords[score_status];
}

function viet(points: string): string {
  return points.replace(".", ",");
}
