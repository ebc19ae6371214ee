import { join } from "node:path";
import { expect, test } from "vitest";
import { compareResponses } from "../../pipelines/compareResponses.ts";
import store from "../../sources/store/index.ts";
import { extractAll } from "../sources/extractAll.ts";
import { scratchFolder, smallStore } from "../sources/scratchStore.ts";

const base = `insert into responses values
  ('2022', 'sipas-2022', 'r3', 'c', null, timestamp '2022-12-10 00:00:00', null, false, null, null, null),
  ('2022', 'sipas-2022', 'r4', 'd', null, timestamp '2022-12-11 00:00:00', null, false, null, null, null)`;

async function landed(...changes: string[]) {
  const path = await smallStore(join(await scratchFolder(), "store.duckdb"), base, ...changes);
  const { files } = await extractAll(store, { path });
  return { responses: files.responses!, answers: [files.answers!], sheets: [] };
}

test("F35: late, edited, silently changed and deleted forms are found by comparing the whole", async () => {
  const changes = await compareResponses(
    await landed(),
    await landed(
      "insert into responses values ('2022', 'sipas-2022', 'late', 'e', null, timestamp '2022-12-06 00:00:00', null, false, null, null, null)",
      "insert into responses values ('2022', 'sipas-2022', 'new', 'f', null, timestamp '2022-12-20 00:00:00', null, false, null, null, null)",
      "update answers set answer_value = '1' where response_key = 'r1' and question_code = 'Q9_02'",
      "update responses set edited_at = timestamp '2022-12-12 00:00:00' where response_key = 'r3'",
      "delete from responses where response_key = 'r4'",
    ),
  );
  expect(changes).toEqual([
    {
      round: "2022",
      late: ["late"],
      added: ["new"],
      edited: ["r3"],
      silently_changed: ["r1"],
      deleted: ["r4"],
    },
  ]);
});

test("an answer that moved to another question is a change", async () => {
  const changes = await compareResponses(
    await landed(),
    await landed(
      "update answers set question_code = case question_code when 'Q9_01' then 'Q9_02' else 'Q9_01' end where response_key = 'r1'",
    ),
  );
  expect(changes[0]?.silently_changed).toEqual(["r1"]);
});

test("a store that did not change has no changes", async () => {
  expect(await compareResponses(await landed(), await landed())).toEqual([]);
});
