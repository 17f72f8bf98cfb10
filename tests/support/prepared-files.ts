import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgres } from '../../src/database/embedded.js';

/** What is prepared once for a run of the tests on the embedded database. */
export const PREPARED = fileURLToPath(new URL('../../../dist/test-databases/', import.meta.url));

/** The files of an embedded PostgreSQL with an empty database, as a data folder has them. */
export const EMBEDDED_FILES = `${PREPARED}postgres`;

/** Each is read once by a process, and its threads share the bytes. */
const tars = new Map<string, Blob>();

/** One that is in memory, from a tar of such files or of others. */
export function openEmbedded(tar = `${EMBEDDED_FILES}.tar`): Promise<EmbeddedPostgres> {
  const template = tars.get(tar) ?? new Blob([readFileSync(tar)]);
  tars.set(tar, template);
  return EmbeddedPostgres.open({ folder: null, template });
}
