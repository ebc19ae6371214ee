/** Colours and type of every report. Series colours are from Okabe and Ito, kept to those with 3:1 on white. */
export const theme = {
  font: "Be Vietnam Pro",
  ink: "#1a2430",
  muted: "#52606d",
  line: "#d5dbe1",
  panel: "#f4f6f8",
  paper: "#ffffff",
  brand: "#0b3c5d",
  link: "#0a558c",
  own: "#0072b2",
  region: "#c04f00",
  nation: "#3a3a3a",
  other: "#7a8894",
  warningInk: "#6b3d00",
  warningPaper: "#fff4d9",
  warningLine: "#c98a1b",
  /** Parts of a whole, in order; each with the ink that reads on it. */
  scale: [
    { paper: "#cfe3f1", ink: "#1a2430" },
    { paper: "#5da0cc", ink: "#1a2430" },
    { paper: "#0b4f7d", ink: "#ffffff" },
    { paper: "#f3d9b8", ink: "#1a2430" },
    { paper: "#c98a4b", ink: "#1a2430" },
    { paper: "#94a1ac", ink: "#1a2430" },
    { paper: "#d5dbe1", ink: "#1a2430" },
  ],
  /** From the worst answer over the middle one to the best: light towards the middle, so that grey print shows it too. */
  diverging: [
    { paper: "#a8611a", ink: "#ffffff" },
    { paper: "#e3bd8c", ink: "#1a2430" },
    { paper: "#eef1f4", ink: "#1a2430" },
    { paper: "#8fbfe0", ink: "#1a2430" },
    { paper: "#0b4f7d", ink: "#ffffff" },
  ],
  /** From low to high in one direction: darker is more, in grey as in colour. */
  sequential: [
    { paper: "#f2f6f9", ink: "#1a2430" },
    { paper: "#cfe3f1", ink: "#1a2430" },
    { paper: "#93c1e0", ink: "#1a2430" },
    { paper: "#2f77ab", ink: "#ffffff" },
    { paper: "#0b3c5d", ink: "#ffffff" },
  ],
} as const;
