import { LONGEST } from '../domain/text-limits.js';

/**
 * Limits for imported files. Each stops a malicious or damaged file from using all memory or time. A
 * genuine file is far below them.
 */
export const LIMITS = {
  /** In one text: a cell, a JSON string, an XML text. Excel itself allows 32,767 characters. */
  textCharacters: LONGEST.text,
  /** In all cells of one table row. */
  rowCharacters: 4_000_000,
  columns: 1_000,
  sheets: 200,
  /** In the shared texts of an XLSX file, which are held in memory. */
  sharedTextCharacters: 200_000_000,
  zipEntries: 10_000,
  /** In one decompressed entry of a ZIP archive. */
  inflatedBytes: 4_000_000_000,
  /**
   * The maximum ratio of the decompressed to the compressed size of an entry, and of the shared text in
   * cells to the file size. Checked only above `ratioFreeBytes`.
   */
  inflationRatio: 200,
  ratioFreeBytes: 50_000_000,
  /** The maximum nesting of JSON and XML. */
  depth: 64,
  /** The number of values and names in one JSON record, such as a grant. */
  recordValues: 100_000,
  recordCharacters: 20_000_000,
  /** The number of records in a batch. */
  recordsABatch: 2_000,
  /** The number of characters after which a batch, or the rows of one statement, are stored. */
  charactersABatch: 10_000_000,
  rowsAStatement: 5_000,
  /** The number of rows held in memory because several belong to the same record. */
  heldRows: 200_000,
  heldCharacters: 200_000_000,
} as const;
