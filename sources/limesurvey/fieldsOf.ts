/** A question as LimeSurvey's definition tables hold it, with what stands under it. */
export interface LimeQuestion {
  readonly qid: number;
  readonly gid: number;
  readonly type: string;
  readonly title: string;
  readonly wording: string | null;
  readonly has_other: boolean;
  readonly is_encrypted: boolean;
  readonly subquestions: readonly LimeSubquestion[];
  /** The codes of its answers in order; a dual-scale array has two lists. */
  readonly answers: Readonly<Record<0 | 1, readonly LimeAnswer[]>>;
}

export interface LimeSubquestion {
  readonly qid: number;
  readonly title: string;
  readonly scale: 0 | 1;
  readonly wording: string | null;
}

export interface LimeAnswer {
  readonly code: string;
  readonly wording: string | null;
}

/** How the stored text of a field becomes an answer: LimeSurvey's Y/N become 1/0, and its decimals lose their zeros. Only a `text` may be long. */
export type FieldReading = "code" | "yes_no" | "tick" | "number" | "text" | "plain";

/** One column of the responses, named alike in every layout. */
export interface LimeField {
  /** `title`, or `title_part`: stable across years, unlike ids. */
  readonly code: string;
  readonly question: LimeQuestion;
  readonly wording: string | null;
  readonly reading: FieldReading;
  /** What an answer may be; empty for text and numbers. */
  readonly codes: readonly string[];
  /** What follows `{sid}X{gid}X{qid}` up to version 6. */
  readonly oldSuffix: string;
  /** What follows `Q{qid}` from version 7. */
  readonly newSuffix: string;
  /** The place in the ranking, from 0: from the summer of 2026 all ranks stand in one column, as a list. */
  readonly rank?: number;
}

/** Whether a field is a row of a scale: of an array or a five-point choice, with the codes 1, 2, 3 … in order. */
export function isScale({ codes, question }: LimeField): boolean {
  const isOrdered = codes.every((code, index) => code === String(index + 1));
  return (
    isOrdered &&
    codes.length > 1 &&
    codes.length <= 10 &&
    (question.type === "5" || question.subquestions.length > 0)
  );
}

const fixedCodes: Readonly<Record<string, readonly string[]>> = {
  "5": ["1", "2", "3", "4", "5"],
  A: ["1", "2", "3", "4", "5"],
  B: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
  C: ["Y", "N", "U"],
  E: ["I", "S", "D"],
  G: ["M", "F"],
};

type Part = Pick<LimeField, "oldSuffix" | "newSuffix" | "rank"> & {
  readonly name: string;
  readonly wording?: string | null;
};

const base: Part = { name: "", oldSuffix: "", newSuffix: "" };
const otherPart: Part = { name: "other", oldSuffix: "other", newSuffix: "_Cother" };
const filecount: Part = { name: "filecount", oldSuffix: "_filecount", newSuffix: "_Cfilecount" };
const commentPart: Part = { name: "comment", oldSuffix: "comment", newSuffix: "_Ccomment" };

/**
 * The columns that a question has in the table of responses, by its type. Of uploaded files only their number is read
 * (their names and titles may say who sent them), of displayed texts nothing. Names of columns are never taken apart: a code may end in digits.
 */
export function fieldsOf(question: LimeQuestion): LimeField[] {
  const { type, has_other } = question;
  const field = (part: Part, reading: FieldReading, codes: readonly string[] = []): LimeField => ({
    code: part.name === "" ? question.title : `${question.title}_${part.name}`,
    question,
    wording: part.wording === undefined ? question.wording : part.wording,
    reading,
    codes,
    oldSuffix: part.oldSuffix,
    newSuffix: part.newSuffix,
    ...(part.rank !== undefined && { rank: part.rank }),
  });
  const other = has_other ? [field(otherPart, "text")] : [];
  const rows = question.subquestions.filter(({ scale }) => scale === 0).map(toPart);
  const answers = question.answers[0].map(({ code }) => code);
  const each = (reading: FieldReading, codes?: readonly string[]) =>
    rows.map((row) => field(row, reading, codes));
  switch (type) {
    case "L":
    case "!":
      return [field(base, "code", has_other ? [...answers, "-oth-"] : answers), ...other];
    case "O":
      return [field(base, "code", answers), field(commentPart, "text")];
    case "Y":
      return [field(base, "yes_no", ["1", "0"])];
    case "5":
    case "G":
      return [field(base, "code", fixedCodes[type])];
    case "A":
    case "B":
    case "C":
    case "E":
      return each("code", fixedCodes[type]);
    case "F":
    case "H":
      return each("code", answers);
    case "M":
      return [...each("tick", ["1", "0"]), ...other];
    case "P":
      return [...tickWithComment(rows, field), ...other, ...(has_other ? [field(otherComment, "text")] : [])];
    case "1":
      return dualScale(rows, question, field);
    case ":":
    case ";":
      return cells(rows, question).map((part) => field(part, "text"));
    case "K":
      return each("number");
    case "N":
      return [field(base, "number")];
    case "Q":
      return each("text");
    case "R":
      return ranks(question).map((part) => field(part, "code", rankedCodes(question)));
    case "S":
    case "T":
    case "U":
    case "*":
      return [field(base, "text")];
    case "D":
    case "I":
      return [field(base, "plain")];
    case "|":
      return [field(filecount, "number")];
    default:
      return [];
  }
}

type MakeField = (part: Part, reading: FieldReading, codes?: readonly string[]) => LimeField;

const otherComment: Part = { name: "othercomment", oldSuffix: "othercomment", newSuffix: "_Cothercomment" };

function toPart({ qid, title, wording }: LimeSubquestion): Part {
  return { name: title, oldSuffix: title, newSuffix: `_S${qid}`, wording };
}

function tickWithComment(rows: readonly Part[], field: MakeField): LimeField[] {
  return rows.flatMap((row) => [
    field(row, "tick", ["1", "0"]),
    field(
      {
        name: `${row.name}_comment`,
        oldSuffix: `${row.oldSuffix}comment`,
        newSuffix: `${row.newSuffix}_Ccomment`,
        wording: row.wording ?? null,
      },
      "text",
    ),
  ]);
}

function dualScale(rows: readonly Part[], question: LimeQuestion, field: MakeField): LimeField[] {
  return rows.flatMap((row) =>
    ([0, 1] as const).map((scale) => {
      const part = {
        name: `${row.name}_${scale}`,
        oldSuffix: `${row.oldSuffix}#${scale}`,
        newSuffix: `${row.newSuffix}#${scale}`,
        wording: row.wording ?? null,
      };
      return field(
        part,
        "code",
        question.answers[scale].map(({ code }) => code),
      );
    }),
  );
}

function cells(rows: readonly Part[], { subquestions }: LimeQuestion): Part[] {
  const columns = subquestions.filter(({ scale }) => scale === 1);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      name: `${row.name}_${column.title}`,
      oldSuffix: `${row.oldSuffix}_${column.title}`,
      newSuffix: `${row.newSuffix}_S${column.qid}`,
      wording: [row.wording, column.wording].filter(Boolean).join(" – ") || null,
    })),
  );
}

/** One column a rank. What is ranked are answers up to version 6 and subquestions from version 7. */
function ranks({ subquestions, answers, wording }: LimeQuestion): Part[] {
  const count = Math.max(subquestions.length, answers[0].length);
  return Array.from({ length: count }, (_, index) => ({
    name: String(index + 1),
    oldSuffix: String(index + 1),
    newSuffix: `_S${subquestions[index]?.qid ?? index + 1}`,
    rank: index,
    wording,
  }));
}

function rankedCodes({ subquestions, answers }: LimeQuestion): string[] {
  return answers[0].length > 0 ? answers[0].map(({ code }) => code) : subquestions.map(({ title }) => title);
}
