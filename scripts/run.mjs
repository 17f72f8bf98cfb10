// Runs the command line. `serve` is for who works on the program: it builds what is stale. The other
// commands build only what was never built.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const main = resolve(root, 'dist/src/main.js');

if (process.argv[2] === 'serve' || !existsSync(main)) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    // What a command prints may go into a file, and what is built must not.
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
// In this very process, so that signals reach the server.
await import(pathToFileURL(main).href);
