import { expect, test } from "vitest";
import { estimateDomainMeans, rake } from "../../models/statistics/index.ts";
import { generateSurvey } from "../bench/generateSurvey.ts";
import { declareGenerated, raisedMargins, tableSums, topTwoItems } from "../bench/statistics.ts";

const survey = generateSurvey();
const design = declareGenerated(survey);
const table = (sample: typeof design) =>
  tableSums(estimateDomainMeans(sample, topTwoItems(survey), survey.province));

test("63 provinces x 30 items over three stages: sums of means and errors as R survey 4.4.2 prints them", () => {
  const { cells, means, errors } = table(design);
  expect(cells).toBe(1890);
  expect(means.toPrecision(12)).toBe("1157.80597285");
  expect(errors.toPrecision(12)).toBe("62.7024007066");
});

test("the same after raking to 63 + 2 + 5 margins, as R's calibrate(calfun = raking) and svyby print them", () => {
  const { means, errors } = table(rake(design, raisedMargins(survey)));
  expect(means.toPrecision(12)).toBe("1157.54558431");
  expect(errors.toPrecision(12)).toBe("62.9241935653");
});
