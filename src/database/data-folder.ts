import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { PlainError } from '../errors.js';

/** The layout of a data folder that this release writes. A later one has a higher number. */
const FORMAT = 1;
/** The major version of PostgreSQL inside PGlite: it cannot read the files of another. */
const POSTGRES = '18';

/** What this very process holds: its own lock file would look left behind to it. */
const held = new Set<string>();

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/**
 * Takes a data folder for this process alone, making it if need be, and returns where the database
 * files are and how to let go of it. A folder in use, or of another version, is refused untouched.
 */
export function holdDataFolder(folder: string): { readonly files: string; release(): void } {
  const root = resolve(folder);
  const lock = join(root, 'in-use.json');
  const files = join(root, 'postgres');
  refuseOtherVersion(root, files);
  try {
    mkdirSync(root, { recursive: true });
    takeLock(lock, root);
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(
      `The data folder ${root} cannot be written: ${(error as Error).message}. Set DATA_DIR to a folder that can.`,
    );
  }
  writeFileSync(join(root, 'scan-graph.json'), `${JSON.stringify({ format: FORMAT })}\n`);
  return {
    files,
    release: () => {
      held.delete(lock);
      rmSync(lock, { force: true });
    },
  };
}

function refuseOtherVersion(root: string, files: string): void {
  const { format } = (readJson(join(root, 'scan-graph.json')) ?? {}) as { format?: unknown };
  if (format !== undefined && !(typeof format === 'number' && format <= FORMAT)) {
    throw new PlainError(
      `The data folder ${root} was written by a newer version of SCAN Graph. Use that version, or set DATA_DIR to another folder.`,
    );
  }
  const version = readText(join(files, 'PG_VERSION'))?.trim();
  if (version !== undefined && version !== POSTGRES) {
    throw new PlainError(
      `The data folder ${root} holds files of PostgreSQL ${version}; this version reads PostgreSQL ${POSTGRES}. Use the version of SCAN Graph that wrote it, or set DATA_DIR to another folder.`,
    );
  }
}

function takeLock(lock: string, root: string): void {
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const text = `${JSON.stringify(holder)}\n`;
  try {
    writeFileSync(lock, text, { flag: 'wx' });
    held.add(lock);
    return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const other = readJson(lock) as Holder | null;
  if (held.has(lock) || (other !== null && isAlive(other))) {
    throw new PlainError(
      `The data folder ${root} is in use by process ${String(other?.pid)} on ${String(other?.host)} since ${String(other?.since)}. Stop that process, or set DATA_DIR to another folder. (If it is gone for good, delete ${lock}.)`,
    );
  }
  // Left behind by a process that was killed. Whoever moves it away is the one who takes over.
  const stale = `${lock}.${String(process.pid)}`;
  renameSync(lock, stale);
  rmSync(stale);
  writeFileSync(lock, text, { flag: 'wx' });
  held.add(lock);
}

/** Only a process of this machine can be known to be gone. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function readJson(path: string): unknown {
  const text = readText(path);
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Cut short by a crash while it was written: it says nothing.
    return null;
  }
}
