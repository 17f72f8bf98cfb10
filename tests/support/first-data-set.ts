import { record, type DataSetFiles } from './data-set-folder.js';

/** A sound data set, with one of everything. */
export const FIRST = {
  sources: [record.source('a-source'), record.source('another-source')],
  regions: [
    { code: 'RS', level: 0, name: 'Srbija', source: 'a-source' },
    { code: 'RS1', level: 1, name: 'Sever', parent: 'RS', source: 'a-source' },
  ],
  sectors: [
    { scheme: 'NACE_REV2', code: '62', title: 'Programming', source: 'a-source' },
    { scheme: 'NACE_REV2', code: '62.01', title: 'Code', parent: '62', source: 'a-source' },
  ],
  organizations: [
    record.organization('Association', 'union'),
    record.organization('Cluster', 'cluster', {
      otherNames: [
        { text: 'CL', kind: 'ACRONYM' },
        { text: 'Кластер', kind: 'TRANSLITERATION', language: 'sr', script: 'Cyrl' },
      ],
      identifiers: [
        { scheme: 'RS-APR', value: '06115403' },
        { scheme: 'RS-PIB', value: '100000709' },
      ],
      labels: [{ level: 'BRONZE', awardedOn: '2013', validUntil: '2015' }],
      sectors: ['NACE_REV2:62', 'NACE_REV2:62.01'],
      region: 'RS1',
    }),
    record.organization('Company', 'company'),
    record.organization('Institution', 'ministry', { category: 'NATIONAL_GOVERNMENT' }),
  ],
  memberships: [record.membership('cluster', 'union', { since: '2015' })],
  partnerships: [record.partnership('trio', ['cluster', 'company', 'ministry'])],
  persons: [record.person('person')],
  seats: [record.seat('person', 'union')],
  events: [
    {
      slug: 'event',
      title: 'Event',
      startsAt: '2015-12-22T14:00:00+01:00',
      timeZone: 'Europe/Belgrade',
      audience: ['all'],
      organizers: ['union', 'cluster'],
      source: 'a-source',
    },
  ],
  'advocacy-cases': [
    {
      slug: 'case',
      title: 'Case',
      target: 'ministry',
      status: 'OPEN',
      beneficiaries: ['cluster'],
      source: 'a-source',
    },
  ],
  announcements: [
    {
      slug: 'news',
      title: 'News',
      body: 'News.',
      language: 'en',
      author: 'union',
      quotes: [{ person: 'person', text: 'Good.' }],
      source: 'a-source',
    },
  ],
  'cooperation-offers': [record.offer('offer', 'cluster', { sectors: ['NACE_REV2:62'] })],
  initiatives: [
    record.initiative('initiative', {
      sectors: ['NACE_REV2:62'],
      regions: ['RS1'],
      participants: [
        { organization: 'cluster', role: 'LEAD', status: 'CURRENT' },
        { organization: 'company', role: 'PARTNER', status: 'CURRENT' },
      ],
    }),
  ],
  claims: [record.claim({ organization: 'cluster', indicator: 'MEMBERS', number: '17' })],
  'grant-programmes': [
    record.programme('programme', {
      manager: 'union',
      openedOn: '2015-10',
      budget: '15000000',
      currency: 'RSD',
    }),
  ],
  grants: [
    // before the grant whose money it passes on
    record.grant('passed-on', {
      paidFrom: 'SCAN:with-transactions:EUR',
      awarded: '100',
      disbursed: '40.50',
      shares: [{ organization: 'company' }],
    }),
    record.grant('with-transactions', {
      programme: 'programme',
      initiative: 'initiative',
      appliedFor: '2000',
      awarded: '1000.50',
      awardedOn: '2015-12',
      status: 'IMPLEMENTATION',
      regrant: 'COMMON',
      fromOpenCall: true,
      shares: [{ organization: 'cluster', amount: '900' }, { organization: 'company' }],
      intermediaries: ['union'],
      sectors: [{ sector: 'NACE_REV2:62', percentage: '60' }, { sector: 'NACE_REV2:62.01' }],
      locations: [{ region: 'RS1' }, { name: 'Novi Sad', country: 'RS', percentage: '12.5' }],
      transactions: [
        { kind: 'COMMITMENT', value: '1000.50', valueDate: '2016' },
        { kind: 'DISBURSEMENT', value: '700.25', valueDate: '2016-05-01', receiver: 'cluster' },
        { kind: 'DISBURSEMENT', value: '-0.25', valueDate: '2016', quarter: 3 },
      ],
    }),
    record.grant('of-unknown-amount', { currency: undefined }),
  ],
  'exchange-rates': [
    { currency: 'RSD', month: '2015-12', perUsd: '111.8', source: 'a-source' },
    { currency: 'EUR', month: '2015-12', perUsd: '0.92', source: 'a-source' },
  ],
} satisfies DataSetFiles;
