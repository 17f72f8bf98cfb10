/** Limits for each export and for all exports. */
export interface ExportLimits {
  /** The number of rows in a sheet, including headings. */
  readonly rowsASheet: number;
  /** The number of concurrent exports of one client, and of all clients. */
  readonly perClient: number;
  readonly atOnce: number;
  /** The total number of bytes kept on disk for clients that read more slowly than the database. */
  readonly spoolBytes: number;
  /** The minimum number of bytes that a client must read per second, in each time window. */
  readonly bytesPerSecond: number;
  readonly windowMs: number;
  /** The maximum duration of an export, from its first byte. */
  readonly totalMs: number;
}

export const EXPORT_LIMITS: ExportLimits = {
  /** The limit of Excel. */
  rowsASheet: 1_048_576,
  perClient: 2,
  atOnce: 16,
  spoolBytes: 2_000_000_000,
  bytesPerSecond: 10_000,
  windowMs: 30_000,
  totalMs: 600_000,
};
