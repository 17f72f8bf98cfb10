import { enumType } from '../../entities/shared/enum-type.js';
import type { Grant } from '../../entities/funding/grant.entity.js';

export const Measure = enumType('Measure', 'The kinds of amount that a grant can have.', {
  APPLIED_FOR: 'The amount applied for.',
  AWARDED: 'The amount that the funder promised.',
  COMMITTED: 'The amount firmly committed.',
  DISBURSED: 'The amount paid out to others.',
  SPENT: 'The amount spent on goods and services.',
});
export type Measure = keyof typeof Measure;

export const MEASURES = Object.keys(Measure) as readonly Measure[];

/** The amount of a grant of each measure. */
export const AMOUNT = {
  APPLIED_FOR: 'appliedFor',
  AWARDED: 'awarded',
  COMMITTED: 'committed',
  DISBURSED: 'disbursed',
  SPENT: 'spent',
} as const satisfies Readonly<Record<Measure, keyof Grant>>;

/** The measures that are sums of transactions, each of one kind. */
export const KIND_OF_MEASURE = {
  COMMITTED: 'COMMITMENT',
  DISBURSED: 'DISBURSEMENT',
  SPENT: 'EXPENDITURE',
} as const;

export function isOfTransactions(measure: Measure): measure is keyof typeof KIND_OF_MEASURE {
  return measure in KIND_OF_MEASURE;
}
