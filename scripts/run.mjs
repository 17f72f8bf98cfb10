// Runs the command line. For `serve`, it builds what is stale. The other commands build only if nothing has
// been built yet.
//
// `npm start` calls this with `exec`, which replaces the shell, because a shell would not forward SIGTERM.
// On Windows there is no `exec`, so the command after `||` runs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const main = resolve(root, 'dist/src/main.js');
const isWindows = process.platform === 'win32';

/** Builds. Exits if the build fails. On a signal, stops everything that the build has started. */
async function build() {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let building;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (building?.pid === undefined) process.exit(0);
    if (isWindows) building.kill(signal);
    else process.kill(-building.pid, signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  building = spawn('npm', ['run', '--silent', 'build'], {
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

if (process.argv[2] === 'serve' || !existsSync(main)) await build();
// In this process, so that signals reach the server.
await import(pathToFileURL(main).href);
