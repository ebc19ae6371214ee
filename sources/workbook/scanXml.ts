import { ArchiveError } from "./openArchive.ts";

/** An element's beginning; `text` follows it up to the next tag. */
export interface XmlTag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const tags = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>([^<]*)/g;
const attribute = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * The tags of a part of a workbook, one after the other. A part that declares a document type is refused whole:
 * no entity is ever expanded but the five of XML and characters by number.
 */
export function* scanXml(name: string, bytes: Uint8Array): Generator<XmlTag> {
  const text = decode(name, bytes);
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/i.test(text))
    throw new ArchiveError(`phần ${name} chứa khai báo XML không được phép`);
  for (const match of text.replace(/<!--[\s\S]*?-->/g, "").matchAll(tags)) {
    const [, end = "", element = "", rest = "", empty = "", following = ""] = match;
    const attributes: Record<string, string> = {};
    for (const [, key = "", double, single] of rest.matchAll(attribute))
      attributes[key] = unescapeXml(double ?? single ?? "");
    yield {
      name: element,
      isEnd: end !== "",
      isEmpty: empty !== "",
      attributes,
      text: unescapeXml(following),
    };
  }
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ArchiveError(`phần ${name} không phải văn bản UTF-8`);
  }
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code === undefined) return named[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
