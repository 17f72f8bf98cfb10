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
import { UserError } from '../errors.js';

/** How often the holder of a lock renews it; another process watches for the renewal. */
const BEAT_MS = 1000;
const WATCH_MS = 5 * BEAT_MS;

/** The content of `in-use.json`. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** The kernel that has the socket. */
  readonly kernel?: string;
  /** The socket in the folder on which the holder listens; null if sockets are not supported. */
  readonly socket?: string | null;
}

/**
 * Locks a folder for this process and returns a function that releases it. The holder listens on a socket in
 * the folder. When the process ends for any reason, the kernel closes the socket, so a leftover lock blocks
 * nobody, even if the host was renamed or the process id is in use again. The file `in-use.json` names the
 * socket, and decides between two processes that start at the same time.
 *
 * On another machine that shares the folder over a network, the kernel does not know the socket. There, the
 * modification time of the file shows whether the holder is running, because the holder renews it.
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
    // Remove the file first: a file without a listener looks abandoned.
    rmSync(lock, { force: true });
    close();
  };
}

async function create(root: string, lock: string, id: string, own: Holder): Promise<void> {
  while (!isCreated(lock, id, own)) {
    const found = readText(lock);
    const other = parse(found) as Holder | null;
    if (other !== null && (await isHeld(root, lock, other))) {
      throw new UserError(
        `The data folder ${root} is in use by process ${String(other.pid)} on ${other.host} since ${other.since}. Stop that process, or set DATA_DIR to another folder.`,
      );
    }
    if (found !== undefined) removeLeftBehind(lock, id, found);
  }
}

/** Creates the file atomically, because a process that reads a partial one would consider it abandoned. */
function isCreated(lock: string, id: string, own: Holder): boolean {
  const draft = `${lock}.${id}`;
  writeFileSync(draft, `${JSON.stringify(own)}\n`);
  try {
    return isLinked(draft, lock);
  } finally {
    rmSync(draft);
  }
}

/** Removes an abandoned lock, unless another process has already replaced it. */
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
  // No holder of a folder writes such a file.
  if (kernel === undefined) return false;
  if (kernel === kernelOf() && socket !== null) return isListening(root, socket);
  const before = timeOf(lock);
  for (let waited = 0; waited < WATCH_MS; waited += BEAT_MS / 2) {
    await pause(BEAT_MS / 2);
    if (timeOf(lock) !== before) return true;
  }
  return false;
}

/** Listens on a socket in the folder; null if the system or file system does not support it. */
function listen(root: string, name: string): Promise<{ server: Server; name: string } | null> {
  return atSocket(root, name, (path, done) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', () => {
      done(null);
    });
    // Any user who can open the folder can check whether it is in use.
    server.listen({ path, readableAll: true, writableAll: true }, () => {
      done({ server, name });
    });
  });
}

/** Whether a process listens on the socket. An abandoned socket refuses connections. */
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

/** Uses a short path, because a socket address has at most 107 bytes and the folder path can be longer. */
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

/** Removes sockets of killed processes. */
async function removeDeadSockets(root: string, { socket }: Holder): Promise<void> {
  for (const name of readdirSync(root)) {
    if (name === socket || !/^in-use\.\w+\.sock$/.test(name)) continue;
    if (!(await isListening(root, name))) rmSync(join(root, name), { force: true });
  }
}

/** Identifies one run of the kernel of a machine, as far as possible. Containers share it. */
function kernelOf(): string {
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? hostname();
}

function renew(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // The file was deleted or the disk is gone; database operations will report that.
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

/** Parses JSON; null if it is missing, or incomplete because of a crash during the write. */
export function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
}
