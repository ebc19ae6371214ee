import type { RawType, RawValue } from "../source.ts";

/** How whoever fills in the file writes numbers and dates: declared, since "1.234" and "03/04" say nothing by themselves. */
export interface Writing {
  readonly decimal: "," | ".";
  readonly dates: "dd/mm/yyyy" | "yyyy-mm-dd";
  /** Hours that the clock of the office is ahead of UTC. */
  readonly hoursAhead: number;
}

/** A value of a raw column, or what is wrong with the text, in the words of whoever filled it in. */
export type Read = { readonly value: RawValue } | { readonly wrong: string };

const yes = new Set(["1", "true", "có", "x", "yes"]);
const no = new Set(["0", "false", "không", "no"]);

/** Reads the text of a cell as a column's type. Empty is null. */
export function toValue(text: string, type: RawType, writing: Writing): Read {
  const trimmed = text.replaceAll("\u00a0", " ").trim();
  if (trimmed === "") return { value: null };
  switch (type) {
    case "VARCHAR":
      return { value: trimmed };
    case "BOOLEAN": {
      const word = trimmed.toLocaleLowerCase("vi");
      if (yes.has(word)) return { value: true };
      return no.has(word) ? { value: false } : { wrong: `${shown(trimmed)} không phải có/không (1 hoặc 0)` };
    }
    case "TIMESTAMP":
      return toTime(trimmed, writing);
    case "BIGINT": {
      const number = toPlainNumber(trimmed, writing);
      if (number === null || !/^-?\d{1,18}$/.test(number))
        return { wrong: `${shown(trimmed)} không phải số nguyên` };
      return { value: BigInt(number) };
    }
    case "DOUBLE":
    case "DECIMAL(18,9)": {
      const number = toPlainNumber(trimmed, writing);
      if (number === null) {
        return {
          wrong: `${shown(trimmed)} không phải số viết với dấu thập phân "${writing.decimal}" như đã khai`,
        };
      }
      if (type === "DOUBLE") return { value: Number(number) };
      return /\.\d{10}/.test(number) ? { wrong: `"${trimmed}" có hơn 9 chữ số lẻ` } : { value: number };
    }
  }
}

/** A cell as a complaint shows it: words stay unsaid, since they may be somebody's name in the wrong column. */
function shown(text: string): string {
  return /\p{L}{2}/u.test(text) ? "chữ trong ô" : `"${text}"`;
}

/** Digits with a point; groups of three only with the other sign, and only whole groups. */
function toPlainNumber(text: string, { decimal }: Writing): string | null {
  const group = decimal === "," ? "\\." : ",";
  const sign = decimal === "," ? "," : "\\.";
  const shape = new RegExp(`^-?(\\d+|\\d{1,3}(${group}\\d{3})+)(${sign}\\d+)?$`);
  if (!shape.test(text)) return null;
  return text.replaceAll(decimal === "," ? "." : ",", "").replace(",", ".");
}

function toTime(text: string, { dates, hoursAhead }: Writing): Read {
  const pattern =
    dates === "dd/mm/yyyy"
      ? /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})(?:[ T](?<h>\d{1,2}):(?<i>\d{2})(?::(?<s>\d{2}))?)?$/
      : /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?:[ T](?<h>\d{1,2}):(?<i>\d{2})(?::(?<s>\d{2}))?)?$/;
  const found = pattern.exec(text)?.groups;
  if (!found) return { wrong: `${shown(text)} không phải ngày viết ${dates} như đã khai` };
  const [y, m, d, h, i, s] = ["y", "m", "d", "h", "i", "s"].map((name) => Number(found[name] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local = new Date(Date.UTC(y, m - 1, d, h, i, s));
  const isDay = local.getUTCMonth() === m - 1 && local.getUTCDate() === d && h < 24 && i < 60 && s < 60;
  return isDay
    ? { value: new Date(local.getTime() - hoursAhead * 3_600_000) }
    : { wrong: `không có ngày "${text}"` };
}
