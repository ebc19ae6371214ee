import { expect, test } from "vitest";
import { escapeText } from "../../reports/html/escape.ts";

test("the five characters that mean something to HTML mean nothing after escaping", () => {
  expect(escapeText(`<b class="x" id='y'>A & B</b>`)).toBe(
    "&lt;b class=&quot;x&quot; id=&#39;y&#39;&gt;A &amp; B&lt;/b&gt;",
  );
});

test("text is written composed, so that the same name is the same bytes", () => {
  expect(escapeText("Huê\u0301")).toBe("Huế");
});

test("what no document may hold is shown as a replacement mark", () => {
  expect(escapeText("a\u0000b\u001bc\ud800d\u202ee")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde");
  expect(escapeText("tab\tand\nline")).toBe("tab\tand\nline");
});
