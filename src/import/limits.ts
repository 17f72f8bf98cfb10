/**
 * What a file may be at most. A file comes from anywhere: each of these keeps one that was made to
 * harm, or is broken, from taking all memory or time. An honest file is far below them.
 */
export const LIMITS = {
  /** Of one text: a cell, a string of JSON, a text of XML. Excel itself allows 32,767 characters. */
  textCharacters: 1_000_000,
  /** Of one row of a table, all its cells together. */
  rowCharacters: 4_000_000,
  columns: 1_000,
  sheets: 200,
  /** The texts that the cells of an XLSX file share are held in memory. */
  sharedTextCharacters: 200_000_000,
  zipEntries: 10_000,
  /** Of one entry of a ZIP archive, unpacked. */
  inflatedBytes: 4_000_000_000,
  /**
   * How many times as large an entry may be unpacked, and the text that cells get from the shared ones
   * may be than the file; asked of what is above `ratioFreeBytes`.
   */
  inflationRatio: 200,
  ratioFreeBytes: 50_000_000,
  /** How deep JSON and XML may be nested. */
  depth: 64,
  /** What one record of JSON, such as a grant, may hold: values and names together. */
  recordValues: 100_000,
  recordCharacters: 20_000_000,
  /** How many records are stored at once; no more are held. */
  recordsABatch: 2_000,
  /** How much text a batch, or the rows of one statement, may hold before it is stored. */
  charactersABatch: 10_000_000,
  rowsAStatement: 5_000,
  /** Rows of a table that cannot be taken one by one, because others belong to the same record. */
  heldRows: 200_000,
  heldCharacters: 200_000_000,
} as const;
