import { type ComposedBundle, type WritingTools, writeBundle } from "../reports/bundle.ts";
import { type StagedFile, stageFiles } from "./stageFiles.ts";

/** A bundle whose files lie where the release is put together. */
export interface StagedBundle extends Pick<ComposedBundle, "reader" | "folder" | "isIllustrative"> {
  readonly files: readonly StagedFile[];
}

/** Writes one bundle into the folder where the release is put together. */
export async function stageBundle(
  bundle: ComposedBundle,
  tools: WritingTools,
  staged: string,
): Promise<StagedBundle> {
  const { reader, folder, isIllustrative, files } = await writeBundle(bundle, tools);
  return { reader, folder, isIllustrative, files: await stageFiles(staged, folder, files) };
}
