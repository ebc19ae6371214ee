import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { EstimateError, KnownError } from "../../models/errors.ts";
import type { AssetName, Assets } from "../assets.ts";
import { reportTemplate } from "./template.ts";

/** Sets data in the report's template and gives the PDF: tagged (PDF/UA-1), fonts embedded, the same bytes for the same data. */
export async function compilePdf(data: object, title: string, assets: Assets): Promise<Uint8Array> {
  const compiler = await compilerOf(assets);
  const source = { mainFileContent: reportTemplate, inputs: { data: JSON.stringify(data) } };
  try {
    // in one call: a document that JavaScript holds between two, of hundreds of pages, is freed whenever it happens to be
    return new Uint8Array(compiler.pdf(source, { pdfStandard: "ua-1" }));
  } catch (cause) {
    const problems = compiler.compile(source).takeDiagnostics()?.shortDiagnostics ?? [];
    throw new EstimateError(`The PDF "${title}" cannot be set: ${JSON.stringify(problems).slice(0, 2000)}`, {
      cause,
    });
  } finally {
    compiler.evictCache(3); // what one report has of its own is not kept for the next
  }
}

/** One compiler for all reports that are set in these fonts. */
const compilers = new WeakMap<Assets, Promise<NodeCompiler>>();

function compilerOf(assets: Assets): Promise<NodeCompiler> {
  const known = compilers.get(assets);
  if (known !== undefined) return known;
  const made = makeCompiler(assets);
  compilers.set(assets, made);
  return made;
}

async function makeCompiler(assets: Assets): Promise<NodeCompiler> {
  const fonts = (Object.keys(assets) as AssetName[]).filter((name) => name.endsWith(".ttf"));
  const { NodeCompiler } = await loadTypst();
  return NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((name) => Buffer.from(assets[name])) }] });
}

async function loadTypst() {
  try {
    return await import("@myriaddreamin/typst-ts-node-compiler");
  } catch (cause) {
    throw new KnownError("PDF files cannot be written: Typst is not installed on this machine.", {
      hint: "Run `npm install --include=optional`, or leave pdf out of `formats` in thuocdo.yaml.",
      cause,
    });
  }
}
