import { record, type Fields } from './data-set-folder.js';

/** Records of the kinds that the founding data set has none of. */
export const BEYOND_FOUNDING: Readonly<Record<string, readonly Fields[]>> = {
  grants: [
    record.grant('paid', {
      funder: 'giz',
      source: 'voict-project-office',
      transactions: [{ kind: 'DISBURSEMENT', value: '1.50', valueDate: '2012-05' }],
      budgets: [{ kind: 'ORIGINAL', status: 'INDICATIVE', value: '3', startsOn: '2012' }],
    }),
  ],
};
