/** One figure of the layout, and whether the decree's own words say it or only habit. */
interface Rule<Value> {
  readonly value: Value;
  readonly status: "confirmed" | "assumed";
  readonly why: { readonly vi: string; readonly en: string };
}

const within = (value: number, range: string): Rule<number> => ({
  value,
  status: "confirmed",
  why: {
    vi: `Nghị định 30/2020/NĐ-CP: ${range} mm; chọn trong khoảng đó.`,
    en: `Decree 30/2020/NĐ-CP: ${range} mm; chosen within it.`,
  },
});

const habit = <Value>(value: Value, vi: string, en: string): Rule<Value> => ({
  value,
  status: "assumed",
  why: { vi, en },
});

/** The layout of an official letter: A4, millimetres for lengths, points for letters. */
export const letterLayout = {
  pageWidth: 210,
  pageHeight: 297,
  marginTop: within(20, "20–25"),
  marginBottom: within(20, "20–25"),
  marginLeft: within(30, "30–35"),
  marginRight: within(15, "15–20"),
  font: {
    value: "Times New Roman",
    status: "confirmed",
    why: {
      vi: "Nghị định 30/2020/NĐ-CP: phông chữ Times New Roman.",
      en: "Decree 30/2020/NĐ-CP: Times New Roman.",
    },
  } as Rule<string>,
  bodySize: habit(14, "Cỡ chữ thường dùng của nội dung công văn.", "The usual size of a letter's text."),
  headSize: habit(13, "Cỡ chữ thường dùng của phần đầu công văn.", "The usual size of a letter's head."),
  copiesSize: habit(11, "Cỡ chữ thường dùng của phần nơi nhận.", "The usual size of the list of copies."),
  tableSize: habit(11, "Cỡ chữ đủ đọc của bảng trong phụ lục.", "A readable size for the annex's tables."),
  firstLine: habit(12.7, "Lùi đầu dòng thường dùng.", "The usual indent of a first line."),
  afterParagraph: habit(6, "Khoảng cách đoạn thường dùng.", "The usual space after a paragraph."),
  lineHeight: habit(1.25, "Giãn dòng dễ đọc.", "A readable line height."),
  isArticleBold: habit(
    true,
    "“Điều n.” của quyết định thường in đậm.",
    "“Article n.” of a decision is usually bold.",
  ),
  headerDistance: habit(10, "Số trang nằm giữa lề trên.", "The page number stands within the top margin."),
} as const;
