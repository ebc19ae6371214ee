import type { Issue } from "../errors.ts";
import type { Instrument, Item } from "../instruments/instrument.ts";
import type { Parsed } from "./parsed.ts";
import { type Say, sayTwice } from "./sayTwice.ts";

/** The rules between the parts of one questionnaire; `name` is its file's. */
export function checkInstrument(parsed: Parsed<Instrument>, name: string): Issue[] {
  const form = parsed.value;
  if (form === null) return [];
  const issues: Issue[] = [];
  const say: Say = (path, message) => issues.push(parsed.at(path, message));

  if (form.instrument !== name)
    say(["instrument"], `is ${form.instrument}, but the file is called ${name}.yaml`);
  sayTwice(
    form.parts.map((part) => part.code),
    (i) => ["parts", i, "code"],
    say,
  );
  sayTwice(
    form.factors.map((factor) => factor.code),
    (i) => ["factors", i, "code"],
    say,
  );
  sayTwice(
    form.items.map((item) => item.code),
    (i) => ["items", i, "code"],
    say,
  );
  sayTwice(
    form.items.map((item) => item.question),
    (i) => ["items", i, "question"],
    say,
  );
  sayTwice(
    (form.groups ?? []).map((group) => group.code),
    (i) => ["groups", i, "code"],
    say,
  );
  const isSipas = form.index === "sipas";
  if (isSipas && form.groups !== undefined)
    say(["groups"], "a form for citizens has a sample frame and no groups");
  if (!isSipas && form.groups === undefined)
    say(["groups"], "a form for named lists names its respondent groups");
  if (isSipas && (form.parts.length === 0 || form.factors.length === 0))
    say(["parts"], "a form for citizens has parts and factors");
  checkTree(form, say);
  form.items.forEach((item, i) => {
    checkItem(item, (path, message) => say(["items", i, ...path], message));
  });
  return issues;
}

/** overall → part → factor → item: every link exists, nothing is empty, and no code stands at two places of the tree. */
function checkTree({ parts, factors, items }: Instrument, say: Say): void {
  const nodes = new Set(["overall", ...parts.map((part) => part.code)]);
  factors.forEach((factor, i) => {
    if (!parts.some((part) => part.code === factor.part))
      say(["factors", i, "part"], `part ${factor.part} is not in parts`);
    if (nodes.has(factor.code)) say(["factors", i, "code"], `${factor.code} is the code of a part too`);
    if (!items.some((item) => item.factor === factor.code))
      say(["factors", i, "code"], `no item belongs to factor ${factor.code}`);
  });
  parts.forEach((part, i) => {
    if (part.code === "overall") say(["parts", i, "code"], "overall is the code of the whole");
    if (!factors.some((factor) => factor.part === part.code))
      say(["parts", i, "code"], `no factor belongs to part ${part.code}`);
  });
  const taken = new Set([...nodes, ...factors.map((factor) => factor.code)]);
  items.forEach((item, i) => {
    if (item.factor === undefined) {
      if (item.block === "satisfaction" && item.kind === "level")
        say(["items", i], `satisfaction item ${item.code} has no factor`);
      return;
    }
    if (!factors.some((factor) => factor.code === item.factor))
      say(["items", i, "factor"], `factor ${item.factor} is not in factors`);
    if (item.kind !== "level") say(["items", i, "kind"], `is ${item.kind}; an item of a factor has levels`);
    if (taken.has(item.code)) say(["items", i, "code"], `${item.code} is the code of a part or factor too`);
  });
}

function checkItem(item: Item, say: Say): void {
  const { kind, levels, options } = item;
  if (item.factor !== undefined && options?.some(({ is_dont_know }) => is_dont_know))
    say(
      ["options"],
      "a satisfaction item has levels only; an answer that says one cannot tell is none of them",
    );
  if (kind === "choice" && options === undefined) say([], "a choice needs options");
  if (kind === "level" && levels === undefined) say([], "an item of the kind level needs levels");
  if (kind !== "level" && levels !== undefined) say(["levels"], `an item of the kind ${kind} has no levels`);
  if (options === undefined) return;
  if (kind !== "choice" && kind !== "level") say(["options"], `an item of the kind ${kind} has no options`);
  sayTwice(
    options.map((option) => option.code),
    (i) => ["options", i, "code"],
    say,
  );
  sayTwice(
    options.map((option) => option.value),
    (i) => ["options", i, "value"],
    say,
  );
  const values = options.map((option) => option.value).sort();
  const wanted = Array.from({ length: levels ?? 0 }, (_, i) => String(i + 1)).sort();
  if (kind === "level" && levels !== undefined && values.join() !== wanted.join())
    say(["options"], `has the values ${values.join(", ")}; ${levels} levels have ${wanted.join(", ")}`);
}
