import { reportDocx } from "../docx/reportDocx.ts";
import { defineWriter, fileName, type ReportTools, type WritableBundle } from "../writer.ts";

/** The national report as one Word file that can be edited. Units have theirs in print. */
export default defineWriter({
  names: (bundle, tools) =>
    hasReport(bundle) ? [{ href: nameOf(bundle, tools), text: tools.words.say("download.docx") }] : [],

  async write(bundle, tools) {
    if (!hasReport(bundle)) return [];
    return [{ path: nameOf(bundle, tools), bytes: await reportDocx(bundle.documents, tools) }];
  },
});

const hasReport = ({ reader }: Pick<WritableBundle, "reader">): boolean =>
  reader === null || reader.kind === "national";

function nameOf(bundle: Pick<WritableBundle, "isIllustrative">, tools: ReportTools): string {
  return fileName("bao-cao", "docx", bundle, tools);
}
