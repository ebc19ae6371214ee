/**
 * Version of the method, apart from that of the code: it rises when a rule of cleaning, weighting, estimation or ranking
 * changes what is published from the same data. Each version has its section in METHODS.md.
 */
export const methodVersion = "1";
