import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { dataSetFolder } from './data-set-folder.js';
import { MONEY } from './money-data-set.js';
import { openTestPlatform, type TestPlatform } from './test-platform.js';

/** Looks at the world of `MONEY` after these statements, in a database of its own. */
export async function withChangedMoney<T>(
  changes: readonly string[],
  look: (platform: TestPlatform) => Promise<T>,
): Promise<T> {
  const platform = await openTestPlatform('EMPTY');
  try {
    await loadDataSet(platform.database, dataSetFolder(MONEY));
    for (const change of changes) await platform.database.dataSource.query(change);
    return await look(platform);
  } finally {
    await platform.close();
  }
}

/** The condition that a share is that of this organisation of the grant `hub`. */
const SHARE_OF = (slug: string) => `grant_id = (SELECT id FROM "grant" WHERE identifier = 'hub')
  AND organization_id = (SELECT id FROM organization WHERE slug = '${slug}')`;

/** Of the two who share in `hub`, nobody knows any more what this one has. */
export const UNKNOWN_SHARE = `UPDATE grant_share SET amount = NULL WHERE ${SHARE_OF('academy')}`;
export const WHOLE_SHARE = `UPDATE grant_share SET amount = 100000.10 WHERE ${SHARE_OF('cluster')}`;
export const THIRD_SHARE = `INSERT INTO grant_share (grant_id, organization_id)
  SELECT g.id, o.id FROM "grant" g, organization o WHERE g.identifier = 'hub' AND o.slug = 'company'`;
