import type { FrameworkLevel, LeafKind } from "./framework.ts";

/** One area of an illustrative set: counts, and how its points split. Everything that no source gives is assumed. */
export interface AreaPlan {
  readonly name: { readonly vi: string; readonly en: string };
  readonly criteria: number;
  readonly subcriteria: number;
  /** Points of the criteria that are scored on documents. */
  readonly appraised: string;
  /** Criteria of another kind, last in the area; `leaves` of 1 is a criterion that is scored directly. */
  readonly others: readonly { readonly kind: LeafKind; readonly points: string; readonly leaves: number }[];
}

const survey = (points: string) => [{ kind: "survey", points, leaves: 1 }] as const;

/**
 * The plans: areas and counts of ministries are those of decision 876/QĐ-BNV; counts of provinces by area are assumed and add
 * to its 37 and 88. Points of areas are assumed and add to its blocks.
 */
export const illustrativePlans: Readonly<Record<FrameworkLevel, readonly AreaPlan[]>> = {
  ministry: [
    area(
      "Công tác chỉ đạo, điều hành CCHC",
      "Steering of administrative reform",
      7,
      6,
      "7.00",
      survey("2.00"),
    ),
    area("Cải cách thể chế", "Institutional reform", 9, 15, "11.00", survey("5.50")),
    area(
      "Cải cách thủ tục hành chính",
      "Reform of administrative procedures",
      6,
      19,
      "12.50",
      survey("4.50"),
    ),
    area(
      "Cải cách tổ chức bộ máy hành chính",
      "Reform of the administrative apparatus",
      4,
      14,
      "8.50",
      survey("4.00"),
    ),
    area("Cải cách chế độ công vụ", "Reform of the civil service regime", 6, 16, "10.00", survey("6.00")),
    area("Cải cách tài chính công", "Public finance reform", 3, 13, "8.00", survey("4.50")),
    area(
      "Xây dựng và phát triển Chính phủ điện tử, Chính phủ số",
      "Building e-government and digital government",
      3,
      14,
      "11.50",
      survey("5.00"),
    ),
  ],
  province: [
    area("Công tác chỉ đạo, điều hành CCHC", "Steering of administrative reform", 6, 6, "9.50"),
    area("Cải cách thể chế", "Institutional reform", 4, 6, "5.00"),
    area("Cải cách thủ tục hành chính", "Reform of administrative procedures", 5, 16, "11.00"),
    area("Cải cách tổ chức bộ máy hành chính", "Reform of the administrative apparatus", 4, 10, "7.00"),
    area("Cải cách chế độ công vụ", "Reform of the civil service regime", 7, 15, "11.00"),
    area("Cải cách tài chính công", "Public finance reform", 3, 6, "7.00"),
    area(
      "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
      "Building digital government",
      5,
      18,
      "11.00",
    ),
    area(
      "Tác động của CCHC đến người dân, tổ chức và phát triển KT-XH",
      "Impact of reform on citizens, organisations and socio-economic development",
      3,
      11,
      "0",
      [
        { kind: "sipas", points: "10", leaves: 1 },
        { kind: "survey", points: "22", leaves: 7 },
        { kind: "statistic", points: "6.50", leaves: 4 },
      ],
    ),
  ],
};

function area(
  vi: string,
  en: string,
  criteria: number,
  subcriteria: number,
  appraised: string,
  others: AreaPlan["others"] = [],
): AreaPlan {
  return { name: { vi, en }, criteria, subcriteria, appraised, others };
}
