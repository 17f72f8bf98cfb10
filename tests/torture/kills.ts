import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../../src/database/database.js';
import { newKey, serve, type Target } from './target.js';

/** Rows of the table that is being imported when its import is killed. */
const ROWS = 400;
/** An import is over by then, on a quiet machine. */
const WITHIN_MS = 4000;

export interface KillReport {
  readonly kills: number;
  /** What was not as it must be afterwards. */
  readonly lost: readonly string[];
}

/**
 * Kills imports and servers at random moments. After each, the database opens by itself, an import is there
 * whole or not at all, and nothing is gone that was there before.
 */
export async function kill(target: Target, kills: number): Promise<KillReport> {
  const lost: string[] = [];
  /** The imports by their keys, and whether each is known to be stored. */
  const imports = new Map<string, boolean>();
  for (let n = 0; n < kills; n += 1) {
    if (n % 3 === 2) await killServer(target);
    else await killImport(target, imports);
    lost.push(...(await faultsOf(target, imports)));
  }
  return { kills, lost };
}

async function killImport(
  { workplace, settings }: Target,
  imports: Map<string, boolean>,
): Promise<void> {
  const key = newKey();
  const file = join(workplace.folder, `${key}.csv`);
  writeFileSync(file, tableOf(key));
  const running = workplace.start(['import', 'table', file], settings);
  await Promise.race([pause(Math.random() * WITHIN_MS), running.ended]);
  running.process.kill('SIGKILL');
  imports.set(key, (await running.ended).code === 0);
}

function tableOf(key: string): string {
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `${key}-${String(n)},Grant ${String(n)},Fund ${key},EUR,Club ${key},${String(n + 1)}`,
  );
  return ['Identifier,Title,Funder,Currency,Recipients,Awarded', ...rows, ''].join('\n');
}

async function killServer(target: Target): Promise<void> {
  const { running, address } = await serve(target);
  const query = '{ organizations(first: 50) { nodes { name memberships { totalCount } } } }';
  const asking = Array.from({ length: 8 }, () =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).then(
      (answer) => answer.text(),
      () => 'the server is gone',
    ),
  );
  await pause(Math.random() * 500);
  running.process.kill('SIGKILL');
  await Promise.all([...asking, running.ended]);
}

const COUNT = `SELECT count(*)::int AS grants, coalesce(sum(awarded), 0)::int AS awarded
  FROM "grant" WHERE identifier LIKE $1 || '-%'`;

/** What the database does not have as it must. What is stored once must be there from then on. */
async function faultsOf(target: Target, imports: Map<string, boolean>): Promise<string[]> {
  const database = await target.open();
  try {
    await migrate(database);
    const faults: string[] = [];
    for (const [key, isStored] of imports) {
      const [row] = await database.read(COUNT, [key]);
      const isWhole = row?.grants === ROWS && row.awarded === (ROWS * (ROWS + 1)) / 2;
      const isNothing = row?.grants === 0;
      if (isWhole || (isNothing && !isStored)) imports.set(key, isWhole);
      else faults.push(`${key}: ${JSON.stringify(row)}, stored before: ${String(isStored)}`);
    }
    return faults;
  } finally {
    await database.close();
  }
}
