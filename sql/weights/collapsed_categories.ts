import { calibrationInputs, calibrationProblems } from "../calibrationProblems.ts";
import { defineRows, type Row } from "../table.ts";

export default defineRows({
  head: {
    summary:
      "The log of collapsing: per group of units calibrated together, each category of a margin that was merged with its neighbours because too few respondents were in it.",
    grain: ["round_code", "index_code", "calibration_group", "margin_code", "category_code"],
  },
  inputs: calibrationInputs,
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    calibration_group: "VARCHAR",
    margin_code: "VARCHAR",
    category_code: "VARCHAR",
    category_level: "VARCHAR",
    n_responses: "INTEGER",
    merged_code: "VARCHAR",
    merged_level: "VARCHAR",
    n_merged_responses: "INTEGER",
  },
  *rows(inputs) {
    for (const { group, cells, collapsed } of calibrationProblems(inputs)) {
      const { round_code, index_code } = cells[0] as Row;
      for (const own of collapsed)
        yield {
          ...{ round_code, index_code, calibration_group: group, margin_code: own.marginCode },
          ...{ category_code: own.name, category_level: own.level, n_responses: own.responses },
          ...{ merged_code: own.mergedName, merged_level: own.mergedLevel },
          n_merged_responses: own.mergedResponses,
        } as Row;
    }
  },
});
