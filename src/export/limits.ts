/** What exports are held to, each and all together. */
export interface ExportLimits {
  /** How many rows a sheet of a workbook has, with its headings. */
  readonly rowsASheet: number;
  /** How many one client may have at once, and all clients together. */
  readonly perClient: number;
  readonly atOnce: number;
  /** How many bytes are kept on disk for clients that read more slowly than the database, all together. */
  readonly spoolBytes: number;
  /** How many bytes a client has to take each second, over each window of time. */
  readonly bytesPerSecond: number;
  readonly windowMs: number;
  /** How long an export may take, from its first byte. */
  readonly totalMs: number;
}

export const EXPORT_LIMITS: ExportLimits = {
  /** What Excel takes at most. */
  rowsASheet: 1_048_576,
  perClient: 2,
  atOnce: 16,
  spoolBytes: 2_000_000_000,
  bytesPerSecond: 10_000,
  windowMs: 30_000,
  totalMs: 600_000,
};
