/** The two encodings in which Vietnamese offices wrote before Unicode. */
export type LegacyEncoding = "tcvn3" | "vni";

/**
 * TCVN3 (ABC; TCVN 5712:1993, VN3): one byte a letter, here as Latin-1 shows it. There are no codes for
 * capitals with a tone: those are small letters in a capital font (.VnTimeH), and come out small.
 */
const tcvn3 = pairs(
  "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
  "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦",
);

/** VNI for Windows: a base letter and a mark after it (aù), and single letters for đ, i, ơ, ư and ỵ. */
const vni = vniTable();

/**
 * Converts text of one legacy encoding that was read as Latin-1 or Windows-1252. Characters that the
 * encoding does not use stay as they are.
 *
 * @example toUnicode("Hµ Néi", "tcvn3") // "Hà Nội"
 * @example toUnicode("Haø Noäi", "vni") // "Hà Nội"
 */
export function toUnicode(text: string, encoding: LegacyEncoding): string {
  const composed = text.normalize("NFC");
  if (encoding === "tcvn3") return Array.from(composed, (letter) => tcvn3.get(letter) ?? letter).join("");
  let result = "";
  for (let i = 0; i < composed.length; i += 1) {
    const two = vni.get(composed.slice(i, i + 2));
    const one = composed[i] ?? "";
    result += two ?? vni.get(one) ?? one;
    if (two !== undefined) i += 1;
  }
  return result;
}

/**
 * The readings of a text in the legacy encodings, likelier first: none when the text is plain ASCII or holds
 * a character that no one-byte encoding has. A short name is often readable in both: whoever knows the names
 * (the registry of units) decides.
 *
 * @example fromLegacyEncoding("Hµ Néi")[0] // "Hà Nội"
 */
export function fromLegacyEncoding(text: string): string[] {
  const composed = text.normalize("NFC");
  if (!/[\u00A1-\u00FF]/.test(composed) || /[\u0100-\uFFFF]/.test(composed)) return [];
  return [...new Set([toUnicode(text, "tcvn3"), toUnicode(text, "vni")])]
    .map((reading) => ({ reading, share: syllableShare(reading) }))
    .sort((a, b) => b.share - a.share)
    .map(({ reading }) => reading);
}

/**
 * The legacy encoding a text is in, or null when it reads as Vietnamese Unicode already or as neither.
 * Decided by the share of words that are Vietnamese syllables; the longer the text, the surer.
 *
 * @example legacyEncoding("Haø Noäi") // "vni"
 */
export function legacyEncoding(text: string): LegacyEncoding | null {
  if (fromLegacyEncoding(text).length === 0) return null;
  const shares = [
    { encoding: null, share: syllableShare(text) },
    { encoding: "tcvn3" as const, share: syllableShare(toUnicode(text, "tcvn3")) },
    { encoding: "vni" as const, share: syllableShare(toUnicode(text, "vni")) },
  ];
  return shares.reduce((best, next) => (next.share > best.share ? next : best)).encoding;
}

const syllable = new RegExp(
  "^(b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?" +
    "(a[iouy]?|ă|âu?|ây|eo?|êu?|iê?u?|ia|i|o[aăe]?|oa[iy]|oi|ôi?|ơi?|uâ?|uây|uê|ui|ua|uô?i?|uơ|uyê?|uya|ưa?|ưi|ươi?|ươu|ưu|yê?u?)" +
    "(c|ch|m|n|ng|nh|p|t)?$",
);

/**
 * The share of words with a letter that are possible Vietnamese syllables with at most one tone; 0 without words.
 *
 * @example syllableShare("Hà Nội") // 1
 */
export function syllableShare(text: string): number {
  const words = text.toLowerCase().match(/[\p{L}\p{M}¡-ÿ]+/gu) ?? [];
  const good = words.filter((word) => {
    const marks = word.normalize("NFD");
    const toneless = marks.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "");
    return marks.length - toneless.length <= 1 && syllable.test(toneless.normalize("NFC"));
  });
  return words.length === 0 ? 0 : good.length / words.length;
}

function pairs(letters: string, codes: string): ReadonlyMap<string, string> {
  const composed = letters.normalize("NFC");
  return new Map(Array.from(codes, (code, i) => [code, composed[i] ?? code]));
}

function vniTable(): ReadonlyMap<string, string> {
  const rows: [base: string, marks: string, letters: string][] = [
    ["a", "øùûõï", "àáảãạ"],
    ["a", "êèéúüë", "ăằắẳẵặ"],
    ["a", "âàáåãä", "âầấẩẫậ"],
    ["e", "øùûõï", "èéẻẽẹ"],
    ["e", "âàáåãä", "êềếểễệ"],
    ["o", "øùûõï", "òóỏõọ"],
    ["o", "âàáåãä", "ôồốổỗộ"],
    ["ô", "øùûõï", "ờớởỡợ"],
    ["u", "øùûõï", "ùúủũụ"],
    ["ö", "øùûõï", "ừứửữự"],
    ["y", "øùûõ", "ỳýỷỹ"],
    ["", "ñìíæóòôöî", "đìíỉĩịơưỵ"],
  ];
  const table = new Map<string, string>();
  for (const [base, marks, letters] of rows) {
    for (const [i, letter] of Array.from(letters.normalize("NFC")).entries()) {
      const mark = marks[i] ?? "";
      table.set(base + mark, letter);
      table.set(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase());
      if (base !== "") table.set(base.toUpperCase() + mark, letter.toUpperCase()); // a capital, its mark small
    }
  }
  return table;
}
