import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const MAIN = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
/** Ties of the synthetic network at ×1. */
export const TIES = 3500;

export async function withClient(url, use) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function run(args, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} failed`))));
  });
}

/** The address of the database of a size, which is made once and kept for the next run. */
export async function databaseOf(size, { server, prefix }) {
  const name = `${prefix}${size}`;
  const url = new URL(name, server).href;
  await withClient(new URL('postgres', server).href, async (client) => {
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rows.length === 0) await client.query(`CREATE DATABASE ${name}`);
  });
  await fill(size, { DATABASE_URL: url });
  return url;
}

/** The settings of an embedded database with the same content, which is made once and kept for the next run. */
export async function embeddedOf(size) {
  const dataDir = join(tmpdir(), `scan-graph-bench-x${String(size)}`);
  const settings = { DATABASE_URL: '', DATA_DIR: dataDir };
  await fill(size, settings);
  return settings;
}

async function fill(size, settings) {
  await run(['migrate'], settings);
  await run(['generate', '--ties', String(TIES * size), '--seed', '1'], settings);
}

/** The server of this release on that database, for as long as it is used. */
export async function served(url, environment, use) {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { ...process.env, DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const address = await new Promise((resolve, reject) => {
      void ended.then((code) => reject(new Error(`The server ended with ${code}.`)));
      child.stdout.on('data', (text) => {
        const found = /http:\/\/[\d.:]+/.exec(String(text));
        if (found !== null) resolve(found[0]);
      });
    });
    return await use({ address, pid: child.pid });
  } finally {
    child.kill();
    await ended;
  }
}

/** The answer to a query; its errors too. */
export async function ask(address, query, variables = {}) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}
