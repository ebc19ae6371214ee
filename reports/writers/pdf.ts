import { compilePdf } from "../pdf/compilePdf.ts";
import { pdfData } from "../pdf/pdfData.ts";
import { defineWriter, fileName, type ReportTools, type WritableBundle } from "../writer.ts";

/** One printable report of the whole bundle. */
export default defineWriter({
  names: (bundle, tools) => [{ href: nameOf(bundle, tools), text: tools.words.say("download.pdf") }],

  async write(bundle, tools) {
    const data = await pdfData(bundle.documents, tools);
    return [{ path: nameOf(bundle, tools), bytes: await compilePdf(data, data.title, tools.assets) }];
  },
});

function nameOf(bundle: Pick<WritableBundle, "isIllustrative">, tools: ReportTools): string {
  return fileName("bao-cao", "pdf", bundle, tools);
}
