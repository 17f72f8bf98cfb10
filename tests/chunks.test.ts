import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { inChunks } from '../src/writing/chunks.js';

/** Lines that take about a second to make. */
function* slowLines(count: number): Generator<string> {
  for (let line = 0; line < count; line += 1) {
    const start = performance.now();
    while (performance.now() - start < 1000 / count);
    yield `${String(line)}\n`;
  }
}

test('a text in chunks is the same text, and other work runs while it is made', async () => {
  let turns = 0;
  const done = new AbortController();
  const otherWork = (async () => {
    while (!done.signal.aborted) {
      await setImmediate();
      turns += 1;
    }
  })();
  const chunks: string[] = [];
  for await (const chunk of inChunks(slowLines(200))) chunks.push(chunk);
  done.abort();
  await otherWork;
  expect(chunks.join('')).toBe(
    Array.from({ length: 200 }, (_, line) => `${String(line)}\n`).join(''),
  );
  // Without pauses there is one turn, at the end.
  expect(turns).toBeGreaterThan(10);
});
