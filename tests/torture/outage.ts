import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** How long the server may take to answer again after its database is back. */
const WITHIN_MS = 10_000;

/**
 * Takes the database away from a server that is asked meanwhile, and gives it back, again and again: its
 * connections are ended and no new ones are let in.
 */
export async function takeAway(
  serverUrl: string,
  databaseUrl: string,
  port: number,
  times: number,
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const name = new URL(databaseUrl).pathname.slice(1);
  const faults: string[] = [];
  try {
    for (let time = 0; time < times; time += 1) {
      await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
        [name],
      );
      const meanwhile = await Promise.all(Array.from({ length: 20 }, () => codeOf(port)));
      const wrong = meanwhile.filter((code) => code !== 'SERVICE_UNAVAILABLE');
      faults.push(...wrong.map((code) => `while the database is away: ${code}`));
      await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
      const back = performance.now();
      while ((await codeOf(port)) !== 'ANSWERED') {
        if (performance.now() - back > WITHIN_MS) {
          faults.push('the server does not answer after its database is back');
          break;
        }
        await pause(50);
      }
    }
  } finally {
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
    await client.end();
  }
  return faults;
}

async function codeOf(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ organizations { totalCount } }' }),
  });
  const { errors } = (await answer.json()) as {
    errors?: readonly { extensions: { code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? 'ANSWERED';
}
