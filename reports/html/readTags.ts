/** A start tag and its attributes, entities resolved. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

const startTag = /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const attribute = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The start tags of an HTML or SVG text, lenient as a browser is. */
export function readTags(html: string): readonly Tag[] {
  return [...html.matchAll(startTag)].map(([, name = "", inside = ""]) => ({
    name: name.toLowerCase(),
    attributes: [...inside.matchAll(attribute)].map(([, key = "", double, single, bare]) => ({
      name: key.toLowerCase(),
      value: resolveEntities(double ?? single ?? bare ?? ""),
    })),
  }));
}

/** What stands between the tags, each tag a space: also a label that a chart broke into lines reads as one. */
export function visibleText(html: string): string {
  return resolveEntities(html.replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, " ")).replace(/\s+/g, " ");
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function resolveEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[name.toLowerCase()] ?? whole;
  });
}
