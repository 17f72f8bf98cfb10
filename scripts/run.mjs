// Runs the command line. `serve` is for who works on the program: it builds what is stale. The other
// commands build only what was never built.
//
// `npm start` calls this with `exec`, which puts it in the place of the shell: a shell would keep
// SIGTERM to itself. Where there is no `exec` (Windows), what follows `||` runs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const main = resolve(root, 'dist/src/main.js');
const isWindows = process.platform === 'win32';

/** Ends with the build if that fails, and on a signal with all that the build has started. */
async function build() {
  const building = spawn('npm', ['run', '--silent', 'build'], {
    cwd: root,
    // What a command prints may go into a file, and what is built must not.
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: isWindows,
    // A group of its own, which a signal reaches as a whole.
    detached: !isWindows,
  });
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (isWindows) building.kill(signal);
    else process.kill(-building.pid, signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const [code, signal] = await new Promise((ended) => {
    building.once('close', (...how) => ended(how));
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (signal !== null) process.exit(0);
  if (code !== 0) process.exit(code);
}

if (process.argv[2] === 'serve' || !existsSync(main)) await build();
// In this very process, so that signals reach the server.
await import(pathToFileURL(main).href);
