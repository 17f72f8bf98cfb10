import type { ExportReport } from '../report.js';

/** A standard demands at least one of what a file is of, and there is none. */
export class NothingToExport extends Error {
  override readonly name = 'NothingToExport';

  constructor(standard: string, report: ExportReport) {
    const { leftOut, leftOutRecords } = report.toJSON();
    const [first] = leftOutRecords;
    super(
      first === undefined
        ? `Nothing meets the filter, and a file of ${standard} must have at least one grant or activity in it.`
        : `Nothing of what meets the filter can be told in ${standard}: ${String(leftOut)} left out, such as ${first.record}, since ${first.reason}.`,
    );
  }
}
