import type { Database } from '../../src/database/database.js';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { dataSetFolder, record } from './data-set-folder.js';

/**
 * Two clusters, their members, and a tie of every kind between some of them. `alpha` and `beta` are
 * clusters of the `union`; `a-one`, `both` and `b-one` are companies; `alone` has no tie.
 */
export async function storeSmallNetwork(database: Pick<Database, 'dataSource'>): Promise<void> {
  await loadDataSet(
    database,
    dataSetFolder({
      sources: [record.source('a-source', { licence: 'CC-BY-4.0' })],
      regions: [
        { code: 'RS', level: 0, name: 'Srbija', source: 'a-source' },
        { code: 'RS1', level: 1, name: 'Sever', parent: 'RS', source: 'a-source' },
        { code: 'RS12', level: 2, name: 'Vojvodina', parent: 'RS1', source: 'a-source' },
        { code: 'RS11', level: 2, name: 'Beograd', parent: 'RS1', source: 'a-source' },
      ],
      sectors: [
        { scheme: 'NACE_REV2', code: 'J', title: 'Information', source: 'a-source' },
        { scheme: 'NACE_REV2', code: '62', title: 'Programming', parent: 'J', source: 'a-source' },
        { scheme: 'NACE_REV2', code: 'C', title: 'Manufacturing', source: 'a-source' },
      ],
      organizations: [
        record.organization('Association', 'union', { region: 'RS11' }),
        record.organization('Cluster', 'alpha', { region: 'RS12', sectors: ['NACE_REV2:62'] }),
        record.organization('Cluster', 'beta', { region: 'RS11', sectors: ['NACE_REV2:C'] }),
        record.organization('Company', 'a-one', { region: 'RS12', sectors: ['NACE_REV2:J'] }),
        record.organization('Company', 'both', { region: 'RS12', sectors: ['NACE_REV2:C'] }),
        record.organization('Company', 'b-one', { region: 'RS11', name: 'B "one" <&>, Ниш' }),
        record.organization('Donor', 'fund', { category: 'FOUNDATION' }),
        record.organization('Company', 'alone', { region: 'RS11' }),
      ],
      memberships: [
        record.membership('alpha', 'union', { since: '2013' }),
        record.membership('beta', 'union', { since: '2014-05' }),
        record.membership('a-one', 'alpha', { since: '2010' }),
        record.membership('both', 'alpha', { since: '2010', until: '2015-06', status: 'ENDED' }),
        record.membership('both', 'beta', { since: '2015-07-01' }),
        record.membership('b-one', 'beta', { since: '2012' }),
      ],
      partnerships: [
        record.partnership('trio', ['alpha', 'beta', 'fund'], {
          since: '2012-03',
          until: '2014',
          status: 'ENDED',
        }),
        record.partnership('duo', ['alpha', 'beta'], { since: '2016' }),
      ],
      persons: [record.person('ana')],
      seats: [record.seat('ana', 'union', { nominatedBy: 'alpha', since: '2015' })],
      initiatives: [
        record.initiative('lab', {
          participants: [
            { organization: 'a-one', role: 'LEAD', status: 'CURRENT', since: '2014' },
            { organization: 'b-one', role: 'PARTNER', status: 'CURRENT', since: '2016' },
          ],
        }),
      ],
      'cooperation-offers': [
        record.offer('offers-code', 'a-one', { sectors: ['NACE_REV2:62'] }),
        record.offer('needs-software', 'both', { direction: 'NEEDS', sectors: ['NACE_REV2:J'] }),
      ],
    }),
  );
  await database.dataSource.query(
    `INSERT INTO "grant" (id, source_id, scheme, identifier, title, funder_id, currency, awarded_on,
       ended_on, status, to_individuals, is_secondary_report)
     SELECT g.id::uuid, s.id, 'SCAN', g.identifier, 'A grant', o.id, 'RSD', '2017-02', '2018', g.status, false, false
     FROM source s, organization o, (VALUES
       ('01900000-0000-8014-8000-000000000001', 'grant-1', 'CLOSED'),
       ('01900000-0000-8014-8000-000000000002', 'grant-2', 'CANCELLED')) AS g(id, identifier, status)
     WHERE o.slug = 'fund'`,
  );
  await database.dataSource.query(
    `INSERT INTO grant_share (grant_id, organization_id)
     SELECT g.id, o.id FROM "grant" g, organization o
     WHERE (g.identifier, o.slug) IN (('grant-1', 'alpha'), ('grant-2', 'beta'))`,
  );
}
