import type { TABLES } from './tables.js';

/** What the help sheet begins with. */
export const INTRODUCTION = [
  'Fill in the sheets that you need, one record a row below the headings, and leave the others empty.',
  'A heading explains its column: point at it. Cells with a list offer its values.',
  'Name an organization by its identifier, by its slug, or by its name in the sheet Organizations.',
  'Check the file with: npm run scan-graph -- import table FILE.xlsx --dry-run. Without --dry-run, it is stored.',
  '',
];

type Examples = {
  readonly [Name in keyof typeof TABLES]: {
    readonly [Property in keyof (typeof TABLES)[Name]]?: string;
  }[];
};

/** One or two records of each table, by their properties. Together they can be imported. */
export const EXAMPLES: Examples = {
  Organizations: [
    {
      name: 'Example Cluster',
      kind: 'Cluster',
      slug: 'example-cluster',
      identifiers: 'RS-APR-20000000',
      otherNames: 'Klaster Primer; EC',
      stage: 'DEVELOPING',
      status: 'ACTIVE',
      description: 'Makers of software in southern Serbia.',
      country: 'RS',
      region: 'RS22',
      city: 'Niš',
      latitude: '43.32',
      longitude: '21.9',
      website: 'https://example.org',
      legalForm: 'association',
      sectors: 'NACE_REV2:62',
    },
    {
      name: 'Example Association',
      kind: 'Association',
      slug: 'example-association',
    },
  ],
  Memberships: [
    {
      member: 'example-cluster',
      group: 'Example Association',
      class: 'REGULAR',
      since: '2017-11',
      until: 'Ongoing',
    },
  ],
  Partnerships: [
    {
      title: 'Software for export',
      kind: 'MEMORANDUM',
      parties: 'Example Cluster; example-association',
      since: '1.11.2017',
    },
  ],
  Initiatives: [
    {
      title: 'New markets',
      kind: 'PROJECT',
      slug: 'new-markets',
      challenges: 'INTERNATIONALISATION; SKILLS',
      startedOn: '2018',
      endedOn: 'Ongoing',
      regions: 'RS22',
      lead: 'Example Cluster',
    },
  ],
  Programmes: [
    {
      title: 'Open call for clusters',
      funder: 'Example Fund',
      slug: 'open-call',
      openedOn: '2018-03-01',
      budget: '100000',
      currency: 'EUR',
      status: 'OPEN',
    },
  ],
  Grants: [
    {
      identifier: '2018/007',
      title: 'Fair in Cologne',
      funder: 'Example Fund',
      currency: 'EUR',
      recipients: 'Example Cluster',
      shares: '100%',
      awarded: '1250.50',
      awardedOn: '2018-03-01',
      plannedEndOn: '2019-03',
      status: 'IMPLEMENTATION',
      fromOpenCall: 'Yes',
      programme: 'open-call',
      initiative: 'new-markets',
      sectors: 'DAC:32130',
      percentages: '100',
      regions: 'RS22',
      countries: 'RS',
    },
  ],
  Transactions: [
    {
      grant: '2018/007',
      kind: 'DISBURSEMENT',
      value: '500',
      currency: 'EUR',
      valueDate: '2018-04-15',
      receiver: 'RS-APR-20000000',
    },
  ],
};
