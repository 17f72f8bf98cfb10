/** What the report of an export says about records that are not in the file. */
interface LeftOut {
  toJSON(): {
    readonly leftOut: number;
    readonly leftOutRecords: readonly { readonly record: string; readonly reason: string }[];
  };
}

/** The standard requires at least one record in a file, and there is none. */
export class NothingToExport extends Error {
  override readonly name = 'NothingToExport';

  constructor(standard: string, report: LeftOut) {
    const { leftOut, leftOutRecords } = report.toJSON();
    const [first] = leftOutRecords;
    super(
      first === undefined
        ? `No record matches the filter, but a file of ${standard} must have at least one grant or activity. Use a wider filter.`
        : `No record that matches the filter can be represented in ${standard}: ${String(leftOut)} left out, such as ${first.record} (${first.reason}). Use another filter or format.`,
    );
  }
}

/** Clients read more slowly than the database writes, and the spool has no space left. */
export class SpoolFullError extends Error {
  override readonly name = 'SpoolFullError';

  constructor(limit: number) {
    super(`The export spool is full: EXPORT_SPOOL_BYTES allows ${String(limit)} bytes.`);
  }
}

/** The spool cannot be created: no space, or no writable folder. */
export class NoSpoolError extends Error {
  override readonly name = 'NoSpoolError';
}
