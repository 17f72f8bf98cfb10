// Starts the server with the founding data, asks it one query and stops it by SIGTERM: `npm run smoke`.
//
// First what is built, under each version of Node.js that is supported (node-versions/package.json). Then the npm package,
// installed into an empty folder as its users install it. For that, only the package registry is needed.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_MS = 120_000;
const STOP_MS = 20_000;
const MAX_PACKED_BYTES = 10_000_000;
const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'node-versions');
const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const failed = [];
for (const [name, run] of [
  ...Object.keys(dependencies).map((name) => [name, (home) => smokeBuilt(name, home)]),
  ['the package', smokePackage],
]) {
  const home = mkdtempSync(join(tmpdir(), 'scan-graph-smoke-'));
  const start = performance.now();
  try {
    const done = await run(home);
    console.log(`ok: ${done}, in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    failed.push(name);
    console.error(`FAILED: ${name}: ${error.message}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
if (failed.length > 0) process.exitCode = 1;

/** What is built, under a version of Node.js. */
async function smokeBuilt(name, home) {
  const node = join(folder, 'node_modules', name, 'bin/node');
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const served = await serve([node, join(root, 'dist/src/main.js')], home);
  return `Node.js ${version} ${served}`;
}

/** The package, installed by npm into an empty folder, and used from another one. */
async function smokePackage(home) {
  const [installed, elsewhere] = ['installed', 'elsewhere'].map((name) => join(home, name));
  for (const each of [installed, elsewhere]) mkdirSync(each);
  const npm = (args, cwd) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', home], root));
  const unwanted = packed.files.filter(({ path }) =>
    /\.map$|(^|\/)(tests|bench|scripts|node_modules)\/|\.env$/.test(path),
  );
  if (unwanted.length > 0) throw new Error(`it contains ${unwanted[0].path}`);
  if (packed.size > MAX_PACKED_BYTES) throw new Error(`it has ${packed.size} bytes`);

  const command = 'npm install --no-audit --no-fund --loglevel warn 2>&1';
  const says = execFileSync('sh', ['-c', `${command} "${join(home, packed.filename)}"`], {
    cwd: installed,
    encoding: 'utf8',
  });
  if (says.includes('EBADENGINE')) throw new Error(`an installed package refuses Node.js\n${says}`);

  const scanGraph = join(installed, 'node_modules/.bin/scan-graph');
  const run = (...args) => execFileSync(scanGraph, args, { cwd: elsewhere, encoding: 'utf8' });
  if (!run('--help').includes('serve')) throw new Error('its help does not list the commands');
  if (readdirSync(elsewhere).length > 0) throw new Error('its help writes into the current folder');
  const served = await serve([scanGraph], elsewhere, async (address) => {
    for (const path of ['/', '/graphql']) {
      const url = new URL(path, address);
      const { status } = await fetch(url, { headers: { accept: 'text/html' } });
      if (status !== 200) throw new Error(`a browser gets status ${status} from ${path}`);
    }
    const [document] = readdirSync(join(root, 'docs/operations')).filter((name) =>
      name.startsWith('AssociationAndFounders.'),
    );
    const id = document.split('.')[1];
    const { data } = await (await fetch(`${address}?documentId=sha256:${id}`)).json();
    if (data?.association?.name === undefined)
      throw new Error('it does not know the registered documents');
  });
  if (!existsSync(join(elsewhere, '.scan-graph'))) {
    throw new Error('its data is not in .scan-graph of the current folder');
  }
  if (!run('coverage').includes('organization')) throw new Error('coverage reports nothing');
  if (!run('schema').includes('type Query')) throw new Error('it has no schema');
  return `the package (${(packed.size / 1e6).toFixed(1)} MB) installs, ${served}`;
}

/**
 * Starts the server in a folder, asks it, and stops it. What of it went well, in a sentence.
 * @param {readonly string[]} command
 * @param {string} cwd where its data will be
 * @param {(address: string) => Promise<void>} askMore
 */
async function serve([program, ...args], cwd, askMore = () => Promise.resolve()) {
  const server = spawn(program, [...args, 'serve'], {
    cwd,
    env: { PATH: process.env.PATH, PORT: '0' },
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
    await askMore(address);
    server.kill('SIGTERM');
    const [code, signal] = await within(STOP_MS, 'it does not stop on SIGTERM', exited);
    if (code !== 0) throw new Error(`it ends with ${code ?? signal}`);
    if (/\bwarning\b/i.test(printed)) throw new Error('it warns');
    return 'serves and stops';
  } catch (error) {
    throw new Error(`${error.message}\n${printed.slice(-5000)}`, { cause: error });
  } finally {
    server.kill('SIGKILL');
    await exited;
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
