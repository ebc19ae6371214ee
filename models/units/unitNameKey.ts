/**
 * The normal form under which unit names are compared. Two spellings of one name have the same key:
 * composed and decomposed Unicode, any case, any kind and spacing of dashes, NBSP and double spaces, the old
 * and the new place of the tone mark (hoà, hòa), Icelandic Ð for Đ, and the prefixes Tỉnh, Thành phố, TP.
 *
 * Diacritics count: "Hà Nam" and "Hà Nàm" differ. The key is for comparing only and is never shown.
 *
 * @example unitNameKey("TP. Thừa Thiên – Huế") === unitNameKey("thừa thiên-huế") // true
 */
export function unitNameKey(name: string): string {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/ð/g, "đ")
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "") // soft hyphens and zero-width characters
    .replace(/&/g, " và ")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .replace(/^(tỉnh|thành phố|tp|t p) (?=.)/u, "");
  return plain.split(" ").map(withToneLast).join(" ");
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** hoà and hòa are one syllable: only which tone it has counts, not the letter that carries it. */
function withToneLast(syllable: string): string {
  const marks = syllable.normalize("NFD");
  return marks.replace(tones, "").normalize("NFC") + (marks.match(tones) ?? []).join("");
}
