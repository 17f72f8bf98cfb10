import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/** What `scan-graph.json` says. A folder is unfinished until its database has been opened once. */
interface Label {
  readonly format?: unknown;
  readonly isUnfinished?: unknown;
}

export interface DataFolder {
  /** Where the database files are, or are to be made. */
  readonly files: string;
  /** To be called when the database has been opened. */
  finish(): void;
  release(): void;
}

/**
 * Takes a data folder for this process alone, making it if need be. A folder in use, or of another
 * version, is refused untouched. Files that a killed process had begun to make are made anew.
 */
export function holdDataFolder(folder: string): DataFolder {
  const root = resolve(folder);
  const lock = join(root, 'in-use.json');
  const files = join(root, 'postgres');
  const label = join(root, 'scan-graph.json');
  const release = () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
  let isOurs = false;
  try {
    labelOf(label, root, files);
    mkdirSync(root, { recursive: true });
    takeLock(lock, root);
    isOurs = true;
    // Only now is it sure that nobody else is making them.
    if (labelOf(label, root, files).isUnfinished === true)
      rmSync(files, { recursive: true, force: true });
    if (!existsSync(files)) write(label, { format: FORMAT, isUnfinished: true });
  } catch (error) {
    if (isOurs) release();
    if (error instanceof PlainError) throw error;
    throw new PlainError(
      `The data folder ${root} cannot be used: ${(error as Error).message}. Set DATA_DIR to a folder that can be written.`,
    );
  }
  return {
    files,
    finish: () => {
      write(label, { format: FORMAT });
    },
    release,
  };
}

/** What the folder is; refuses one of another version. */
function labelOf(path: string, root: string, files: string): Label {
  const label = (parse(readText(path)) ?? {}) as Label;
  const { format, isUnfinished } = label;
  if (format !== undefined && !(typeof format === 'number' && format <= FORMAT)) {
    throw new PlainError(
      `The data folder ${root} was written by a newer version of SCAN Graph. Use that version, or set DATA_DIR to another folder.`,
    );
  }
  const version = readText(join(files, 'PG_VERSION'))?.trim();
  if (isUnfinished !== true && version !== undefined && version !== POSTGRES) {
    throw new PlainError(
      `The data folder ${root} holds files of PostgreSQL ${version}; this version reads PostgreSQL ${POSTGRES}. Use the version of SCAN Graph that wrote it, or set DATA_DIR to another folder.`,
    );
  }
  return label;
}

function takeLock(lock: string, root: string): void {
  do {
    const found = readText(lock);
    const other = parse(found) as Holder | null;
    if (held.has(lock) || (other !== null && isAlive(other))) {
      throw new PlainError(
        `The data folder ${root} is in use by process ${String(other?.pid)} on ${String(other?.host)} since ${String(other?.since)}. Stop that process, or set DATA_DIR to another folder. (If it is gone for good, delete ${lock}.)`,
      );
    }
    if (found !== undefined) removeLeftBehind(lock, found);
  } while (!isCreated(lock));
  held.add(lock);
}

/** The lock appears with all its text or not at all: who read half of it would think it left behind. */
function isCreated(lock: string): boolean {
  const own: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const draft = `${lock}.${String(own.pid)}`;
  writeFileSync(draft, `${JSON.stringify(own)}\n`);
  const isOurs = isLinked(draft, lock);
  rmSync(draft);
  return isOurs;
}

/** Of several that find the same lock left behind, one may have put its own there: that one stays. */
function removeLeftBehind(lock: string, text: string): void {
  const away = `${lock}.${String(process.pid)}`;
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

function write(path: string, label: Label): void {
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(label)}\n`);
  renameSync(draft, path);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Null for what is not there, and for what was cut short by a crash while it was written. */
function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
}
