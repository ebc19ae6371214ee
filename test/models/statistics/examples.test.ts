import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../../models/statistics/", import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
const library = Object.assign({}, ...(await Promise.all(files.map((file) => import(`${folder}${file}`)))));
const examples = files.flatMap((file) =>
  [...readFileSync(`${folder}${file}`, "utf8").matchAll(/@example (.+?) \/\/ (.+)/g)].map(
    ([, code, result]) => ({
      code: code!,
      result: result!,
    }),
  ),
);

/** An example that names something of its own (design, hours) shows the call and cannot be run. */
function isRunnable({ code }: { readonly code: string }): boolean {
  const words = code.replace(/"[^"]*"/g, "").match(/(?<![\w.])[A-Za-z_]\w*(?!\s*:)/g) ?? [];
  return words.every((word) => word in library || word in globalThis);
}

test.each(examples.filter(isRunnable))("the example $code gives $result", ({ code, result }) => {
  const value: unknown = new Function(...Object.keys(library), `return ${code}`)(...Object.values(library));
  const shown = JSON.stringify(value, (_, one) =>
    ArrayBuffer.isView(one) ? [...(one as Float64Array)] : one,
  );
  const wanted = result.replace(/^\w+Array /, "").replace(/\s|"/g, "");
  const pattern = wanted.replace(/[[\]{}().+*?^$|\\]/g, "\\$&").replaceAll("…", "[\\d.e-]*");
  expect(shown.replace(/"/g, "")).toMatch(new RegExp(`^${pattern}$`));
});
