import { writeWorkbook } from "../workbook/writeWorkbook.ts";
import { defineWriter, fileName, type ReportTools, type WritableBundle } from "../writer.ts";

/** The tables of a bundle as one workbook: the same blocks as its pages. */
export default defineWriter({
  names: (bundle, tools) => [{ href: nameOf(bundle, tools), text: tools.words.say("download.xlsx") }],

  async write(bundle, tools) {
    return [{ path: nameOf(bundle, tools), bytes: await writeWorkbook(bundle.documents, tools) }];
  },
});

function nameOf(bundle: Pick<WritableBundle, "isIllustrative">, tools: Pick<ReportTools, "suffix">): string {
  return fileName("bang-so-lieu", "xlsx", bundle, tools);
}
