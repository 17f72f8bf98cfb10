import { record } from './data-set-folder.js';

/**
 * A small world of money whose sums can be done in the head. `hub` passes money on to `twig`, `pool` is
 * made to be passed on and `drop` is, `echo` is `hub` told by somebody else, and of `blank` nothing is known.
 */
export const MONEY = {
  sources: [
    record.source('a-source', { licence: 'CC BY 4.0' }),
    record.source('another', { confidence: 'SECONDARY' }),
  ],
  regions: [
    { code: 'RS', level: 0, name: 'Serbia', source: 'a-source' },
    { code: 'RS1', level: 1, name: 'North', parent: 'RS', source: 'a-source' },
    { code: 'RS11', level: 2, name: 'Belgrade', parent: 'RS1', source: 'a-source' },
    { code: 'RS12', level: 2, name: 'Vojvodina', parent: 'RS1', source: 'a-source' },
  ],
  sectors: [
    { scheme: 'NACE_REV2', code: '62', title: 'Programming', source: 'a-source' },
    { scheme: 'NACE_REV2', code: '62.01', title: 'Code', parent: '62', source: 'a-source' },
    { scheme: 'NACE_REV2', code: '25', title: 'Metal', source: 'a-source' },
    { scheme: 'NACE_REV2', code: '14', title: 'Clothes', source: 'a-source' },
    { scheme: 'NACE_REV2', code: '10', title: 'Food', source: 'a-source' },
  ],
  organizations: [
    record.organization('Donor', 'union', { name: 'Union' }),
    record.organization('Donor', 'foundation', { name: 'Foundation' }),
    record.organization('Institution', 'ministry', { name: 'Ministry' }),
    record.organization('Institution', 'academy', { name: 'Academy' }),
    record.organization('Institution', 'agency', { name: 'Agency' }),
    record.organization('Cluster', 'cluster', { name: 'Cluster', region: 'RS11' }),
    record.organization('Company', 'company', { name: 'Company' }),
  ],
  'cooperation-offers': [
    record.offer('sewing', 'cluster', { direction: 'NEEDS', sectors: ['NACE_REV2:14'] }),
    record.offer('coding', 'cluster', { direction: 'NEEDS', sectors: ['NACE_REV2:62.01'] }),
  ],
  initiatives: [
    record.initiative('hub-house', { challenges: ['FINANCE', 'SKILLS'] }),
    record.initiative('vague', {}),
    record.initiative('lab', { challenges: ['SKILLS'], sectors: ['NACE_REV2:10', 'NACE_REV2:14'] }),
  ],
  claims: [
    record.claim({
      initiative: 'hub-house',
      indicator: 'TOTAL_BUDGET',
      number: '150000',
      currency: 'EUR',
      asOf: '2015',
    }),
    record.claim({
      initiative: 'hub-house',
      indicator: 'TOTAL_BUDGET',
      number: '999',
      currency: 'EUR',
      asOf: '2020',
      source: 'another',
    }),
    record.claim({
      initiative: 'vague',
      indicator: 'TOTAL_BUDGET',
      number: '10',
      currency: 'EUR',
    }),
    record.claim({
      initiative: 'lab',
      indicator: 'TOTAL_BUDGET',
      number: '40000',
      currency: 'CHF',
    }),
  ],
  'grant-programmes': [
    record.programme('union-calls', { funder: 'union', title: 'Calls' }),
    record.programme('state-aid', { funder: 'ministry', manager: 'agency', title: 'Aid' }),
  ],
  grants: [
    record.grant('hub', {
      funder: 'union',
      programme: 'union-calls',
      initiative: 'hub-house',
      appliedFor: '120000',
      awarded: '100000.10',
      awardedOn: '2015-03-10',
      startedOn: '2015-04',
      endedOn: '2016',
      status: 'CLOSED',
      shares: [
        { organization: 'cluster', amount: '70000.10' },
        { organization: 'academy', amount: '30000' },
      ],
      intermediaries: ['agency'],
      sectors: [
        { sector: 'NACE_REV2:62.01', percentage: '60' },
        { sector: 'NACE_REV2:25', percentage: '40' },
      ],
      locations: [
        { country: 'RS', region: 'RS12' },
        { country: 'RS', name: 'Ruma' },
      ],
    }),
    record.grant('aid', {
      funder: 'ministry',
      programme: 'state-aid',
      initiative: 'hub-house',
      currency: 'RSD',
      awarded: '1200000',
      awardedOn: '2015',
      plannedStartOn: '2016-01-01',
      status: 'IMPLEMENTATION',
      shares: [{ organization: 'cluster' }, { organization: 'company' }],
      sectors: [{ sector: 'NACE_REV2:62' }],
      locations: [{ country: 'RS', region: 'RS11' }],
      transactions: [
        { kind: 'COMMITMENT', value: '1200000', valueDate: '2015-05-02' },
        { kind: 'DISBURSEMENT', value: '700000', valueDate: '2015-06-01', sector: 'NACE_REV2:25' },
        { kind: 'DISBURSEMENT', value: '-50000.5', valueDate: '2015-07', sector: 'NACE_REV2:62' },
        { kind: 'EXPENDITURE', value: '10', valueDate: '2015-06-09' },
      ],
    }),
    record.grant('pool', {
      funder: 'foundation',
      awarded: '30000',
      awardedOn: '2016-05',
      regrant: 'COMMON',
      shares: [{ organization: 'academy' }],
      source: 'another',
    }),
    record.grant('drop', {
      funder: 'academy',
      awarded: '5000',
      disbursed: '4000',
      awardedOn: '2016-11-02',
      shares: [{ organization: 'company' }],
      sectors: [{ sector: 'NACE_REV2:25' }],
    }),
    record.grant('twig', {
      funder: 'cluster',
      initiative: 'hub-house',
      paidFrom: 'SCAN:hub:EUR',
      awarded: '20000',
      awardedOn: '2015-12',
      shares: [{ organization: 'company' }],
    }),
    record.grant('echo', {
      funder: 'union',
      awarded: '100000.10',
      awardedOn: '2015-03-10',
      isSecondaryReport: true,
      reporter: 'company',
      shares: [{ organization: 'cluster' }],
    }),
    record.grant('blank', {
      funder: 'ministry',
      title: 'Нишки грант',
      initiative: 'vague',
      currency: undefined,
    }),
  ],
  'exchange-rates': [
    { currency: 'EUR', month: '2015-03', perUsd: '0.9', source: 'a-source' },
    { currency: 'EUR', month: '2015-05', perUsd: '0.9', source: 'a-source' },
    { currency: 'EUR', month: '2015-06', perUsd: '0.8', source: 'a-source' },
    { currency: 'EUR', month: '2016-11', perUsd: '0.5', source: 'a-source' },
    { currency: 'RSD', month: '2015-03', perUsd: '108', source: 'a-source' },
    { currency: 'RSD', month: '2015-05', perUsd: '108', source: 'a-source' },
    { currency: 'RSD', month: '2015-06', perUsd: '112', source: 'a-source' },
  ],
} as const;
