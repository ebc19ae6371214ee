import { describe, expect, test } from "vitest";
import { rankChange } from "../../../models/rankings/rankChange.ts";

describe("why a rank changed", () => {
  test("a unit that falls while the others stand still moved itself", () => {
    expect(rankChange([90, 80, 70], [60, 80, 70], 0)).toEqual({ change: 2, own: 2, others: 0 });
  });

  test("a unit that stands still while two others pass it was moved by them", () => {
    expect(rankChange([75, 70, 60], [75, 80, 90], 0)).toEqual({ change: 2, own: 0, others: 2 });
  });

  test("a unit can improve and be passed all the same: both parts show, and cancel or add", () => {
    // with the others of before, 80 would be first; with itself of before among the others of now, last
    expect(rankChange([70, 75, 60], [80, 90, 85], 0)).toEqual({ change: 1, own: -0.5, others: 1.5 });
  });

  test("the parts always add to the change", () => {
    const before = [71, 83.5, 64, 90, 77, 77];
    const after = [80, 79, 66, 88, 91, 70];
    for (const unit of before.keys()) {
      const { change, own, others } = rankChange(before, after, unit);
      expect(own + others).toBe(change);
    }
  });
});
