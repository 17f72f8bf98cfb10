import { createSchema } from '../../src/schema.js';

/** One for all servers of a test file: nothing changes it, and making it takes a second of a processor. */
export const schema = await createSchema();
