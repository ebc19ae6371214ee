import { readAsLatin1 } from "./tcvn3.ts";

/** Other ways in which a name of a unit reaches a survey store, by kind; only those that differ from the name. */
export function misspelledNames(name: string): readonly { kind: string; text: string }[] {
  const variants = {
    decomposed: name.normalize("NFD"),
    no_break_space: name.replaceAll(" ", "\u00a0"),
    double_space: name.replaceAll(" ", "  "),
    en_dash: name.replace(" - ", " – ").replace("Thừa Thiên Huế", "Thừa Thiên – Huế"),
    bare_hyphen: name.replace(" - ", "-"),
    abbreviated: name.replace("TP. Hồ Chí Minh", "TP.HCM"),
    old_tone: moveTones(name),
    tcvn3_read_as_latin1: readAsLatin1(name),
  };
  return Object.entries(variants)
    .filter(([, text]) => text !== name)
    .map(([kind, text]) => ({ kind, text }));
}

/** The older orthography sets the tone of oa, oe, uy on the first letter's right neighbour: "Hòa Bình" → "Hoà Bình". */
function moveTones(name: string): string {
  return name
    .normalize("NFC")
    .replace(/([òóỏõọ])([ae])(?!\p{L})|([ùúủũụ])(y)(?!\p{L})/gu, (_, o, ae, u, y) => {
      const [base, tone] = (o ?? u).normalize("NFD");
      return base + `${ae ?? y}${tone}`.normalize("NFC");
    });
}
