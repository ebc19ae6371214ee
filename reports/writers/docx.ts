import { reportDocx } from "../docx/reportDocx.ts";
import { paperFiles, paperLinks } from "../papers/paperFiles.ts";
import { defineWriter, fileName, type ReportTools, type WritableBundle } from "../writer.ts";

/**
 * The national report as one Word file that can be edited, and the drafts of official papers that follow from the figures. Units have
 * their report in print.
 */
export default defineWriter({
  names: (bundle, tools) => [
    ...(hasReport(bundle) ? [{ href: nameOf(bundle, tools), text: tools.words.say("download.docx") }] : []),
    ...paperLinks(bundle, tools),
  ],

  async write(bundle, tools) {
    const papers = await paperFiles(bundle, tools);
    if (!hasReport(bundle)) return papers;
    return [{ path: nameOf(bundle, tools), bytes: await reportDocx(bundle.documents, tools) }, ...papers];
  },
});

const hasReport = ({ reader }: Pick<WritableBundle, "reader">): boolean =>
  reader === null || reader.kind === "national";

function nameOf(bundle: Pick<WritableBundle, "isIllustrative">, tools: ReportTools): string {
  return fileName("bao-cao", "docx", bundle, tools);
}
