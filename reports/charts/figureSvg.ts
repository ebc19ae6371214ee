import type { Figure } from "../blocks.ts";
import type { ReportTools } from "../writer.ts";
import { compileShared } from "./compileShared.ts";
import { framed } from "./framed.ts";
import { renderSvg } from "./renderSvg.ts";

/**
 * The picture of a figure, drawn once for all formats of a bundle. Whoever asks first gives it its id; in a page the id
 * must be the page's own, elsewhere it means nothing.
 */
export function figureSvg(figure: Figure, id: string, { words, measure }: ReportTools): Promise<string> {
  const known = drawn.get(figure);
  if (known !== undefined) return known;
  const svg = renderSvg(framed(figure, words), { id, ...figure }, measure, compileShared);
  drawn.set(figure, svg);
  return svg;
}

/** A figure belongs to one document in one language, so its picture never changes. */
const drawn = new WeakMap<Figure, Promise<string>>();
