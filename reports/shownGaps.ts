/** How many gaps are shown that the sample does not establish: there is always something to work on. A choice of print. */
export const shownGaps = 5;
