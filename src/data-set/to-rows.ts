import type { DataSet, Fault } from './read-data-set.js';
import type { References } from './references.js';
import { activityRows } from './rows/activities.rows.js';
import { sourceAndClassificationRows } from './rows/classification.rows.js';
import { fundingRows } from './rows/funding.rows.js';
import { initiativeRows } from './rows/initiatives.rows.js';
import { organizationRows } from './rows/organizations.rows.js';
import { createRowMaker, type TableRows } from './rows/row-maker.js';
import { tieRows } from './rows/ties.rows.js';

/** Converts the records to rows, and finds faults between records. */
export function toRows(
  dataSet: DataSet,
  references: References,
  faults: Fault[],
): readonly TableRows[] {
  const maker = createRowMaker(dataSet, references, faults);
  sourceAndClassificationRows(maker);
  organizationRows(maker);
  tieRows(maker);
  activityRows(maker);
  initiativeRows(maker);
  fundingRows(maker);
  return maker.tables;
}
