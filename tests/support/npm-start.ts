import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** `npm start` on the folder `data` of a home, with this in place of the build that it begins with. */
export function npmStart(home: string, build: string): ChildProcess {
  const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  writeFileSync(join(home, 'npm'), `#!/bin/sh\n${build}\n`);
  chmodSync(join(home, 'npm'), 0o755);
  return spawn(npm, ['start'], {
    cwd: ROOT,
    env: {
      PATH: [home, process.env.PATH].join(delimiter),
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: join(home, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
