import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseOnServer } from './database-on-server.js';
import { dumpFile, templateName, type Contents } from './databases.js';
import { EMBEDDED_FILES } from './prepared-files.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
/** The command line of the federation. */
export const FEDERATION = fileURLToPath(new URL('../../federation/main.js', import.meta.url));

/** Most commands end before optimized code of the embedded database is worth the time of making it. */
const STARTED = ['--liftoff-only'];
/** The same of their own code, if they are waited for. A server is optimized as it is for its users. */
const SHORT_LIVED = [...STARTED, '--no-opt'];

export type Settings = Readonly<Record<string, string>>;

/** What has become of a command. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  printed(): string;
  /** Waits until it has printed this; fails if it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

/** A folder with nothing in it, in which commands are given; closing it ends them all. */
export interface Workplace {
  readonly folder: string;
  start(words: readonly string[], settings?: Settings): Running;
  run(words: readonly string[], settings?: Settings): Promise<Ended>;
  close(): Promise<void>;
}

export function openWorkplace(program = MAIN): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'scan-graph-'));
  const commands: Running[] = [];
  const startWith = (
    flags: readonly string[],
    words: readonly string[],
    settings: Settings = {},
  ): Running => {
    const running = startCommand([...flags, program, ...words], folder, settings);
    commands.push(running);
    return running;
  };
  return {
    folder,
    start: (words, settings) => startWith(STARTED, words, settings),
    run: (words, settings) => startWith(SHORT_LIVED, words, settings).ended,
    close: async () => {
      for (const { process: child } of commands) child.kill('SIGKILL');
      await Promise.all(commands.map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Of the environment only what programs need; the settings of the developer's own shell are none of the test's. */
function startCommand(words: readonly string[], cwd: string, settings: Settings): Running {
  const child = spawn(process.execPath, words, {
    cwd,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      for (const listen of listeners) listen();
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...output });
    });
  });
  const printed = () => output.stdout + output.stderr;
  return {
    process: child,
    ended,
    printed,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(printed());
          if (found === null) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        ended.then(() => {
          reject(new Error(`It ended without saying ${String(pattern)}:\n${printed()}`));
        }, reject);
      }),
  };
}

/** A database of its own: its settings for a command, and how to be rid of it. */
export interface FreshDatabase {
  readonly settings: Settings;
  /** The bytes of its files, with what is written and not committed yet. */
  size(): Promise<number>;
  drop(): Promise<void>;
}

/**
 * A data folder in the workplace or, with TEST_DATABASE_URL, a database on that server. UNMIGRATED is without
 * tables; with NO_FOLDER the folder too is still to be made, which takes seconds.
 */
export async function freshDatabase(
  { folder }: Workplace,
  contents: Contents | 'UNMIGRATED' | 'NO_FOLDER' = 'NEW',
): Promise<FreshDatabase> {
  const isPrepared = contents !== 'UNMIGRATED' && contents !== 'NO_FOLDER';
  const onServer = await databaseOnServer(undefined, isPrepared ? templateName(contents) : null);
  if (onServer === null) {
    const dataDir = join(folder, randomUUID());
    const files = join(dataDir, 'postgres');
    if (contents === 'UNMIGRATED') cpSync(EMBEDDED_FILES, files, { recursive: true });
    if (isPrepared) {
      mkdirSync(files, { recursive: true });
      execFileSync('tar', ['xf', dumpFile(contents), '-C', files], { stdio: 'pipe' });
    }
    return {
      settings: { DATA_DIR: dataDir },
      size: () => Promise.resolve(sizeOf(join(files, 'base'))),
      drop: () => Promise.resolve(),
    };
  }
  const { url, size, drop } = onServer;
  return { settings: { DATABASE_URL: url }, size, drop };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name), { throwIfNoEntry: false }))
    .reduce((total, file) => total + (file?.size ?? 0), 0);
}
