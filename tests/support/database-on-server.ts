import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Whether the tests run on a server, and not on the embedded database. */
export const isOnServer = process.env.TEST_DATABASE_URL !== undefined;

/**
 * A database on the server, by default that of TEST_DATABASE_URL; null if there is none. It is a copy of the
 * template, and without one it has nothing in it.
 */
export async function databaseOnServer(
  serverUrl = process.env.TEST_DATABASE_URL,
  template: string | null = null,
): Promise<{
  readonly url: string;
  /** The bytes of its files, with what is written and not committed yet. */
  size(): Promise<number>;
  drop(): Promise<void>;
} | null> {
  if (serverUrl === undefined) return null;
  const name = `scan_test_${randomUUID().replaceAll('-', '')}`;
  const copied = template === null ? '' : ` TEMPLATE "${template}"`;
  await run(serverUrl, `CREATE DATABASE "${name}"${copied}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    size: async () => {
      const rows = await run(serverUrl, `SELECT pg_database_size('${name}')::float8 AS size`);
      return rows[0]?.size as number;
    },
    // whatever a killed process has left connected
    drop: async () => {
      await run(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function run(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
