import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/database/database.js';
import { databaseOnServer } from '../support/database-on-server.js';
import {
  openWorkplace,
  type Running,
  type Settings,
  type Workplace,
} from '../support/workplace.js';

/** Ties of the synthetic network that everything is sent to. */
const TIES = 2000;

/** A database with a synthetic network, for servers and commands that are run and killed. */
export interface Target {
  readonly name: string;
  /** Where the database is a server, its address. */
  readonly url: string | null;
  readonly workplace: Workplace;
  readonly settings: Settings;
  open(): Promise<Database>;
  remove(): Promise<void>;
}

export async function makeTarget(serverUrl: string | null): Promise<Target> {
  const workplace = openWorkplace();
  const onServer = serverUrl === null ? null : await databaseOnServer(serverUrl);
  const url = onServer?.url ?? null;
  const dataDir = join(mkdtempSync(join(tmpdir(), 'scan-graph-torture-')), 'data');
  const settings: Settings = url === null ? { DATA_DIR: dataDir } : { DATABASE_URL: url };
  for (const words of [['migrate'], ['load'], ['generate', '--ties', String(TIES)]]) {
    const { code, stderr } = await workplace.run(words, settings);
    if (code !== 0) throw new Error(`${words.join(' ')} failed: ${stderr}`);
  }
  return {
    name: url === null ? 'embedded' : 'PostgreSQL',
    url,
    workplace,
    settings,
    open: () =>
      openDatabase({
        databaseUrl: url,
        dataDir,
        databasePoolSize: 2,
        statementTimeoutMs: 60_000,
      }),
    remove: async () => {
      await workplace.close();
      await onServer?.drop();
      rmSync(join(dataDir, '..'), { recursive: true, force: true });
    },
  };
}

/** A server over the target, and what it has done wrong so far. */
export interface Served {
  readonly address: string;
  readonly port: number;
  readonly running: Running;
  /** Whether it ended without being asked to. */
  hasDied(): boolean;
  /** Faults that it has logged. */
  loggedErrors(): number;
  /** Memory that it holds, in megabytes; 0 where the system does not say. */
  memory(): number;
  /** Sends SIGTERM; the exit code. */
  stop(): Promise<number | null>;
}

export async function serve({ workplace, settings }: Target, more: Settings = {}): Promise<Served> {
  const running = workplace.start(['serve'], { ...settings, ...more });
  const [, address = '', port = ''] = await running.says(/is at (http:\/\/\S+?:(\d+))\/graphql/);
  let isStopped = false;
  let hasDied = false;
  void running.ended.then(() => (hasDied = !isStopped));
  return {
    address,
    port: Number(port),
    running,
    hasDied: () => hasDied,
    loggedErrors: () => (running.printed().match(/^\{"level":[56]0/gm) ?? []).length,
    memory: () => residentMegabytes(running.process.pid),
    stop: async () => {
      isStopped = true;
      running.process.kill('SIGTERM');
      return (await running.ended).code;
    },
  };
}

function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

export const newKey = () => randomUUID().slice(0, 8);
