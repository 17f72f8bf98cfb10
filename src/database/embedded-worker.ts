import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

/**
 * The thread that runs the embedded PostgreSQL. It takes messages of the PostgreSQL protocol and
 * answers each with the messages that came out, in order; `null` closes the database.
 */
export interface EmbeddedOptions {
  /** The data folder, or null for a database in memory. */
  readonly folder: string | null;
  /** A copy of a data folder (tar) to start from instead of an empty one. */
  readonly template?: Blob;
}

export type WorkerReply =
  | { readonly kind: 'OPEN' }
  | { readonly kind: 'FAILED'; readonly message: string }
  | { readonly kind: 'OUTPUT'; readonly bytes: Uint8Array }
  | { readonly kind: 'DUMPED'; readonly data: Blob }
  | { readonly kind: 'CLOSED' };

export type WorkerRequest = Uint8Array | 'DUMP' | 'CLOSE';

const TERMINATE = 'X'.charCodeAt(0);
const port = parentPort;
if (port === null) throw new Error('This module is the body of a worker thread.');
const send = (reply: WorkerReply) => {
  port.postMessage(reply);
};

async function open({ folder, template }: EmbeddedOptions): Promise<PGlite> {
  return PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    ...(template === undefined ? {} : { loadDataDir: template }),
    extensions: { pg_trgm },
  });
}

/** What a server does when a client leaves: its transaction, settings and statements go with it. */
async function endSession(database: PGlite): Promise<Uint8Array> {
  await database.exec('ROLLBACK');
  await database.exec('DISCARD ALL');
  return new Uint8Array();
}

async function answer(database: PGlite, request: WorkerRequest): Promise<WorkerReply> {
  if (request === 'CLOSE') {
    await database.close();
    return { kind: 'CLOSED' };
  }
  if (request === 'DUMP') return { kind: 'DUMPED', data: await database.dumpDataDir('none') };
  const bytes =
    request[0] === TERMINATE ? await endSession(database) : await database.execProtocolRaw(request);
  return { kind: 'OUTPUT', bytes };
}

try {
  const database = await open(workerData as EmbeddedOptions);
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    last = last
      .then(() => answer(database, request))
      .catch((error: unknown) => ({ kind: 'FAILED', message: String(error) }) as const)
      .then(send);
  });
  send({ kind: 'OPEN' });
} catch (error) {
  send({ kind: 'FAILED', message: String(error) });
}
