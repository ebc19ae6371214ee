import { groupBy } from "../../models/groupBy.ts";
import { whatIfGoals } from "../../models/whatIf/goals.ts";
import { whatIf } from "../../models/whatIf/whatIf.ts";
import { defineRows, type Row } from "../table.ts";

/** An exact search over sets of leaves needs a loop. */
export default defineRows({
  head: {
    summary:
      "What would lift a unit in its newest round: for some goals the fewest leaves that reach it when lifted to their maximum, all other units held at their values.",
    grain: ["round_code", "index_code", "unit_code", "goal_kind", "goal_size", "plan_order"],
    checks: {
      "one of": { goal_kind: ["points", "ranks"], plan_status: ["planned", "first", "out_of_reach"] },
      "no rows": {
        "a plan gains what it needs":
          "select round_code, index_code, unit_code, goal_kind, goal_size, needed_points from this where plan_status = 'planned' group by all having sum(gain_points) < needed_points",
        "the rank before a plan is that of the ranking": `
          select t.unit_code, t.rank_before, i.index_rank from this t join scores.par_index i using (round_code, index_code, unit_code)
          where t.rank_before is distinct from i.index_rank`,
        "only a plan has leaves": "from this where (plan_status = 'planned') <> (node_code is not null)",
      },
    },
  },
  inputs: {
    cards: `
      select round_code, index_code, unit_code, is_fictional, ranking_code, is_ranked, points, max_points, provenance
      from scores.par_index
      where points_status = 'ok'
      qualify round_code = max(round_code) over (partition by index_code, is_fictional)
      order by all`,
    leaves: `
      select round_code, index_code, unit_code, node_code, node_kind, points, max_points, lost_points
      from scores.par_lost_points where lost_status = 'ok' order by round_code, index_code, unit_code, lost_points desc, node_code`,
    rules: "select round_code, index_code, ties from spec.par_rules order by all",
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    unit_code: "VARCHAR",
    is_fictional: "BOOLEAN",
    goal_kind: "VARCHAR",
    goal_size: "INTEGER",
    goal_order: "INTEGER",
    plan_status: "VARCHAR",
    plan_order: "INTEGER",
    n_leaves: "INTEGER",
    node_code: "VARCHAR",
    needed_points: "DECIMAL(18,9)",
    points: "DECIMAL(18,9)",
    gain_points: "DECIMAL(18,9)",
    spare_points: "DECIMAL(18,9)",
    total_after_points: "DECIMAL(18,9)",
    rank_before: "INTEGER",
    rank_after: "INTEGER",
    provenance: "VARCHAR",
  },
  *rows({ cards = [], leaves = [], rules = [] }) {
    const key = (row: Row, ...columns: string[]) => columns.map((column) => row[column]).join("/");
    const leavesOf = groupBy(leaves, (row) => key(row, "round_code", "index_code", "unit_code"));
    const rankings = groupBy(cards, (row) => key(row, "round_code", "index_code", "ranking_code"));
    const standing = (row: Row) => ({ points: String(row["points"]), max: String(row["max_points"]) });
    for (const card of cards) {
      const scored = rankings.get(key(card, "round_code", "index_code", "ranking_code")) ?? [];
      const ties = rules.find(
        (row) => key(row, "round_code", "index_code") === key(card, "round_code", "index_code"),
      );
      const own = leavesOf.get(key(card, "round_code", "index_code", "unit_code")) ?? [];
      const isRanked = card["is_ranked"] === true;
      for (const [order, { kind, size }] of whatIfGoals.entries()) {
        if (kind === "ranks" && !isRanked) continue; // who takes no place has none to gain
        const found = whatIf({
          own: standing(card),
          others: scored.filter((row) => row !== card && row["is_ranked"] === true).map(standing),
          ties: ties?.["ties"] === "dense" ? "dense" : "competition",
          leaves: own.map((row) => ({
            code: String(row["node_code"]),
            kind: String(row["node_kind"]),
            points: String(row["points"] ?? "0"),
            max: String(row["max_points"]),
          })),
          goal: kind === "points" ? { kind, points: String(size) } : { kind, ranks: size },
        });
        const { round_code, index_code, unit_code, is_fictional, provenance } = card;
        const goal = {
          ...{ round_code, index_code, unit_code, is_fictional, provenance },
          goal_kind: kind,
          goal_size: size,
          goal_order: order + 1,
          plan_status: found.status,
          n_leaves: found.plan.length,
          needed_points: found.needed,
          spare_points: found.spare,
          total_after_points: found.points,
          rank_before: isRanked ? found.rankBefore : null,
          rank_after: isRanked ? found.rank : null,
        };
        const nothing = {
          plan_order: 0,
          node_code: null,
          points: null,
          gain_points: null,
        };
        if (found.plan.length === 0) yield { ...goal, ...nothing } as Row;
        for (const [i, leaf] of found.plan.entries())
          yield {
            ...goal,
            plan_order: i + 1,
            node_code: leaf.code,
            points: leaf.points,
            gain_points: leaf.gain,
          } as Row;
      }
    }
  },
});
