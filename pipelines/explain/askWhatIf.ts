import { Big } from "big.js";
import { z } from "zod";
import { KnownError, SpecError, UsageError } from "../../models/errors.ts";
import { evaluateRule } from "../../models/frameworks/evaluateRule.ts";
import { decimalText, rule } from "../../models/frameworks/rule.ts";
import { parseCsv } from "../../models/spec/parseCsv.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { Standing } from "../../models/whatIf/pointsForRank.ts";
import { type WhatIfAnswer, type WhatIfGoal, whatIf } from "../../models/whatIf/whatIf.ts";
import type { Row, Value } from "../../sql/table.ts";
import type { Ask } from "./ask.ts";
import { findSubject, type Subject, type SubjectRequest, whose } from "./subject.ts";

export interface WhatIfRequest extends SubjectRequest {
  readonly goal: WhatIfGoal;
  /** Surveyed leaves and the share in percent that each is assumed to have. */
  readonly shares: ReadonlyMap<string, string>;
  /** The text of the file of costs, and its name. */
  readonly costs: { readonly file: string; readonly text: string } | null;
}

export interface AskedWhatIf extends Subject {
  readonly answer: WhatIfAnswer;
  readonly own: Standing;
  readonly n_ranked: number;
  /** Scored without a rank, a unit can gain points only. */
  readonly is_ranked: boolean;
  /** The 95 % interval of the total after the plan: that of today, moved with the points; null while its error is not known. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly provenance: string;
  /** Names of the leaves. */
  readonly names: ReadonlyMap<string, string>;
}

const costRow = z.strictObject({ node_code: z.string().min(1), cost: decimalText });

/**
 * What would lift a unit, asked of a finished build. All other units are held at their values.
 *
 * @throws UsageError where there is no such unit or leaf, or no whole scorecard, with what there is
 */
export async function askWhatIf(ask: Ask, request: WhatIfRequest): Promise<AskedWhatIf> {
  const subject = await findSubject(ask, request);
  const { round_code, index_code, domain_code, name } = subject;
  const cards = await ask(`
    select unit_code, ranking_code, is_ranked, points, max_points, points_status, provenance from scores.par_index
    where round_code = ${sqlLiteral(round_code)} and index_code = ${sqlLiteral(index_code)} order by unit_code`);
  const own = cards.find((row) => row["unit_code"] === domain_code);
  if (own === undefined)
    throw new UsageError(
      `Of ${name} no scorecard is held in ${index_code} ${round_code}: a plan needs its leaves.`,
      {
        hint: `Scorecards are held of: ${cards.map((row) => String(row["unit_code"])).join(", ") || "no unit"}.`,
      },
    );
  if (own["points_status"] !== "ok")
    throw new UsageError(
      `The scorecard of ${name} is ${String(own["points_status"])}: it has no total to lift.`,
      {
        hint: "Hand in the leaves that are missing, and build again.",
      },
    );
  if (own["is_ranked"] !== true && request.goal.kind === "ranks")
    throw new UsageError(`${name} is scored without being ranked: it has no rank to gain.`, {
      hint: "Ask for points: --points 2.5.",
    });
  const leaves = await leavesOf(ask, subject);
  const [rules] = await ask(
    `select ties from spec.par_rules where round_code = ${sqlLiteral(round_code)} and index_code = ${sqlLiteral(index_code)}`,
  );
  const ranked = cards.filter(
    (row) =>
      row["ranking_code"] === own["ranking_code"] &&
      row["points_status"] === "ok" &&
      row["is_ranked"] === true,
  );
  const assumed = assumedPoints(leaves, request.shares, name);
  const costs = readCosts(request.costs, leaves, name);
  const answer = whatIf({
    own: standing(own),
    others: ranked.filter((row) => row !== own).map(standing),
    ties: rules?.["ties"] === "dense" ? "dense" : "competition",
    leaves: leaves.map((row) => ({
      code: String(row["node_code"]),
      kind: String(row["node_kind"]),
      points: plain(row["points"]),
      max: plain(row["max_points"]),
    })),
    goal: request.goal,
    ...(assumed.size > 0 ? { assumed } : {}),
    ...(costs === null ? {} : { costs }),
  });
  const names = new Map(leaves.map((row) => [String(row["node_code"]), String(row["node_name"])]));
  return {
    ...subject,
    answer,
    own: standing(own),
    n_ranked: ranked.length,
    is_ranked: own["is_ranked"] === true,
    interval: await movedInterval(ask, subject, answer.points),
    provenance: String(own["provenance"]),
    names,
  };
}

async function movedInterval(ask: Ask, subject: Subject, points: string): Promise<AskedWhatIf["interval"]> {
  const [error] = await ask(`
    select points, points_low, points_high, max_points from scores.par_node_errors n
    where ${whose(subject)} and node_code = 'total' and points_se is not null`);
  if (error === undefined) return null;
  const moved = Number(points) - Number(error["points"]);
  return {
    low: Math.max(0, Number(error["points_low"]) + moved),
    high: Math.min(Number(error["max_points"]), Number(error["points_high"]) + moved),
  };
}

function leavesOf(ask: Ask, subject: Subject): Promise<Row[]> {
  return ask(`
    select l.node_code, l.node_kind, l.points, l.max_points, n.node_name, n.rule_json
    from scores.par_lost_points l
    join spec.framework_nodes n using (framework_code, unit_level, node_code)
    where ${whose(subject, "l")} and l.lost_status = 'ok'
    order by n.node_order`);
}

function standing(row: Row): Standing {
  return { points: plain(row["points"]), max: plain(row["max_points"]) };
}

/** An exact decimal without the zeros that say nothing. */
function plain(value: Value | undefined): string {
  return new Big(String(value ?? "0")).toFixed();
}

/** A share becomes points by the leaf's own rule: only a leaf that a survey scores by one percentage can be assumed so. */
function assumedPoints(
  leaves: readonly Row[],
  shares: ReadonlyMap<string, string>,
  unit: string,
): ReadonlyMap<string, string> {
  const surveyed = leaves.filter((row) => row["node_kind"] === "survey" || row["node_kind"] === "sipas");
  return new Map(
    [...shares].map(([code, share]) => {
      const leaf = surveyed.find((row) => row["node_code"] === code);
      if (leaf === undefined)
        throw new UsageError(`${code} is no surveyed leaf of ${unit}; a share is assumed of these only.`, {
          hint: `There are: ${surveyed.map((row) => String(row["node_code"])).join(", ") || "none"}.`,
        });
      const own = leaf["rule_json"] === null ? null : rule.parse(JSON.parse(String(leaf["rule_json"])));
      if (own?.kind !== "share" || own.percent === undefined || own.inputs.length !== 1)
        throw new KnownError(`The leaf ${code} has no rule that turns one percentage into points.`);
      const made = evaluateRule(own, String(leaf["max_points"]), { [own.percent]: share });
      if (made.status !== "scored")
        throw new UsageError(`A share of ${share} % gives the leaf ${code} no points.`, {
          hint: "A share is a number from 0 to 100, such as 87.5.",
        });
      return [code, made.points] as const;
    }),
  );
}

function readCosts(
  given: WhatIfRequest["costs"],
  leaves: readonly Row[],
  unit: string,
): ReadonlyMap<string, string> | null {
  if (given === null) return null;
  const parsed = parseCsv(given.file, given.text, costRow);
  if (parsed.value === null)
    throw new SpecError(parsed.issues, { hint: "Its columns are node_code and cost." });
  const rows = parsed.value;
  const issues = rows.flatMap(({ node_code }, i) => [
    ...(leaves.some((row) => row["node_code"] === node_code)
      ? []
      : [parsed.at([i, "node_code"], `${node_code} is no leaf of ${unit}`)]),
    ...(rows.findIndex((row) => row.node_code === node_code) === i
      ? []
      : [parsed.at([i, "node_code"], `${node_code} stands twice`)]),
  ]);
  if (issues.length > 0) throw new SpecError(issues);
  return new Map(rows.map(({ node_code, cost }) => [node_code, cost]));
}
