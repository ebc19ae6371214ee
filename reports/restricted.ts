/** The first column of every file of restricted microdata, and a word in its note: no release may hold it. */
export const restrictedMark = "restricted_key";

/** The file that marks a folder of restricted microdata. */
export const restrictedNote = "RESTRICTED.txt";
