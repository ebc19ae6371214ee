import { expect, test } from "vitest";
import { CheckError } from "../../models/errors.ts";
import { figure, sentence, table } from "../../reports/blocks.ts";
import { intervalPlot } from "../../reports/charts/intervalPlot.ts";
import { provenanceOf, provenancesOf } from "../../reports/provenance.ts";

const published = { provenance: "published" } as const;
const derived = { provenance: "derived" } as const;
const illustrative = { provenance: "illustrative" } as const;

test("published figures and figures derived from them may stand in one block, which says so", () => {
  expect(provenanceOf([published, published], "x")).toBe("published");
  expect(provenanceOf([published, derived], "x")).toBe("published_and_derived");
  expect(provenanceOf([illustrative], "x")).toBe("illustrative");
});

test("a sentence, a table or a chart that mixes invented and real rows is refused by name", () => {
  const mixed = [illustrative, published];
  const chart = intervalPlot([], { axisTitle: "" });
  expect(() => sentence(mixed, "Hà Nội đứng đầu")).toThrow(
    /"Hà Nội đứng đầu" mixes illustrative rows with published/,
  );
  expect(() => table(mixed, { caption: "Bảng", columns: [] })).toThrow(CheckError);
  expect(() =>
    figure([illustrative, derived], { title: "Hình", subtitle: "", description: "", chart }),
  ).toThrow(/mixes illustrative rows with derived rows/);
});

test("a block made from no row is refused: its provenance would be a guess", () => {
  expect(() => provenanceOf([], "Bảng trống")).toThrow(/"Bảng trống" was made from no row/);
});

test("a section says each provenance once", () => {
  expect(provenancesOf([published, derived, published])).toEqual(["published_and_derived"]);
  expect(provenancesOf([illustrative, illustrative])).toEqual(["illustrative"]);
});
