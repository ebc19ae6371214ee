import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connected, connect } from "../../pipelines/warehouse/connection.ts";
import { readRows } from "../../pipelines/warehouse/readRows.ts";
import { readWhole } from "../../pipelines/warehouse/readWhole.ts";

let warehouse: Connected;
beforeAll(async () => {
  warehouse = await connect(":memory:", { threads: 1, memoryLimit: "1GB", spillFolder: "" });
});
afterAll(() => warehouse.close());

/** A table made anew of these values, read by the shorter road. */
async function whole(values: string) {
  await warehouse.connection.run(`create or replace table made as from (${values})`);
  return readWhole(warehouse.connection, "made");
}

const hostile = `
  select * from (values
    ('a"b', 0.1::double + 0.2::double, -0.0::double, true, 7::integer, 9007199254740993::bigint, 0.10::decimal(18, 2), date '2024-04-17'),
    (chr(10) || chr(1) || chr(92), 1e308::double, 5e-324::double, false, -7::integer, -5::bigint, 12345.000000001::decimal(18, 9), date '0999-01-01'),
    ('null', 1/3::double, 123456789.123456789::double, null, null, 9007199254740991::bigint, -0.01::decimal(18, 2), null),
    (null, null, -1e-7::double, true, 0::integer, null, null, date '2024-02-29'),
    ('Hoàng Sa 🏝', 2.5e-5::double, 1e21::double, false, 1::integer, 0::bigint, 0::decimal(18, 2), date '1980-01-01')
  ) t(words, "a double", "DOUBLE", truth, count, large, exact, day)`;

test("a table read whole gives the rows that values taken one by one give, to the last digit and sign", async () => {
  const { rows, columns } = await whole(hostile);
  expect(rows).toEqual(await readRows(warehouse.connection, "from made"));
  expect(rows[0]?.["large"]).toBe(9007199254740993n);
  expect(rows[0]?.["DOUBLE"]).toBe(-0);
  expect(columns[1]).toEqual({ name: "a double", type: "DOUBLE" });
});

test("more rows than a chunk holds keep their order", async () => {
  const { rows } = await whole("select range::integer as n, 'x' || range as word from range(5000)");
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 5000 }, (_, n) => n));
});

test("the hash moves with a value, an order, a name and a type, and with nothing else", async () => {
  const hash = async (values: string) => (await whole(values)).sha256;
  const same = "select 1::integer as n union all select 2::integer";
  const first = await hash(same);
  expect(await hash(same)).toBe(first);
  expect(await hash("select 1::integer as n union all select 3::integer")).not.toBe(first);
  expect(await hash("select 2::integer as n union all select 1::integer")).not.toBe(first);
  expect(await hash("select 1::integer as m union all select 2::integer")).not.toBe(first);
  expect(await hash("select 1::bigint as n union all select 2::bigint")).not.toBe(first);
});

test.each(["'nan'::double", "'infinity'::double"])(
  "%s ends the reading instead of an empty cell",
  async (value) => {
    await expect(whole(`select 1.5::double as score union all select ${value}`)).rejects.toThrow(
      "The table made holds a number that is none, which no table may hold.",
    );
  },
);

test("a type that JSON cannot say exactly is refused by its name", async () => {
  await expect(whole("select now() as moment")).rejects.toThrow(
    "The column moment of made is a TIMESTAMP WITH TIME ZONE, which has no exact form in JSON.",
  );
});
