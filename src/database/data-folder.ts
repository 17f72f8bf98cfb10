import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlainError } from '../errors.js';
import { lockFolder, parse, readText } from './folder-lock.js';

/** The layout of a data folder that this release writes. A later one has a higher number. */
const FORMAT = 1;
/** The major version of PostgreSQL inside PGlite: it cannot read the files of another. */
const POSTGRES = '18';

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
export async function holdDataFolder(folder: string): Promise<DataFolder> {
  const root = resolve(folder);
  const files = join(root, 'postgres');
  const label = join(root, 'scan-graph.json');
  let release: () => void = () => undefined;
  try {
    checkLabel(label, root, files);
    makeFolder(root);
    release = await lockFolder(root);
    // Only now is it sure that nobody else is making them.
    const { isUnfinished } = checkLabel(label, root, files);
    if (isUnfinished === true) rmSync(files, { recursive: true, force: true });
    if (!hasEntries(files)) write(label, { format: FORMAT, isUnfinished: true });
  } catch (error) {
    release();
    throw error instanceof PlainError ? error : unusable(root, error);
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
    // With `recursive` it does not say what is in the way; without, it does.
    mkdirSync(root);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left on the disk for this user',
  EEXIST: 'a file, or a link to nothing, is where a folder must be',
  ENOTDIR: 'a file is where a folder must be',
  ENOENT: 'a link in its path leads to nothing',
};

function unusable(root: string, error: unknown): PlainError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new PlainError(
    `The data folder ${root} cannot be used: ${REASONS[code] ?? message}. Set DATA_DIR to a folder that can be written.`,
    { cause: error },
  );
}

/** What the folder is; refuses one of another version, and one whose files cannot be a database. */
function checkLabel(path: string, root: string, files: string): Label {
  const label = (parse(readText(path)) ?? {}) as Label;
  const { format, isUnfinished } = label;
  if (format !== undefined && !(typeof format === 'number' && format <= FORMAT)) {
    throw new PlainError(
      `The data folder ${root} was written by a newer version of SCAN Graph. Use that version, or set DATA_DIR to another folder.`,
    );
  }
  if (isUnfinished === true || !hasEntries(files)) return label;
  const version = readText(join(files, 'PG_VERSION'))?.trim();
  if (version === undefined || !/^\d+$/.test(version)) {
    throw new PlainError(
      `The folder ${files} has no valid PG_VERSION: it is damaged, or not a database. Put back a copy of the data folder, or set DATA_DIR to another folder.`,
    );
  }
  if (version !== POSTGRES) {
    throw new PlainError(
      `The data folder ${root} holds files of PostgreSQL ${version}; this version reads PostgreSQL ${POSTGRES}. Use the version of SCAN Graph that wrote it, or set DATA_DIR to another folder.`,
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
