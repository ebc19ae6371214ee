import { UsageError } from "../../models/errors.ts";
import { methodVersion } from "../../models/methodVersion.ts";
import type { Row } from "../../sql/table.ts";
import type { ChosenBuild } from "../chooseBuild.ts";
import { codeVersion } from "../packageRoot.ts";
import type { Ask } from "./ask.ts";
import type { Explanation, Origin } from "./explanation.ts";
import { officialItems, officialOrigin } from "./officialOrigin.ts";
import { dataOf } from "./places.ts";
import {
  ministryNodes,
  ministryOrigin,
  ministryScore,
  publishedFigures,
  publishedOrigin,
} from "./publishedOrigin.ts";
import { scorecardNodes, scorecardOrigin } from "./scorecardOrigin.ts";
import { sipasNodes, sipasOrigin } from "./sipasOrigin.ts";
import { findSubject, nodeOfName, type Subject, type SubjectRequest } from "./subject.ts";
import { summaryNodes, summaryOrigin } from "./summaryOrigin.ts";
import { tablesBehind } from "./tablesBehind.ts";

/**
 * Where one published figure comes from: points or estimate, rule and inputs, answers and weights as counts and sums, tables,
 * snapshot and provenance. Reads a finished build and nothing else.
 *
 * @throws UsageError where there is no such round, index, unit or node, with what there is
 */
export async function explain(
  ask: Ask,
  build: ChosenBuild,
  request: SubjectRequest & { readonly node: string; readonly printed?: boolean },
): Promise<Explanation> {
  const subject = await findSubject(ask, request);
  const { isNearest = false, ...origin } = await findOrigin(
    ask,
    subject,
    request.node,
    request.printed ?? false,
  );
  return {
    ...subject,
    ...origin,
    shown: origin.link === null ? null : isNearest ? "nearest" : "row",
    isMonitor: false,
    data: await dataOf(ask, origin.mart),
    tables: await tablesBehind(origin.mart),
    build: build.id,
    snapshot: build.snapshot,
    code_version: codeVersion,
    method_version: methodVersion,
  };
}

/** A figure of this build before one that was only read in print, unless the printed one is asked for. */
async function findOrigin(ask: Ask, subject: Subject, node: string, isPrinted: boolean): Promise<Origin> {
  const holds = (rows: readonly Row[]) => !isPrinted && rows.some((row) => row["node_code"] === node);
  const cards = await scorecardNodes(ask, subject);
  if (holds(cards)) return scorecardOrigin(ask, subject, node);
  const answered = subject.index_code === "sipas" ? [] : await officialItems(ask, subject);
  if (holds(answered)) return officialOrigin(ask, subject, node);
  const means = isAggregate(subject) ? await summaryNodes(ask, subject) : [];
  if (holds(means)) return summaryOrigin(ask, subject, node);
  const items = subject.index_code === "sipas" ? await sipasNodes(ask, subject) : [];
  if (holds(items)) return sipasOrigin(ask, subject, node);
  const score = await ministryScore(ask, subject);
  if (!isPrinted && score !== undefined && ministryNodes.includes(node))
    return ministryOrigin(ask, score, node, subject);
  const printed = await publishedFigures(ask, subject);
  const ofNode = printed.filter((row) => row["node_code"] === node);
  if (ofNode.length > 0) return publishedOrigin(ask, ofNode, subject);
  const named = nodeOfName([...cards, ...answered, ...means, ...items], node);
  if (named !== undefined && !isPrinted) return findOrigin(ask, subject, named, isPrinted);
  const there = [
    ...cards,
    ...answered,
    ...means,
    ...items,
    ...(score === undefined ? [] : ministryNodes.map((code) => ({ node_code: code }))),
    ...printed,
  ].map((row) => String(row["node_code"]));
  throw new UsageError(
    `${subject.name} has no figure of the node "${node}" in ${subject.index_code} ${subject.round_code}.`,
    { hint: `There are: ${[...new Set(there)].join(", ")}.` },
  );
}

const isAggregate = ({ domain_level }: Subject): boolean =>
  domain_level !== "province" && domain_level !== "ministry";
