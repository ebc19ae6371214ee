import type { BundleFile, Link } from "../document.ts";
import type { OfficialPaper } from "../letters/letter.ts";
import { letterDocx } from "../letters/letterDocx.ts";
import { fileName, type ReportTools, type WritableBundle } from "../writer.ts";

/** The drafts of a bundle, of each kind that of the newest round. */
function newestPapers({ documents }: Pick<WritableBundle, "documents">): readonly OfficialPaper[] {
  const all = documents.flatMap(({ sections }) => sections.flatMap(({ papers = [] }) => papers));
  return all.filter(({ stem, round }) => !all.some((other) => other.stem === stem && other.round > round));
}

export function paperLinks(bundle: Pick<WritableBundle, "documents">, tools: ReportTools): readonly Link[] {
  return newestPapers(bundle).map((paper) => ({
    href: pathOf(paper, tools),
    text: tools.words.say("download.paper", { title: paper.title, subject: paper.subject }),
    isDraft: true,
  }));
}

export async function paperFiles(
  bundle: Pick<WritableBundle, "documents">,
  tools: ReportTools,
): Promise<readonly BundleFile[]> {
  const files: BundleFile[] = [];
  for (const paper of newestPapers(bundle))
    files.push({ path: pathOf(paper, tools), bytes: await letterDocx(paper, tools.words, tools.facts) });
  return files;
}

function pathOf(paper: OfficialPaper, tools: ReportTools): string {
  return fileName(`${paper.stem}-${paper.round}`, "docx", paper, tools);
}
