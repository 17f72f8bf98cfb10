// Builds what is stale, then serves in this very process, so that signals reach the server.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);
process.argv.push('serve');
await import('../dist/src/main.js');
