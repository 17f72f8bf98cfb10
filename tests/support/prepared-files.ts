import { fileURLToPath } from 'node:url';

/** What is prepared once for a run of the tests on the embedded database. */
export const PREPARED = fileURLToPath(new URL('../../../dist/test-databases/', import.meta.url));

/** The files of an embedded PostgreSQL with an empty database, as a data folder has them. */
export const EMBEDDED_FILES = `${PREPARED}postgres`;
