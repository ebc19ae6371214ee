import { expect, test } from "vitest";
import { SpecError } from "../../../models/errors.ts";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { edited } from "../specFiles.ts";

function problemsOf(edits: Parameters<typeof edited>[0]): string {
  try {
    readSpec(edited(edits));
    return "";
  } catch (error) {
    if (error instanceof SpecError) return error.message;
    throw error;
  }
}

const campaign = "models/rounds/2023/campaign.yaml";
const targets = "models/rounds/2023/targets.csv";
const withTarget = (row: string) => ({ [targets]: (text: string) => `${text}${row}\n` });

test("a form that closes before it opens, and one that stands twice, are told with their lines", () => {
  expect(
    problemsOf({ [campaign]: (text) => text.replace("closes: 2023-12-30", "closes: 2023-10-30") }),
  ).toMatch(/campaign\.yaml:\d+: forms\[0\]\.closes: is 2023-10-30, before it opens on 2023-11-01/);
  expect(
    problemsOf({
      [campaign]: (text) => text.replace("instrument: phan-hoi-he-thong", "instrument: pchc-dia-phuong"),
    }),
  ).toContain("pchc-dia-phuong stands twice");
});

test.each([
  ["province,40,pchc-dia-phuong,all,30,0.5,assumed,illustrative,x", "either a number of persons or a share"],
  ["province,40,pchc-dia-phuong,all,,,assumed,illustrative,x", "either a number of persons or a share"],
  ["*,*,pchc-dia-phuong,all,30,,assumed,illustrative,x", "is a target of one unit and of one group"],
  ["province,40,pchc-khac,all,30,,assumed,illustrative,x", "pchc-khac is not one of the forms"],
  ["province,40,pchc-dia-phuong,xa,30,,assumed,illustrative,x", "xa is not one of"],
  ["province,999,pchc-dia-phuong,all,30,,assumed,illustrative,x", "999 is not a unit of models/units"],
])("the target %s is refused", (row, why) => {
  expect(problemsOf(withTarget(row))).toContain(why);
});

test("a rule without its status and reason is refused, and a group may not be called all", () => {
  const bare = problemsOf({
    [campaign]: (text) => text.replace(/( {2}robust_z:\n {4}value: 3\.5\n)[\s\S]*$/, "$1"),
  });
  expect(bare).toContain("field_quality.robust_z.status");
  expect(bare).toContain("field_quality.robust_z.why");
  expect(problemsOf({ [campaign]: (text) => text.replace("code: department", "code: all") })).toContain(
    "all stands for every group together",
  );
});
