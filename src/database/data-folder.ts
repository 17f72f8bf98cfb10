import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { lockFolder, parse, readText } from './folder-lock.js';

/** The layout version of a data folder in this release. Later layouts have higher numbers. */
const FORMAT = 1;
/** The major version of PostgreSQL in PGlite, which cannot read the files of another version. */
const POSTGRES = '18';

/** The content of `scan-graph.json`. A folder is unfinished until its database has been opened once. */
interface Label {
  readonly format?: unknown;
  readonly isUnfinished?: unknown;
}

export interface DataFolder {
  /** The folder of the database files, which might not exist yet. */
  readonly files: string;
  /** Must be called when the database has been opened. */
  finish(): void;
  release(): void;
}

/**
 * Locks a data folder for this process and creates it if needed. A folder that is in use, or of another
 * version, is refused and left unchanged. Unfinished files of a killed process are recreated.
 */
export async function holdDataFolder(folder: string): Promise<DataFolder> {
  const root = resolve(folder);
  const files = join(root, 'postgres');
  const label = join(root, 'scan-graph.json');
  let release: () => void = () => undefined;
  try {
    checkLabel(label, root, files);
    makeFolder(root);
    release = await lockFolder(root);
    // With the lock, no other process can be creating these files.
    const { isUnfinished } = checkLabel(label, root, files);
    if (isUnfinished === true) rmSync(files, { recursive: true, force: true });
    if (!hasEntries(files)) write(label, { format: FORMAT, isUnfinished: true });
  } catch (error) {
    release();
    throw error instanceof UserError ? error : unusable(root, error);
  }
  return {
    files,
    finish: () => {
      write(label, { format: FORMAT });
    },
    release,
  };
}

function makeFolder(root: string): void {
  try {
    mkdirSync(root, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    // With `recursive`, the error does not name the cause; without it, it does.
    mkdirSync(root);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left on the disk for this user',
  EEXIST: 'a file or a broken link is in its place',
  ENOTDIR: 'it, or a part of its path, is a file',
  ENOENT: 'its path has a broken link',
};

function unusable(root: string, error: unknown): UserError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new UserError(
    `The data folder ${root} cannot be used: ${REASONS[code] ?? message}. Set DATA_DIR to a writable folder.`,
    { cause: error },
  );
}

/** Reads the label of the folder; throws if it has another version or its files are not a database. */
function checkLabel(path: string, root: string, files: string): Label {
  const label = (parse(readText(path)) ?? {}) as Label;
  const { format, isUnfinished } = label;
  if (format !== undefined && !(typeof format === 'number' && format <= FORMAT)) {
    throw new UserError(
      `The data folder ${root} was written by a newer version of SCAN Graph. Use that version, or set DATA_DIR to another folder.`,
    );
  }
  if (isUnfinished === true || !hasEntries(files)) return label;
  const version = readText(join(files, 'PG_VERSION'))?.trim();
  if (version === undefined || !/^\d+$/.test(version)) {
    throw new UserError(
      `The folder ${files} has no valid PG_VERSION: it is damaged or not a database. Restore a backup of the data folder, or set DATA_DIR to another folder.`,
    );
  }
  if (version !== POSTGRES) {
    throw new UserError(
      `The data folder ${root} has files of PostgreSQL ${version}; this version reads PostgreSQL ${POSTGRES}. Use the version of SCAN Graph that wrote it, or set DATA_DIR to another folder.`,
    );
  }
  return label;
}

function hasEntries(folder: string): boolean {
  return (
    statSync(folder, { throwIfNoEntry: false }) !== undefined && readdirSync(folder).length > 0
  );
}

function write(path: string, label: Label): void {
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(label)}\n`);
  renameSync(draft, path);
}
