/** What an export is held to. */
export interface ExportLimits {
  /** A client that takes nothing for so long is gone, and what it asked for is not kept open for it. */
  readonly stalledMs: number;
  /** How many rows a sheet of a workbook has, with its headings. */
  readonly rowsASheet: number;
}

export const EXPORT_LIMITS: ExportLimits = {
  stalledMs: 120_000,
  /** What Excel takes at most. */
  rowsASheet: 1_048_576,
};
