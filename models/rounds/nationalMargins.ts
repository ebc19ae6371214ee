/** The unit_code under which margins.csv gives margins of the nation: all units are then raked together. */
export const nation = "vn";

/** The margin beside them whose categories are the units themselves: each unit's total, in a row of its own. */
export const unitMargin = "unit";
