import { join } from "node:path";
import { writeAtomically } from "./files.ts";
import { packageRoot } from "./packageRoot.ts";
import { readGraph } from "./readGraph.ts";

await writeAtomically(join(packageRoot, "sql", "GRAPH.md"), await readGraph());
