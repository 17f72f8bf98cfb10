import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { npmStart } from '../support/npm-start.js';
import { EMBEDDED_FILES } from '../support/prepared-files.js';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'scan-graph-start-'));
  cpSync(EMBEDDED_FILES, join(home, 'data', 'postgres'), { recursive: true });
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

async function until<T>(look: () => Promise<T | null> | T | null): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await pause(50);
  }
}

describe('npm start stops with code 0 and no leftover process when only npm gets SIGTERM', () => {
  test('while it serves', async () => {
    const npm = npmStart(home, 'exit 0');
    let printed = '';
    let built = '';
    npm.stdout?.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
    npm.stderr?.setEncoding('utf8').on('data', (chunk: string) => (built += chunk));
    const address = await until(() => /SCAN Graph is at (http:\S+)/.exec(printed)?.[1] ?? null);
    // What runs in browsers is built beside the server.
    await until(() => (/web: (built|up to date)/.test(built) ? true : null));
    npm.kill('SIGTERM');
    expect(await once(npm, 'exit')).toEqual([0, null]);
    await expect(fetch(new URL('/health/live', address))).rejects.toThrow('fetch failed');
    expect(existsSync(join(home, 'data', 'in-use.json'))).toBe(false);
  });

  test('while it builds', async () => {
    const pidFile = join(home, 'pid');
    const npm = npmStart(home, `sleep 300 & echo $! > '${pidFile}'; wait`);
    const pid = await until(() =>
      existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) || null : null,
    );
    npm.kill('SIGTERM');
    if (npm.stdout !== null) expect(await text(npm.stdout)).not.toContain('SCAN Graph is at');
    expect(npm.exitCode ?? (await once(npm, 'exit'))[0]).toBe(0);
    await until(() => (isRunning(pid) ? null : true));
  });
});

/** A zombie has ended: only nobody has asked how. */
function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/^(ENOENT|ESRCH)$/) });
    return false;
  }
}
