/** The goals that every report answers for its unit; any other is asked with `thuocdo whatif`. A choice of print, not of method. */
export const whatIfGoals = [
  { kind: "ranks", size: 1 },
  { kind: "ranks", size: 3 },
  { kind: "points", size: 1 },
  { kind: "points", size: 5 },
] as const satisfies readonly { readonly kind: "points" | "ranks"; readonly size: number }[];
