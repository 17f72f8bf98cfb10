import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from '../errors.js';

/** How often the holder of a lock shows that it is there, and how long others watch for it. */
const BEAT_MS = 1000;
const WATCH_MS = 5 * BEAT_MS;

/** What `in-use.json` says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** Which running kernel knows the socket. */
  readonly kernel?: string;
  /** On which it listens, in the folder; null where there can be none. */
  readonly socket?: string | null;
}

/**
 * Takes a folder for this process alone and returns what gives it back. The holder listens on a socket
 * in the folder. When the process ends, however it ends, the kernel closes the socket: what is left in
 * the folder is in nobody's way, whatever the host is called now and whose the process id is. The file
 * `in-use.json` names the socket; it decides between two that come at once.
 *
 * The kernel of another machine, which may share the folder by a network, knows nothing of the socket.
 * There the holder is seen by the time of the file, which it renews.
 */
export async function lockFolder(root: string): Promise<() => void> {
  const lock = join(root, 'in-use.json');
  const id = randomUUID().slice(0, 8);
  const listening = await listen(root, `in-use.${id}.sock`);
  const close = () => {
    listening?.server.close();
    if (listening !== null) rmSync(join(root, listening.name), { force: true });
  };
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    kernel: kernelOf(),
    socket: listening?.name ?? null,
  };
  try {
    await create(root, lock, id, own);
    await removeDeadSockets(root, own);
  } catch (error) {
    close();
    throw error;
  }
  const beat = setInterval(() => {
    renew(lock);
  }, BEAT_MS).unref();
  return () => {
    clearInterval(beat);
    // First the file: without a listener it would look left behind.
    rmSync(lock, { force: true });
    close();
  };
}

async function create(root: string, lock: string, id: string, own: Holder): Promise<void> {
  while (!isCreated(lock, id, own)) {
    const found = readText(lock);
    const other = parse(found) as Holder | null;
    if (other !== null && (await isHeld(root, lock, other))) {
      throw new PlainError(
        `The data folder ${root} is in use by process ${String(other.pid)} on ${other.host} since ${other.since}. Stop that process, or set DATA_DIR to another folder.`,
      );
    }
    if (found !== undefined) removeLeftBehind(lock, id, found);
  }
}

/** It appears with all its text or not at all: who read half of it would think it left behind. */
function isCreated(lock: string, id: string, own: Holder): boolean {
  const draft = `${lock}.${id}`;
  writeFileSync(draft, `${JSON.stringify(own)}\n`);
  try {
    return isLinked(draft, lock);
  } finally {
    rmSync(draft);
  }
}

/** Of several that find the same lock left behind, one may have put its own there: that one stays. */
function removeLeftBehind(lock: string, id: string, text: string): void {
  if (readText(lock) !== text) return;
  const away = `${lock}.${id}`;
  try {
    renameSync(lock, away);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readText(away) !== text) isLinked(away, lock);
  rmSync(away);
}

function isLinked(path: string, as: string): boolean {
  try {
    linkSync(path, as);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isHeld(root: string, lock: string, holder: Holder): Promise<boolean> {
  const { kernel, socket = null } = holder;
  // As nothing that holds a folder ever wrote it.
  if (kernel === undefined) return false;
  if (kernel === kernelOf() && socket !== null) return isListening(root, socket);
  const before = timeOf(lock);
  for (let waited = 0; waited < WATCH_MS; waited += BEAT_MS / 2) {
    await pause(BEAT_MS / 2);
    if (timeOf(lock) !== before) return true;
  }
  return false;
}

/** Listens in the folder; null where the system or the file system has no such sockets. */
function listen(root: string, name: string): Promise<{ server: Server; name: string } | null> {
  return atSocket(root, name, (path, done) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', () => {
      done(null);
    });
    // Whoever may open the folder may ask whether it is in use.
    server.listen({ path, readableAll: true, writableAll: true }, () => {
      done({ server, name });
    });
  });
}

/** A socket on which nobody listens any more refuses. */
function isListening(root: string, name: string): Promise<boolean> {
  return atSocket(root, name, (path, done) => {
    const socket = connect({ path });
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      done(code !== 'ECONNREFUSED' && code !== 'ENOENT');
    });
  });
}

/** The address of a socket has 107 bytes at most; the path of the folder may have more. */
async function atSocket<T>(
  root: string,
  name: string,
  use: (path: string, done: (result: T) => void) => void,
): Promise<T> {
  if (process.platform === 'win32') {
    return new Promise((resolve) => {
      use(`\\\\.\\pipe\\scan-graph-${name}`, resolve);
    });
  }
  if (process.platform !== 'linux') {
    return new Promise((resolve) => {
      use(join(root, name), resolve);
    });
  }
  const folder = openSync(root, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    return await new Promise((resolve) => {
      use(`/proc/self/fd/${String(folder)}/${name}`, resolve);
    });
  } finally {
    closeSync(folder);
  }
}

/** Those of processes that were killed. */
async function removeDeadSockets(root: string, { socket }: Holder): Promise<void> {
  for (const name of readdirSync(root)) {
    if (name === socket || !/^in-use\.\w+\.sock$/.test(name)) continue;
    if (!(await isListening(root, name))) rmSync(join(root, name), { force: true });
  }
}

/** One run of the kernel of one machine, as well as it can be known. Containers share it. */
function kernelOf(): string {
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? hostname();
}

function renew(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // Somebody has deleted it, or the disk is gone: what works on the files will say so.
  }
}

function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Null for what is not there, and for what was cut short by a crash while it was written. */
export function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
}
