import { access, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The survey store's DDL. It ships in place beside its source, so it is looked for from the package's root. */
export async function readStoreDdl(): Promise<string> {
  return readFile(join(await packageRoot(import.meta.dirname), "sources", "store", "schema.sql"), "utf8");
}

async function packageRoot(folder: string): Promise<string> {
  const isRoot = await access(join(folder, "package.json")).then(
    () => true,
    () => false,
  );
  return isRoot ? folder : packageRoot(dirname(folder));
}
