import { expect, test } from "vitest";
import { frameworkName } from "../../reports/history.ts";
import { wordsOf } from "../../reports/messages/words.ts";

test.each([
  ["876/QĐ-BNV", "876/QĐ-BNV", "876/QĐ-BNV"],
  ["2024 (number not found)", "chưa rõ số", "number unknown"],
  ["pilot 2011", "thí điểm 2011", "pilot of 2011"],
])(
  "the framework %s is named by its decision, or in the reader's words where none is known",
  (code, vi, en) => {
    expect([frameworkName(code, wordsOf("vi")), frameworkName(code, wordsOf("en"))]).toEqual([vi, en]);
  },
);
