/**
 * The only program that a page may hold: it lets a reader try other points of leaves. It fetches nothing, writes text alone, and
 * reckons exactly, in whole steps of 10⁻⁹ of a point; what a goal still wants is rounded up to hundredths. Without it the page is
 * complete: the table of the leaves stands. All its words and numbers come from the table's own attributes.
 */
export const whatIfScript = `"use strict";
for (const table of document.querySelectorAll("table[data-try]")) {
  const given = JSON.parse(table.dataset.try);
  const unit = 10n ** 9n;
  const exact = (text) => {
    const [whole, rest = ""] = text.replace("-", "").split(".");
    const size = BigInt(whole) * unit + BigInt(rest.padEnd(9, "0").slice(0, 9));
    return text.startsWith("-") ? -size : size;
  };
  const written = (amount) => {
    const size = amount < 0n ? -amount : amount;
    const rest = String(size % unit).padStart(9, "0").replace(/0+$/, "");
    return (amount < 0n ? "\\u2212" : "") + size / unit + (rest === "" ? "" : given.mark + rest);
  };
  const upToHundredth = (amount) => ((amount * 100n + unit - 1n) / unit) * (unit / 100n);
  const twoDecimals = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false });
  const rounded = (value) => twoDecimals.format(value).replace(".", given.mark);
  const fill = (text, values) => text.replace(/\\{(\\w+)\\}/g, (whole, name) => values[name] ?? whole);
  const [total, max] = [exact(given.total), exact(given.max)];
  const rows = [...table.querySelectorAll("tr[data-points]")];
  const result = document.createElement("div");
  result.className = "try";
  result.setAttribute("role", "status");
  result.setAttribute("aria-live", "polite");
  const show = () => {
    let gained = 0n;
    let wrong = 0;
    for (const { row, field } of fields) {
      const text = field.value.trim().replace(",", ".");
      const isNumber = /^\\d{1,4}(\\.\\d{1,9})?$/.test(text);
      const isRight = text === "" || (isNumber && exact(text) <= exact(row.dataset.max));
      field.setAttribute("aria-invalid", String(!isRight));
      if (!isRight) wrong += 1;
      else if (text !== "") gained += exact(text) - exact(row.dataset.points);
    }
    const after = total + gained;
    const hundredths = (after * 20000n + max) / (2n * max);
    const moved = Number(after) / 1e9 - Number(given.total);
    const lines = [
      fill(given.texts.total, {
        total: written(after),
        max: written(max),
        gained: (gained > 0n ? "+" : "") + written(gained),
        percent: hundredths / 100n + given.mark + String(hundredths % 100n).padStart(2, "0"),
      }),
      given.low === null
        ? given.texts.no_interval
        : fill(given.texts.interval, {
            low: rounded(Math.max(0, given.low + moved)),
            high: rounded(Math.min(Number(given.max), given.high + moved)),
          }),
      ...given.goals.map(({ text, needed }) => {
        const missing = exact(needed) - gained;
        return missing <= 0n
          ? fill(given.texts.reached, { goal: text })
          : fill(given.texts.missing, { goal: text, missing: written(upToHundredth(missing)) });
      }),
      ...(wrong === 0 ? [] : [fill(given.texts.wrong, { n: String(wrong) })]),
    ];
    result.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  };
  const head = document.createElement("th");
  head.scope = "col";
  head.className = "right";
  head.textContent = given.texts.field;
  table.tHead.rows[0].append(head);
  const fields = rows.map((row) => {
    const field = document.createElement("input");
    field.inputMode = "decimal";
    field.autocomplete = "off";
    field.size = 7;
    field.setAttribute("aria-label", fill(given.texts.label, { leaf: row.cells[0].textContent }));
    field.addEventListener("input", show);
    const cell = document.createElement("td");
    cell.className = "right";
    cell.append(field);
    row.append(cell);
    return { row, field };
  });
  const reset = document.createElement("button");
  reset.type = "button";
  reset.textContent = given.texts.reset;
  reset.addEventListener("click", () => {
    for (const { field } of fields) field.value = "";
    show();
  });
  table.closest(".scroll").after(result, reset);
  show();
}
`;
