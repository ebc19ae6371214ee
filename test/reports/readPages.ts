import { readdirSync } from "node:fs";
import type { NamedPage, Page } from "../../reports/page.ts";

/** Every page, found by its place. */
export async function readPages(): Promise<readonly NamedPage[]> {
  const names = readdirSync("reports/pages")
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();
  const pages: NamedPage[] = [];
  for (const name of names) {
    const module = (await import(`../../reports/pages/${name}.ts`)) as { default: Page };
    pages.push({ name, page: module.default });
  }
  return pages;
}
