import { z } from "zod";
import type { Parsed } from "../spec/parsed.ts";
import type { Framework } from "./framework.ts";
import { frameworkLeaves, frameworkNodes } from "./frameworkNodes.ts";

/**
 * Who inside a unit answers for a node of a framework (đơn vị phụ trách): a department, never a person. A row of a node holds
 * for every leaf below it; without a unit it holds for all units of the level.
 */
export const responsibleRow = z.strictObject({
  node_code: z.string().min(1),
  unit_code: z.string().min(1).nullable(),
  department_name: z.string().min(1),
  department_name_en: z.string().min(1),
  status: z.enum(["confirmed", "inferred", "assumed"]),
  /** What names the department; needed unless assumed. */
  source: z.string().min(1).nullable(),
});

export type ResponsibleRow = z.infer<typeof responsibleRow>;

/** The responsible departments of one framework. */
export interface Responsible {
  readonly framework: string;
  readonly level: Framework["level"];
  readonly rows: readonly ResponsibleRow[];
}

/** A leaf with the department that answers for it, in every unit (null) or in one. */
export interface LeafDepartment {
  readonly leaf: string;
  readonly unit_code: string | null;
  readonly row: ResponsibleRow;
}

/**
 * The department of every leaf that a row reaches: for all units, and for each unit with a row of its own. A unit's own row goes
 * before one for all units, then the row of the nearest node.
 *
 * @example leafDepartments(framework, rows).find(({ leaf }) => leaf === "3.1.2")?.row.department_name
 */
export function leafDepartments(framework: Framework, rows: readonly ResponsibleRow[]): LeafDepartment[] {
  const units = [null, ...new Set(rows.flatMap(({ unit_code }) => unit_code ?? []))];
  return frameworkLeaves(framework).flatMap(({ code: leaf }) => {
    const reaching = rows
      .filter(({ node_code }) => leaf === node_code || leaf.startsWith(`${node_code}.`))
      .sort((a, b) => b.node_code.length - a.node_code.length);
    return units.flatMap((unit_code) => {
      const row = reaching.find((one) => one.unit_code === unit_code);
      return row === undefined ? [] : [{ leaf, unit_code, row }];
    });
  });
}

/** The rules between the rows of a framework's responsible.csv and its tree; `isUnit` knows the units that it scores. */
export function checkResponsible(
  parsed: Parsed<ResponsibleRow[]>,
  framework: Framework,
  isUnit: (code: string) => boolean,
) {
  const rows = parsed.value ?? [];
  const nodes = new Set(frameworkNodes(framework).map(({ node }) => node.code));
  const key = ({ node_code, unit_code }: ResponsibleRow) => `${node_code}\n${unit_code ?? ""}`;
  return rows.flatMap((row, i) => [
    ...(nodes.has(row.node_code)
      ? []
      : [parsed.at([i, "node_code"], `${row.node_code} is no node of ${framework.framework}`)]),
    ...(row.unit_code === null || isUnit(row.unit_code)
      ? []
      : [parsed.at([i, "unit_code"], `${row.unit_code} is not a unit that ${framework.framework} scores`)]),
    ...(row.status === "assumed" || row.source !== null
      ? []
      : [parsed.at([i, "source"], `is missing; a department that is ${row.status} needs its source`)]),
    ...(rows.findIndex((one) => key(one) === key(row)) === i
      ? []
      : [parsed.at([i, "node_code"], `${row.node_code} stands twice for ${row.unit_code ?? "all units"}`)]),
  ]);
}
