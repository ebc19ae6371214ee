import { SourceError } from "../../models/errors.ts";
import type { OdkForm } from "./config.ts";
import type { Central } from "./openCentral.ts";

/** A submission as OData has it; repeats stand inside as lists. */
export interface Submission {
  readonly __id: string;
  readonly __system: {
    readonly submissionDate: string;
    readonly updatedAt?: string | null;
    readonly deletedAt?: string | null;
    readonly submitterId?: string | null;
    readonly deviceId?: string | null;
    readonly reviewState?: string | null;
    readonly status?: string | null;
    readonly edits?: number;
  };
  readonly [field: string]: unknown;
}

interface Page {
  readonly value: readonly Submission[];
  readonly "@odata.count"?: number;
  readonly "@odata.nextLink"?: string;
}

/**
 * All submissions of a form, page by page. Throws SourceError when the pages do not add up to what the server counts,
 * or give a submission twice: then one was repeated, lost, or the link to the next is missing.
 */
export async function readSubmissions(
  central: Central,
  form: OdkForm,
  pageSize: number,
): Promise<Submission[]> {
  const name = `form ${form.form} of project ${form.project}`;
  const path = `/v1/projects/${form.project}/forms/${encodeURIComponent(form.form)}.svc/Submissions`;
  const found = new Map<string, Submission>();
  let counted: number | undefined;
  let next: string | undefined = `${path}?%24top=${pageSize}&%24count=true&%24expand=*`;
  while (next !== undefined) {
    const page = (await central.get(next)) as Page;
    if (!Array.isArray(page.value))
      throw new SourceError(`${central.where} sent no list of submissions of ${name}.`);
    for (const submission of page.value) {
      if (found.has(submission.__id)) {
        throw new SourceError(`${central.where} sent submission ${submission.__id} of ${name} twice.`, {
          retriable: true,
        });
      }
      found.set(submission.__id, submission);
    }
    counted = page["@odata.count"] ?? counted;
    next = page["@odata.nextLink"];
  }
  if (found.size !== counted) {
    throw new SourceError(
      `${central.where} counts ${counted ?? "no"} submissions of ${name}, and sent ${found.size}.`,
      {
        hint: "Nothing was taken. Collect again; when it stays so, the server's paging is at fault.",
        retriable: true,
      },
    );
  }
  return [...found.values()];
}
