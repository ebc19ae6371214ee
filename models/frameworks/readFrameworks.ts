import type { PublishedRows } from "../published/published.ts";
import type { Reading } from "../spec/reading.ts";
import { checkFramework } from "./checkFramework.ts";
import { type Framework, framework } from "./framework.ts";
import { frameworkFolder } from "./frameworkFolder.ts";
import { structureOf } from "./structure.ts";

/** Reads every `models/frameworks/<folder>/framework.yaml`; each problem is reported with its file and line. */
export function readFrameworks(reading: Reading, structure: PublishedRows["par_structure"]): Framework[] {
  return reading.names(/^models\/frameworks\/([^/]+)\/[^/]+$/).flatMap((folder) => {
    const parsed = reading.yaml(`models/frameworks/${folder}/framework.yaml`, framework);
    const own = parsed.value;
    if (own === null) return [];
    const named = frameworkFolder(own.framework, own.level);
    if (named !== folder)
      reading.report([
        parsed.at(["framework"], `is ${own.framework} of ${own.level}: its folder is called ${named}`),
      ]);
    const published = structureOf(structure, own.follows ?? own.framework, own.level);
    checkFramework(own, published, (path, message) => reading.report([parsed.at(path, message)]));
    return [own];
  });
}
