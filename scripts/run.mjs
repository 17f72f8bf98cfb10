// Runs the command line, after compiling it: for `serve` each time, for other commands only if nothing has been
// compiled yet. What runs in browsers takes longer, and is built in the background while the server already runs.
//
// `npm start` calls this with `exec`, which replaces the shell, because a shell would not forward SIGTERM.
// On Windows there is no `exec`, so the command after `||` runs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const main = resolve(root, 'dist/src/main.js');
const isWindows = process.platform === 'win32';

/** Compiles. Exits if that fails. On a signal, stops everything that it has started. */
async function compile() {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let building;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (building?.pid === undefined) process.exit(0);
    if (isWindows) building.kill(signal);
    else process.kill(-building.pid, signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  building = spawn('npm', ['run', '--silent', 'build:server'], {
    cwd: root,
    // Build output goes to standard error, because standard output can be redirected to a file.
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: isWindows,
    // A separate process group, so that a signal reaches all its processes.
    detached: !isWindows,
  });
  const [code, signal] = await new Promise((ended) => {
    building.once('close', (...how) => ended(how));
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (signal !== null) process.exit(0);
  if (code !== 0) process.exit(code);
}

/** Builds the pages and the playground beside the server, and stops with it. */
function buildWeb() {
  const script = resolve(root, 'scripts/build-web.mjs');
  const building = spawn(process.execPath, [script], {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  setPriority(building.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  process.on('exit', () => building.kill());
  // The server does not wait for it.
  building.unref();
}

const isServer = process.argv[2] === 'serve';
if (isServer || !existsSync(main)) await compile();
// Beside the server, which is not waited for: its import ends when it stops.
if (isServer) buildWeb();
// In this process, so that signals reach the server.
await import(pathToFileURL(main).href);
