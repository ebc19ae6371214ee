import { type Issue, SpecError } from "../../models/errors.ts";
import { evaluateRule } from "../../models/frameworks/evaluateRule.ts";
import type { Framework } from "../../models/frameworks/framework.ts";
import { frameworkNodes } from "../../models/frameworks/frameworkNodes.ts";
import { frameworkVersion } from "../../models/frameworks/frameworkVersion.ts";
import { changedLocks } from "../../models/scorecards/changedLocks.ts";
import { checkScorecard } from "../../models/scorecards/checkScorecard.ts";
import { type Allowed, type Scorable, scorables } from "../../models/scorecards/scorable.ts";
import {
  type ScoreField,
  type ScoreRow,
  type ScoreStatus,
  scoreRow,
  toInputsText,
} from "../../models/scorecards/scoreEntry.ts";
import { stages } from "../../models/scorecards/stages.ts";
import {
  areaSheet,
  askedInputs,
  cardColumns,
  headerRow,
  headings,
  infoKeys,
  infoSheet,
  statusWords,
  yesNoWords,
} from "./cardLayout.ts";
import { ArchiveError } from "./openArchive.ts";
import { readSheets, type Sheet, type SheetRow, type Workbook } from "./readSheets.ts";
import { cellIssue, checkSheetShape, maybeCell, maybeDecimal, type SayCell, textOf } from "./sheetTable.ts";

export type CardInfo = Readonly<Record<keyof typeof infoKeys, string>>;

/** A workbook that was opened, and what its first sheet says it is. */
export interface OpenCard {
  readonly file: string;
  readonly workbook: Workbook;
  readonly info: CardInfo;
}

/**
 * Opens a handed-in scorecard and reads what it is: round, unit, framework and version, stage, role.
 *
 * @throws SpecError in Vietnamese where the file is no workbook, or its first sheet is not that of a scorecard
 */
export function openCard(file: string, bytes: Uint8Array): OpenCard {
  let workbook: Workbook;
  try {
    workbook = readSheets(bytes);
  } catch (error) {
    if (error instanceof ArchiveError) throw cardError(file, [{ file, path: "", message: error.message }]);
    throw error;
  }
  const sheet = workbook.sheets.find(({ name }) => name === infoSheet);
  if (sheet === undefined)
    throw cardError(file, [
      {
        file,
        path: "",
        message: `không có trang "${infoSheet}"; đây không phải mẫu của \`thuocdo scorecard template\``,
      },
    ]);
  const facts = new Map(sheet.rows.map((row) => [textOf(row, 1), textOf(row, 2)]));
  const missing = Object.values(infoKeys).filter((label) => (facts.get(label) ?? "") === "");
  if (missing.length > 0)
    throw cardError(
      file,
      missing.map((label) => ({ file, path: `trang "${infoSheet}"`, message: `thiếu "${label}"` })),
    );
  const info = Object.fromEntries(
    Object.entries(infoKeys).map(([key, label]) => [key, facts.get(label) ?? ""]),
  );
  return { file, workbook, info: info as CardInfo };
}

export interface CardOf {
  readonly framework: Framework;
  readonly allowed: Allowed;
  /** The unit's card so far: earlier stages, and what is locked. */
  readonly before: readonly ScoreRow[];
  readonly scoredAt: string;
  readonly isLocked: boolean;
}

/**
 * The rows of a handed-in stage, all or nothing.
 *
 * A row left wholly blank is `missing` at stages that judge every leaf, and no entry at the others. Points left blank beside
 * full figures are made by the rule. A formula in place of a value is refused, whatever its result.
 *
 * @throws SpecError in Vietnamese naming sheet, row and column of every problem
 */
export function readCard({ file, workbook, info }: OpenCard, card: CardOf): ScoreRow[] {
  const issues: Issue[] = [];
  const say = (sheet: string, row: number, column: number | null, message: string) =>
    issues.push(cellIssue(file, sheet, row, column, message));
  const version = frameworkVersion(card.framework);
  if (info.framework_version !== version)
    issues.push({
      file,
      path: `trang "${infoSheet}"`,
      message: `mẫu theo phiên bản ${info.framework_version} của bộ tiêu chí, nay là ${version}; hãy lập mẫu mới`,
    });
  if (workbook.hasExternalLinks)
    issues.push({ file, path: "", message: "tệp có liên kết tới tệp khác; hãy dán lại thành giá trị" });
  const places: Place[] = card.framework.nodes.flatMap((area) =>
    readArea(area.code, workbook, info, card, say),
  );
  const rows = places.map(({ row }) => row);
  issues.push(...ruleIssues(file, places, rows, card));
  if (issues.length > 0) throw cardError(file, issues);
  return rows;
}

interface Place {
  readonly sheet: string;
  readonly line: number;
  readonly row: ScoreRow;
}

type SaySheet = (sheet: string, row: number, column: number | null, message: string) => void;

function readArea(
  area: string,
  workbook: Workbook,
  info: CardInfo,
  card: CardOf,
  saySheet: SaySheet,
): Place[] {
  const name = areaSheet(area);
  const say: SayCell = (row, column, message) => saySheet(name, row, column, message);
  const sheet = workbook.sheets.find((each) => each.name === name);
  const expected = expectedLeaves(area, info, card);
  if (sheet === undefined) {
    if (expected.size > 0) say(1, null, "thiếu cả trang của lĩnh vực này");
    return [];
  }
  if (sheet.isHidden) say(1, null, "trang bị ẩn; hãy bỏ ẩn");
  checkSheetShape(sheet, headerRow, Object.keys(headings).map(Number), say);
  if (!hasHeadings(sheet, say)) return [];
  const headingCodes = new Set(frameworkNodes(card.framework).map(({ node }) => node.code));
  const seen = new Set<string>();
  const places: Place[] = [];
  for (const row of sheet.rows.filter(({ number }) => number > headerRow)) {
    const code = textOf(row, cardColumns.code);
    const own = expected.get(code);
    if (own === undefined) {
      if (code === "" || !headingCodes.has(code))
        say(
          row.number,
          cardColumns.code,
          code === "" ? "hàng có nội dung mà không có mã tiêu chí" : `mã "${code}" không có trong mẫu`,
        );
      else if (hasAnswer(row))
        say(row.number, cardColumns.code, `tiêu chí ${code} không chấm ở bước này; hãy để trống`);
      continue;
    }
    if (seen.has(code)) say(row.number, cardColumns.code, `tiêu chí ${code} có hai hàng`);
    seen.add(code);
    const made = readLine(row, own, info, card, say);
    if (made !== null) places.push({ sheet: name, line: row.number, row: made });
  }
  for (const code of expected.keys())
    if (!seen.has(code)) say(headerRow, cardColumns.code, `thiếu hàng của tiêu chí ${code}`);
  return places;
}

function expectedLeaves(area: string, info: CardInfo, { framework }: CardOf): Map<string, Scorable> {
  const scope = stages.find(({ code }) => code === info.stage_code)?.leaves ?? "all";
  return new Map(
    scorables(framework)
      .filter(({ code, isSelfScored }) => code.startsWith(`${area}.`) && (scope === "all" || isSelfScored))
      .map((own) => [own.code, own]),
  );
}

function hasHeadings(sheet: Sheet, say: SayCell): boolean {
  const row = sheet.rows.find(({ number }) => number === headerRow);
  const wrong = Object.entries(headings).filter(
    ([column, heading]) => row === undefined || textOf(row, Number(column)) !== heading,
  );
  for (const [column, heading] of wrong)
    say(headerRow, Number(column), `tiêu đề phải là "${heading}"; hãy giữ nguyên mẫu`);
  return wrong.length === 0;
}

function hasAnswer(row: SheetRow): boolean {
  return [...row.cells.keys()].some(
    (column) => column >= cardColumns.firstInput && column !== cardColumns.before,
  );
}

const judgesAll = new Set(["self", "appraised_1", "final"]);

/** null: the leaf was not touched at this stage, or something is wrong that has been said. */
function readLine(row: SheetRow, own: Scorable, info: CardInfo, card: CardOf, say: SayCell): ScoreRow | null {
  let isSound = true;
  const sayHere: SayCell = (line, column, message) => {
    isSound = false;
    say(line, column, message);
  };
  for (const cell of row.cells.values())
    if (cell.column >= cardColumns.firstInput && (cell.isFormula || cell.kind === "error"))
      sayHere(row.number, cell.column, "ô chứa công thức; hãy ghi giá trị");
  if (!isSound) return null;
  if (!hasAnswer(row)) {
    if (!judgesAll.has(info.stage_code)) return null;
    return toRow(own, "missing", null, {}, row, info, card);
  }
  const inputs = readInputs(row, own, sayHere);
  const entered = maybeCell(row, cardColumns.points);
  const points = entered === undefined ? null : maybeDecimal(entered, row.number, sayHere);
  const status = readStatus(row, entered !== undefined || Object.keys(inputs).length > 0, sayHere);
  if (!isSound || status === null) return null;
  const made = status === "scored" && points === null ? byRule(own, inputs, row.number, sayHere) : points;
  return isSound ? toRow(own, status, made, inputs, row, info, card) : null;
}

function readInputs(row: SheetRow, own: Scorable, say: SayCell): Record<string, string> {
  const asked = askedInputs(own);
  const inputs: Record<string, string> = {};
  for (let i = 0; i < 5; i += 1) {
    const column = cardColumns.firstInput + i;
    const cell = maybeCell(row, column);
    const input = asked[i];
    if (cell === undefined) continue;
    if (input === undefined) say(row.number, column, `tiêu chí ${own.code} không cần số liệu này`);
    else if (input.kind === "number") {
      const value = maybeDecimal(cell, row.number, say);
      if (value !== null) inputs[input.code] = value;
    } else if (input.kind === "text") inputs[input.code] = textOf(row, column);
    else {
      const answer = Object.entries(yesNoWords).find(
        ([, word]) => word.toLowerCase() === textOf(row, column).toLowerCase(),
      );
      if (answer === undefined) say(row.number, column, `"${cell.text}" phải là Có hoặc Không`);
      else inputs[input.code] = answer[0];
    }
  }
  return inputs;
}

function readStatus(row: SheetRow, hasFigures: boolean, say: SayCell): ScoreStatus | null {
  const word = textOf(row, cardColumns.status);
  if (word === "") return hasFigures ? "scored" : "missing";
  const found = (Object.entries(statusWords) as [ScoreStatus, string][]).find(
    ([, known]) => known.toLowerCase() === word.toLowerCase(),
  );
  if (found === undefined)
    say(
      row.number,
      cardColumns.status,
      `"${word}" phải là một trong: ${Object.values(statusWords).join(", ")}`,
    );
  return found?.[0] ?? null;
}

function byRule(
  own: Scorable,
  inputs: Readonly<Record<string, string>>,
  row: number,
  say: SayCell,
): string | null {
  if (own.rule === null) {
    say(row, cardColumns.points, 'trạng thái "Đã chấm" mà không có điểm; không điểm phải ghi 0');
    return null;
  }
  const made = evaluateRule(own.rule, own.max, inputs);
  if (made.status === "scored") return made.points;
  if (made.status === "missing") {
    const names = askedInputs(own).flatMap(({ code, name }) => (made.inputs.includes(code) ? [name] : []));
    say(row, cardColumns.points, `không có điểm và thiếu số liệu: ${names.join(", ")}`);
  } else say(row, cardColumns.firstInput, `không chấm được theo cách chấm: ${made.problem}`);
  return null;
}

function toRow(
  own: Scorable,
  score_status: ScoreStatus,
  points: string | null,
  inputs: Readonly<Record<string, string>>,
  row: SheetRow,
  info: CardInfo,
  { scoredAt, isLocked }: CardOf,
): ScoreRow {
  return {
    ...(info as unknown as Pick<ScoreRow, keyof typeof infoKeys>),
    node_code: own.code,
    score_status,
    points,
    inputs: toInputsText(inputs),
    scored_at: scoredAt,
    reason: textOf(row, cardColumns.reason) || null,
    evidence: textOf(row, cardColumns.evidence) || null,
    is_locked: isLocked ? "true" : "false",
  };
}

const columnOf: Readonly<Partial<Record<ScoreField, number>>> = {
  node_code: cardColumns.code,
  points: cardColumns.points,
  score_status: cardColumns.status,
  inputs: cardColumns.firstInput,
  reason: cardColumns.reason,
  evidence: cardColumns.evidence,
};

/** The rules of scorecards and locks, said at the cell that broke them. */
function ruleIssues(
  file: string,
  places: readonly Place[],
  rows: readonly ScoreRow[],
  card: CardOf,
): Issue[] {
  const [first] = rows;
  if (first === undefined) return [];
  const known = scoreRow.safeParse(first);
  if (!known.success)
    return known.error.issues.map(({ path }) => ({
      file,
      path: `trang "${infoSheet}"`,
      message: `${infoKeys[path[0] as keyof typeof infoKeys] ?? String(path[0])} không hợp lệ`,
    }));
  const mixed = card.before.find(
    (row) => row.framework_code !== first.framework_code || row.framework_version !== first.framework_version,
  );
  if (mixed)
    return [
      {
        file,
        path: `trang "${infoSheet}"`,
        message: `các bước trước chấm theo ${mixed.framework_code} phiên bản ${mixed.framework_version}; không được trộn hai phiên bản trong một bảng chấm`,
      },
    ];
  const others = card.before.filter((row) => row.stage_code !== first.stage_code);
  const found = [
    ...checkScorecard([...others, ...rows], scorables(card.framework), card.allowed)
      .filter(({ row }) => row >= others.length)
      .map((problem) => ({ ...problem, row: problem.row - others.length })),
    ...changedLocks(card.before, rows),
  ];
  return found.map(({ row, field, message }) => {
    const { sheet, line } = places[row] as Place;
    return cellIssue(file, sheet, line, columnOf[field] ?? null, message);
  });
}

function cardError(file: string, issues: readonly Issue[]): SpecError {
  return new SpecError(issues, {
    heading: `Bảng chấm ${file} có ${issues.length} lỗi, chưa nhập gì:`,
    hint: "Sửa các ô nêu trên trong tệp rồi nhập lại.",
  });
}
