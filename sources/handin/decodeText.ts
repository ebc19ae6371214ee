import { type LegacyEncoding, syllableShare, toUnicode } from "../../models/text/legacyEncoding.ts";

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni"] as const;
export type Encoding = (typeof encodings)[number];

/** A text, and the encoding that it was in; null when no encoding reads it as Vietnamese. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Reads the bytes of a file as text: by its byte-order mark, as UTF-16 when every other byte is zero, as UTF-8 when it
 * is valid, and else in the one-byte encoding in which it reads as Vietnamese. null when none does: then whoever knows
 * has to say it. Letters come out composed (NFC).
 */
export function decodeText(bytes: Uint8Array, declared?: Encoding): Decoded | null {
  if (declared) return decodeAs(bytes, declared);
  const marked = byMark(bytes);
  if (marked) return decodeAs(bytes, marked);
  const utf8 = decodeAs(bytes, "utf-8");
  if (utf8) return utf8;
  return likeliest(bytes);
}

/** The one-byte encoding in which most words are Vietnamese syllables; null when two are as likely, or none is likely. */
function likeliest(bytes: Uint8Array): Decoded | null {
  const readings = (["windows-1258", "tcvn3", "vni"] as const)
    .map((encoding) => decodeAs(bytes, encoding))
    .filter((reading) => reading !== null)
    .map((reading) => ({ ...reading, share: syllableShare(wordsWithMarks(reading.text)) }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = readings;
  if (!best || best.share < leastShare || best.share === second?.share) return null;
  return { text: best.text, encoding: best.encoding };
}

const leastShare = 0.9;

/** Only words with letters beyond ASCII tell encodings apart. */
function wordsWithMarks(text: string): string {
  return (text.match(/[\p{L}\p{M}\u0080-\u00ff]+/gu) ?? [])
    .filter((word) => Buffer.byteLength(word) > word.length)
    .join(" ");
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 2000);
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2]! += 1;
  if (zeros[1]! > looked / 8) return "utf-16le";
  return zeros[0]! > looked / 8 ? "utf-16be" : null;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded | null {
  if (encoding === "tcvn3" || encoding === "vni") {
    return {
      text: toUnicode(Buffer.from(bytes).toString("latin1"), encoding satisfies LegacyEncoding),
      encoding,
    };
  }
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : { text: text.normalize("NFC"), encoding };
  } catch {
    return null;
  }
}
