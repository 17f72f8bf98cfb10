import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseOnServer } from './database-on-server.js';
import { EMBEDDED_FILES } from './prepared-files.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));

/** Most commands end before the optimized code of the embedded database, which takes longest, is ready. */
const SHORT_LIVED = ['--liftoff-only'];

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

export function openWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'scan-graph-'));
  const commands: Running[] = [];
  const start = (words: readonly string[], settings: Settings = {}): Running => {
    const running = startCommand(words, folder, settings);
    commands.push(running);
    return running;
  };
  return {
    folder,
    start,
    run: (words, settings) => start(words, settings).ended,
    close: async () => {
      for (const { process: child } of commands) child.kill('SIGKILL');
      await Promise.all(commands.map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Of the environment only what programs need; the settings of the developer's own shell are none of the test's. */
function startCommand(words: readonly string[], cwd: string, settings: Settings): Running {
  const child = spawn(process.execPath, [...SHORT_LIVED, MAIN, ...words], {
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

/** A database with nothing in it: its settings for a command, and how to be rid of it. */
export interface FreshDatabase {
  readonly settings: Settings;
  drop(): Promise<void>;
}

/**
 * A data folder in the workplace or, with TEST_DATABASE_URL, a database on that server. On both the
 * database is there and empty; without `files` the folder is still to be made, which takes seconds.
 */
export async function freshDatabase(
  { folder }: Workplace,
  files: string | null = EMBEDDED_FILES,
): Promise<FreshDatabase> {
  const onServer = await databaseOnServer();
  if (onServer === null) {
    const dataDir = join(folder, randomUUID());
    if (files !== null) cpSync(files, join(dataDir, 'postgres'), { recursive: true });
    return {
      settings: { DATA_DIR: dataDir },
      drop: () => Promise.resolve(),
    };
  }
  return { settings: { DATABASE_URL: onServer.url }, drop: onServer.drop };
}
