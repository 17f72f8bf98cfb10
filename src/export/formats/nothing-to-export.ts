import type { ExportReport } from '../report.js';

/** The standard requires at least one record in a file, and there is none. */
export class NothingToExport extends Error {
  override readonly name = 'NothingToExport';

  constructor(standard: string, report: ExportReport) {
    const { leftOut, leftOutRecords } = report.toJSON();
    const [first] = leftOutRecords;
    super(
      first === undefined
        ? `No record matches the filter, but a file of ${standard} must have at least one grant or activity. Use a wider filter.`
        : `No record that matches the filter can be represented in ${standard}: ${String(leftOut)} left out, such as ${first.record} (${first.reason}). Use another filter or format.`,
    );
  }
}
