import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { DataSetError, loadDataSet } from '../../src/data-set/load-data-set.js';
import type { Fault } from '../../src/data-set/read-data-set.js';
import type { Database } from '../../src/database/database.js';

export type Fields = Readonly<Record<string, unknown>>;

/** The files of a data set, by their names without `.yaml`: as records, or as they would be typed. */
export type DataSetFiles = Readonly<Record<string, readonly Fields[] | string>>;

const folders: string[] = [];

/** Writes a data set into a folder of its own. */
export function dataSetFolder(files: DataSetFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'scan-data-set-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : stringify(content);
    writeFileSync(join(folder, `${name}.yaml`), text);
  }
  return folder;
}

export function removeDataSetFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** Records with what no test looks at filled in. */
export const record = {
  source: (slug: string, fields: Fields = {}): Fields => ({
    slug,
    title: `About ${slug}`,
    confidence: 'OFFICIAL',
    ...fields,
  }),
  organization: (type: string, slug: string, fields: Fields = {}): Fields => ({
    type,
    slug,
    name: slug,
    status: 'ACTIVE',
    source: 'a-source',
    ...fields,
  }),
  person: (slug: string, fields: Fields = {}): Fields => ({
    slug,
    name: slug,
    source: 'a-source',
    ...fields,
  }),
  membership: (member: string, group: string, fields: Fields = {}): Fields => ({
    member,
    group,
    class: 'REGULAR',
    status: 'CURRENT',
    source: 'a-source',
    ...fields,
  }),
  partnership: (slug: string, parties: readonly string[], fields: Fields = {}): Fields => ({
    slug,
    title: slug,
    kind: 'NETWORK',
    parties: parties.map((organization) => ({ organization, role: 'PARTY' })),
    status: 'CURRENT',
    source: 'a-source',
    ...fields,
  }),
  seat: (person: string, organization: string, fields: Fields = {}): Fields => ({
    person,
    organization,
    role: 'MEMBER',
    status: 'CURRENT',
    source: 'a-source',
    ...fields,
  }),
  offer: (slug: string, organization: string, fields: Fields = {}): Fields => ({
    slug,
    organization,
    direction: 'OFFERS',
    title: slug,
    status: 'CURRENT',
    source: 'a-source',
    ...fields,
  }),
  initiative: (slug: string, fields: Fields = {}): Fields => ({
    slug,
    title: slug,
    kind: 'PROJECT',
    challenges: [],
    participants: [],
    source: 'a-source',
    ...fields,
  }),
  programme: (slug: string, fields: Fields = {}): Fields => ({
    slug,
    title: slug,
    funder: 'ministry',
    status: 'OPEN',
    source: 'a-source',
    ...fields,
  }),
  grant: (identifier: string, fields: Fields = {}): Fields => ({
    identifier,
    title: identifier,
    funder: 'ministry',
    currency: 'EUR',
    source: 'a-source',
    ...fields,
  }),
  claim: (fields: Fields): Fields => ({
    scope: 'ITSELF',
    qualifier: 'EXACT',
    source: 'a-source',
    ...fields,
  }),
};

/** The faults for which a data set is refused; none if it is taken. */
export async function faultsOf(
  database: Pick<Database, 'dataSource'>,
  folder: string,
): Promise<readonly Fault[]> {
  try {
    await loadDataSet(database, folder);
    return [];
  } catch (error) {
    if (error instanceof DataSetError) return error.faults;
    throw error;
  }
}
