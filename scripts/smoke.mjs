// Starts the built server with the founding data under each version of Node.js that is supported, asks it one
// query and stops it by SIGTERM: `npm run smoke`. The versions are in node-versions/package.json.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_MS = 120_000;
const STOP_MS = 20_000;
const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'node-versions');
const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const failed = [];
for (const name of Object.keys(dependencies)) {
  try {
    console.log(`ok: ${await smoke(join(folder, 'node_modules', name, 'bin/node'))}`);
  } catch (error) {
    failed.push(name);
    console.error(`FAILED: ${name}: ${error.message}`);
  }
}
if (failed.length > 0) process.exitCode = 1;

/** What of it went well, in a sentence. */
async function smoke(node) {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const home = mkdtempSync(join(tmpdir(), 'scan-graph-smoke-'));
  const start = performance.now();
  const server = spawn(node, [join(root, 'dist/src/main.js'), 'serve'], {
    cwd: home,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(home, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(server, 'exit');
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (printed += text));
  }
  try {
    const address = await within(START_MS, 'it does not say where it is', listening());
    const answer = await fetch(`${address}?query={association(slug:"scan"){name}}`);
    const { data } = await answer.json();
    if (data?.association?.name !== 'Serbian Cluster Association') {
      throw new Error(`it answers ${answer.status} ${JSON.stringify(data)}`);
    }
    server.kill('SIGTERM');
    const [code, signal] = await within(STOP_MS, 'it does not stop on SIGTERM', exited);
    if (code !== 0) throw new Error(`it ends with ${code ?? signal}`);
    if (/\bwarning\b/i.test(printed)) throw new Error('it warns');
    return `Node.js ${version} serves and stops, in ${((performance.now() - start) / 1000).toFixed(1)} s`;
  } catch (error) {
    throw new Error(`${error.message}\n${printed.slice(-5000)}`, { cause: error });
  } finally {
    server.kill('SIGKILL');
    await exited;
    rmSync(home, { recursive: true, force: true });
  }

  function listening() {
    return new Promise((found, ended) => {
      server.stdout.on('data', () => {
        const [, url] = /SCAN Graph is at (http:\S+)/.exec(printed) ?? [];
        if (url !== undefined) found(url);
      });
      void exited.then(([code]) => ended(new Error(`it ends with ${code} before it serves`)));
    });
  }
}

async function within(ms, fault, promise) {
  const late = async () => {
    await pause(ms, undefined, { ref: false });
    throw new Error(`${fault} within ${ms / 1000} s`);
  };
  return Promise.race([promise, late()]);
}
