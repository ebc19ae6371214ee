/**
 * A folder name from a Vietnamese name: ASCII letters, digits and single hyphens, đ as d.
 * Names are not unique over time (Lào Cai before and after 2025); codes are.
 *
 * @example unitSlug("Bà Rịa - Vũng Tàu") // "ba-ria-vung-tau"
 */
export function unitSlug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
