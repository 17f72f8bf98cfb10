import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Whether the tests run on a server, and not on the embedded database. */
export const isOnServer = process.env.TEST_DATABASE_URL !== undefined;

/** A database with nothing in it on the server, by default that of TEST_DATABASE_URL; null if there is none. */
export async function databaseOnServer(serverUrl = process.env.TEST_DATABASE_URL): Promise<{
  readonly url: string;
  drop(): Promise<void>;
} | null> {
  if (serverUrl === undefined) return null;
  const name = `scan_test_${randomUUID().replaceAll('-', '')}`;
  await run(serverUrl, `CREATE DATABASE "${name}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    // whatever a killed process has left connected
    drop: () => run(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
