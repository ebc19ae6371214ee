import fc from "fast-check";
import { expect, test } from "vitest";
import { deducibleCells, type PublishedSum } from "../../../models/disclosure/deducibleCells.ts";
import {
  type DomainCell,
  type EarlierRelease,
  protectRelease,
  type ReleaseToProtect,
} from "../../../models/disclosure/protectRelease.ts";

/** A table of two ways: domains down, the last of them their total; answers across, whose total everybody knows. */
type Counts = Readonly<Record<string, readonly number[]>>;

const cell = (domain: string, answer: number) => `${domain}/${answer}`;

function release(
  now: Counts,
  total: string,
  earlier: Readonly<Record<string, { readonly counts: Counts; readonly hidden?: readonly string[] }>>,
  rule: ReleaseToProtect["rule"] = "protect",
): ReleaseToProtect {
  const cells = new Map<string, DomainCell>();
  const few = new Set<string>();
  for (const [domain, counts] of Object.entries(now))
    counts.forEach((n, answer) => {
      cells.set(cell(domain, answer), { n, rank: domain === total ? 1 : 0, domain });
      if (n > 0 && n < 5) few.add(cell(domain, answer));
    });
  const parts = Object.keys(now).filter((domain) => domain !== total);
  const width = now[total]?.length ?? 0;
  const sums: PublishedSum[] = [
    ...Object.entries(now).map(([domain, counts]) => ({
      terms: counts.map((_, answer) => ({ cell: cell(domain, answer), coefficient: 1 })),
    })),
    ...[...Array(width).keys()].map((answer) => ({
      terms: [
        { cell: cell(total, answer), coefficient: -1 },
        ...parts.map((domain) => ({ cell: cell(domain, answer), coefficient: 1 })),
      ],
    })),
  ];
  return {
    cells,
    few,
    sums,
    minimumCount: 5,
    rule,
    earlier: Object.entries(earlier).map(
      ([name, { counts, hidden = [] }]): EarlierRelease => ({
        release: name,
        shown: new Map(
          Object.entries(counts).flatMap(([domain, then]) =>
            then.flatMap((n, answer) => {
              const change = (now[domain]?.[answer] ?? 0) - n;
              const name = cell(domain, answer);
              return hidden.includes(name) ? [] : [[name, { changes: [change], isSame: change === 0 }]];
            }),
          ),
        ),
      }),
    ),
  };
}

test("three women taken out of one province are hidden in it and in the nation, with the men of both: else subtraction tells", () => {
  const now = { a: [47, 60], b: [70, 80], vn: [117, 140] };
  const before = { a: [50, 60], b: [70, 80], vn: [120, 140] };
  const { hidden, exposed } = protectRelease(release(now, "vn", { "2023-r1": { counts: before } }));
  expect([...hidden].sort()).toEqual([
    ["a/0", { reason: "differs", release: "2023-r1" }],
    ["a/1", { reason: "protects", cell: "a/0" }],
    ["vn/0", { reason: "differs", release: "2023-r1" }],
    ["vn/1", { reason: "protects", cell: "vn/0" }],
  ]);
  expect([...exposed]).toEqual([]);
});

test("nothing changed, so nothing differs: a second release hides what the first one hid, and no more", () => {
  const now = { a: [3, 60], b: [70, 80], c: [90, 95], vn: [163, 235] };
  const first = protectRelease(release(now, "vn", {}));
  const second = protectRelease(
    release(now, "vn", { "2023-r1": { counts: now, hidden: [...first.hidden.keys()] } }),
  );
  expect([...second.hidden.keys()].sort()).toEqual([...first.hidden.keys()].sort());
  expect([...second.exposed]).toEqual([]);
});

test("a difference of as many as the least count shown is no small one", () => {
  const { hidden } = protectRelease(
    release({ a: [55, 60], vn: [55, 60] }, "vn", { "2023-r1": { counts: { a: [50, 60], vn: [50, 60] } } }),
  );
  expect(hidden.size).toBe(0);
});

test("what an earlier release shows of a province that has not changed protects nothing any more", () => {
  // c/0 is hidden for itself; without the earlier release a/0, the cheapest, would be hidden with it
  const now = { a: [20, 30], b: [40, 50], c: [3, 90], vn: [63, 170] };
  const alone = protectRelease(release(now, "vn", {}));
  expect(alone.hidden.has("a/0")).toBe(true);
  const before = { a: [20, 30], b: [40, 50], c: [9, 90], vn: [69, 170] };
  const { hidden } = protectRelease(release(now, "vn", { "2023-r1": { counts: before } }));
  expect([...hidden.keys()].sort()).toEqual(["c/0", "c/1", "vn/0", "vn/1"]);
});

test("what was published cannot be taken back: a small cell that an earlier release shows is told by name", () => {
  const now = { a: [3, 60], b: [70, 80], vn: [73, 140] };
  const { hidden, exposed } = protectRelease(release(now, "vn", { "2023-r1": { counts: now } }));
  expect(hidden.get("a/0")).toEqual({ reason: "too_few" });
  expect([...exposed]).toEqual([["a/0", { how: "shown", release: "2023-r1" }]]);
});

test("a small cell that follows from two earlier releases together is told by name", () => {
  const now = { a: [3, 60], b: [70, 80], vn: [73, 140] };
  const { exposed } = protectRelease(
    release(now, "vn", {
      "2023-r1": { counts: now, hidden: ["a/0", "b/0", "a/1", "b/1"] },
      "2023-r2": { counts: now, hidden: ["a/0", "vn/0", "a/1", "vn/1"] },
    }),
  );
  expect([...exposed]).toEqual([["a/0", { how: "deducible", release: "2023-r1 2023-r2" }]]);
});

test("where the round only warns nothing more is hidden, and every small difference is named", () => {
  const { hidden, exposed } = protectRelease(
    release(
      { a: [47, 60], vn: [47, 60] },
      "vn",
      { "2023-r1": { counts: { a: [50, 60], vn: [50, 60] } } },
      "warn",
    ),
  );
  expect(hidden.size).toBe(0);
  expect([...exposed]).toEqual([
    ["a/0", { how: "differs", release: "2023-r1" }],
    ["vn/0", { how: "differs", release: "2023-r1" }],
  ]);
});

test("in any two releases of a table, no small difference and no small cell is among what their sums give", () => {
  const provinces = ["a", "b", "c", "d"];
  const table = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 });
  const change = fc.record({
    at: fc.integer({ min: 0, max: 11 }),
    by: fc.integer({ min: -8, max: 8 }),
  });
  const tableOf = (counts: readonly number[]): Counts => {
    const rows = Object.fromEntries(
      provinces.map((name, i) => [name, counts.slice(3 * i, 3 * i + 3)]),
    ) as Record<string, number[]>;
    const vn = [0, 1, 2].map((answer) =>
      provinces.reduce((sum, name) => sum + (rows[name]?.[answer] ?? 0), 0),
    );
    return { ...rows, vn };
  };
  let nDiffering = 0;
  fc.assert(
    fc.property(table, fc.array(change, { maxLength: 4 }), (counts, changes) => {
      const later = [...counts];
      for (const { at, by } of changes) later[at] = Math.max(0, (later[at] as number) + by);
      const [then, now] = [tableOf(counts), tableOf(later)];
      let first: ReturnType<typeof protectRelease>;
      try {
        first = protectRelease(release(then, "vn", {}));
      } catch {
        return; // too small a table to protect at all
      }
      const hiddenThen = [...first.hidden.keys()];
      const both = release(now, "vn", { r1: { counts: then, hidden: hiddenThen } });
      const { hidden, exposed } = protectRelease(both);
      // a reader's own system: the sums of both releases and the changes between them
      const unknown = new Set<string>();
      const sums: PublishedSum[] = [];
      for (const { terms } of both.sums)
        for (const name of ["r1", "r2"])
          sums.push({
            terms: terms.map(({ cell, coefficient }) => ({ cell: `${name} ${cell}`, coefficient })),
          });
      const small: string[] = [];
      for (const [domain, row] of Object.entries(now))
        for (const [answer, n] of row.entries()) {
          const one = cell(domain, answer);
          const by = n - (then[domain]?.[answer] as number);
          if (hidden.has(one)) unknown.add(`r2 ${one}`);
          if (first.hidden.has(one)) unknown.add(`r1 ${one}`);
          // who sees that nothing in a province has moved takes it that nobody was added or taken out
          if (`${row}` !== `${then[domain]}`) unknown.add(`change ${one}`);
          sums.push({
            terms: [
              { cell: `r2 ${one}`, coefficient: 1 },
              { cell: `r1 ${one}`, coefficient: -1 },
              { cell: `change ${one}`, coefficient: -1 },
            ],
          });
          if (by !== 0 && Math.abs(by) < 5 && !first.hidden.has(one)) small.push(`change ${one}`);
          if (n > 0 && n < 5) small.push(`r2 ${one}`);
          if (exposed.has(one)) return; // given away before, and said so
        }
      nDiffering += small.filter((one) => one.startsWith("change")).length;
      const told = deducibleCells(unknown, sums);
      expect(small.filter((one) => told.has(one))).toEqual([]);
    }),
    { numRuns: 300, seed: 11 },
  );
  expect(nDiffering).toBeGreaterThan(100);
});
