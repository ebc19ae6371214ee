import type { Bilingual } from "../instruments/instrument.ts";
import { valueWords } from "./ruleTexts.ts";
import { type Weighting, type WeightingStep, weightingSteps } from "./weighting.ts";

/** What every step of a weighting recipe does, in words, in the order of the steps. */
export function weightingValues(
  recipe: Weighting,
): readonly { readonly step: WeightingStep; readonly value: Bilingual }[] {
  return weightingSteps.map((step) => ({ step, value: words[step](recipe as never) }));
}

const none: Bilingual = { vi: "không thực hiện", en: "not taken" };

const withinWords = {
  cluster: { vi: "từng địa bàn mẫu", en: "each sampled area" },
  psu: { vi: "từng đơn vị mẫu cấp một", en: "each first-stage unit" },
  unit: { vi: "từng tỉnh", en: "each province" },
} as const satisfies Record<string, Bilingual>;

const words: { readonly [Step in WeightingStep]: (recipe: Weighting) => Bilingual } = {
  base: () => ({
    vi: "nghịch đảo tích các xác suất được chọn",
    en: "one over the product of the selection probabilities",
  }),
  eligibility: ({ eligibility }) => {
    if (eligibility.method === "none") return none;
    const within = withinWords[eligibility.within];
    return eligibility.rule === "proportional"
      ? {
          vi: `chia cho các trường hợp đã rõ, trong ${within.vi}`,
          en: `spread over the known cases, within ${within.en}`,
        }
      : {
          vi: `coi tất cả là thuộc tổng thể, trong ${within.vi}`,
          en: `all taken as eligible, within ${within.en}`,
        };
  },
  nonresponse: ({ nonresponse }) => {
    if (nonresponse.method === "none") return none;
    const { minimum_respondents: least, largest_factor: most } = nonresponse;
    const limits = {
      vi: `ít nhất ${least} người trả lời, hệ số nhiều nhất ${viNumber(most)}`,
      en: `at least ${least} respondents, a factor of at most ${most}`,
    };
    return nonresponse.method === "classes"
      ? {
          vi: `lớp: ${withinWords[nonresponse.within].vi}; ${limits.vi}`,
          en: `classes: ${withinWords[nonresponse.within].en}; ${limits.en}`,
        }
      : {
          vi: `${nonresponse.classes} lớp theo xác suất trả lời ước lượng; ${limits.vi}`,
          en: `${nonresponse.classes} classes of estimated propensity; ${limits.en}`,
        };
  },
  calibration: ({ calibration: { method, margins, bounds, collapse, tolerance, max_iterations } }) => {
    const listed = margins.map((code) => valueWords[code] ?? { vi: code, en: code });
    const name = methodWords[method];
    return {
      vi: [
        `${name.vi}: ${listed.map(({ vi }) => vi).join(", ")}`,
        ...(bounds ? [`hệ số từ ${viNumber(bounds[0])} đến ${viNumber(bounds[1])}`] : []),
        ...(collapse ? [`gộp nhóm dưới ${collapse.below} phiếu (${collapse.margins.join(", ")})`] : []),
        `sai số tương đối ≤ ${tolerance}, nhiều nhất ${max_iterations} vòng`,
      ].join("; "),
      en: [
        `${name.en}: ${listed.map(({ en }) => en).join(", ")}`,
        ...(bounds ? [`factors from ${bounds[0]} to ${bounds[1]}`] : []),
        ...(collapse
          ? [`categories below ${collapse.below} responses merged (${collapse.margins.join(", ")})`]
          : []),
        `relative error ≤ ${tolerance}, at most ${max_iterations} iterations`,
      ].join("; "),
    };
  },
  trimming: ({ trimming }) =>
    trimming.method === "none"
      ? none
      : {
          vi: `cắt ở ${viNumber(trimming.above_median)} lần trung vị của tỉnh rồi hiệu chỉnh lại`,
          en: `cut at ${trimming.above_median} times the province's median, then calibrated again`,
        },
  quantisation: ({ quantisation }) => ({
    vi: `đơn vị 10⁻⁹; dừng nếu trên ${viNumber(quantisation.stop_above_median)} lần trung vị của tỉnh`,
    en: `units of 10⁻⁹; stops above ${quantisation.stop_above_median} times the province's median`,
  }),
};

const methodWords = {
  raking: { vi: "lặp theo tỷ lệ (raking)", en: "raking" },
  linear: { vi: "tuyến tính (GREG)", en: "linear (GREG)" },
  logit: { vi: "logit có giới hạn", en: "bounded logit" },
} as const satisfies Record<string, Bilingual>;

function viNumber(value: number): string {
  return String(value).replace(".", ",");
}
