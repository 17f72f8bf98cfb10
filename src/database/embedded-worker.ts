import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * The thread that runs the embedded PostgreSQL. It loads the engine at once and opens the data on request.
 * Then it answers messages of the PostgreSQL protocol in order.
 */
export interface EmbeddedOptions {
  /** The data folder, or null for a database in memory. */
  readonly folder: string | null;
  /** A copy of a data folder (tar) to start from instead of an empty one. */
  readonly template?: Blob;
}

export type WorkerReply =
  | { readonly kind: 'OPEN'; readonly migrations: readonly string[] }
  | { readonly kind: 'FAILED'; readonly message: string }
  | { readonly kind: 'OUTPUT'; readonly bytes: Uint8Array }
  | { readonly kind: 'DUMPED'; readonly data: Blob }
  | { readonly kind: 'CLOSED' }
  /** There is no answer: the engine has crashed, and the thread ends. */
  | { readonly kind: 'CRASHED'; readonly message: string };

export type WorkerRequest = Uint8Array | 'OPEN' | 'DUMP' | 'CLOSE';

const TERMINATE = 'X'.charCodeAt(0);
/** The first byte of the message that begins a session, which has a length and no kind. */
const STARTUP = 0;
/** The status with which PGlite leaves the engine after an ordinary statement error. */
const LONGJMP = 100;
const ENOSPC = 51;

const port = portOf();
const isAsked = once(port, 'message');
const send = (reply: WorkerReply) => {
  port.postMessage(reply, reply.kind === 'OUTPUT' ? [reply.bytes.buffer as ArrayBuffer] : []);
};
/** The last log message of the engine before it crashed, without time and process id. */
const said = { last: null as string | null };

function portOf(): MessagePort {
  if (parentPort === null) throw new Error('This module is the body of a worker thread.');
  return parentPort;
}

/** Accesses the folder only on request, because another thread can use it until then. */
class FolderOnRequest extends NodeFS {
  override async initialSyncFs(): Promise<void> {
    await isAsked;
    removeTemporaryFiles(this.rootDir);
  }
}

/** Removes temporary files of a terminated thread. Normally the postmaster does, but PGlite has none. */
function removeTemporaryFiles(folder: string): void {
  const temporary = join(folder, 'base/pgsql_tmp');
  if (!existsSync(temporary)) return;
  for (const name of readdirSync(temporary)) rmSync(join(temporary, name), { recursive: true });
}

async function open({ folder, template }: EmbeddedOptions): Promise<PGlite> {
  if (folder === null) await isAsked;
  const database = await PGlite.create({
    ...(folder === null ? {} : { fs: new FolderOnRequest(folder) }),
    ...(template === undefined ? {} : { loadDataDir: template }),
    extensions: { pg_trgm },
    // Half of the default: it is memory that the process uses from the start.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=64MB'],
    onStderr: listen,
  });
  crashOnTraps(database);
  return database;
}

/** Detects a PANIC: PGlite continues after it, but never returns from the next statement. */
function listen(line: string): boolean {
  const [, level, words] = /\b(FATAL|PANIC): {2}(.*)/.exec(line) ?? [];
  if (words !== undefined) said.last = words;
  if (level === 'PANIC') crash(words ?? line);
  return false;
}

/** Crashes on traps, such as a stack overflow: PGlite ignores them, but its state is invalid then. */
function crashOnTraps({ Module: engine }: PGlite): void {
  const run = engine._PostgresMainLoopOnce.bind(engine);
  engine._PostgresMainLoopOnce = () => {
    try {
      run();
    } catch (error) {
      if ((error as { status?: number }).status !== LONGJMP) crash(reasonOf(error));
      throw error;
    }
  };
}

/** The file system of the engine has its own error numbers and no messages. */
function reasonOf(error: unknown): string {
  const { errno, message } = error as { errno?: number; message?: string };
  if (errno === ENOSPC) return 'No space left on device';
  return message ?? `error ${String(errno)} of the file system`;
}

function crash(message: string): never {
  send({ kind: 'CRASHED', message });
  // In a thread, this ends only the thread.
  process.exit(1);
}

/** Resets the session, as a server does when a client disconnects: transaction, settings and statements. */
async function endSession(database: PGlite): Promise<Uint8Array> {
  await database.exec('ROLLBACK');
  await database.exec('DISCARD ALL');
  return new Uint8Array();
}

async function migrationsOf(database: PGlite): Promise<string[]> {
  const exists = await database.query(`SELECT WHERE to_regclass('public.migrations') IS NOT NULL`);
  if (exists.rows.length === 0) return [];
  const { rows } = await database.query<{ name: string }>('SELECT name FROM public.migrations');
  return rows.map(({ name }) => name);
}

async function answer(database: PGlite, request: WorkerRequest): Promise<WorkerReply> {
  if (request === 'OPEN') throw new Error('The database is already open.');
  if (request === 'CLOSE') {
    await database.close();
    return { kind: 'CLOSED' };
  }
  if (request === 'DUMP') return { kind: 'DUMPED', data: await database.dumpDataDir('none') };
  return { kind: 'OUTPUT', bytes: await outputOf(database, request) };
}

/** Not by `execProtocolRaw`, except to begin a session: it parses the output, which takes a fifth of the time of a read. */
async function outputOf(database: PGlite, request: Uint8Array): Promise<Uint8Array> {
  if (request[0] === TERMINATE) return endSession(database);
  if (request[0] === STARTUP) return database.execProtocolRaw(request);
  const pieces: Uint8Array[] = [];
  // A piece is in the memory of the engine, which uses it again.
  const onRawData = (piece: Uint8Array) => pieces.push(piece.slice());
  await database.execProtocolRawStream(request, { onRawData });
  return joined(pieces);
}

/** In memory of its own, so that it can be handed over. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let length = 0;
  for (const piece of pieces) {
    all.set(piece, length);
    length += piece.length;
  }
  return all;
}

try {
  const database = await open(workerData as EmbeddedOptions);
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    last = last
      .then(() => answer(database, request))
      .catch((error: unknown) => ({ kind: 'FAILED', message: reasonOf(error) }) as const)
      .then(send);
  });
  send({ kind: 'OPEN', migrations: await migrationsOf(database) });
} catch (error) {
  send({ kind: 'FAILED', message: said.last ?? reasonOf(error) });
}
