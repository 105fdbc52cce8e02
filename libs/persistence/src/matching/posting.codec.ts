/** Bytes of a posting: the document's number (4, big-endian), how often the term occurs in it, how many terms it has. */
export const POSTING = 6;
/** Postings of a block at most: it must fit into one page of the database. */
export const BLOCK = 1_000;
/** Counts above this are told as this. */
export const MOST = 255;
