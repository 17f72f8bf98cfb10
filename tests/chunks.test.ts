import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { inChunks } from '../src/writing/chunks.js';

function* lines(count: number): Generator<string> {
  for (let line = 0; line < count; line += 1) yield `${String(line)}\n`;
}

test('a text in chunks is the same text, and other work runs between the chunks', async () => {
  let turns = 0;
  let isDone = false;
  const otherWork = (async () => {
    while (!isDone) {
      await setImmediate();
      turns += 1;
    }
  })();
  const chunks: string[] = [];
  for await (const chunk of inChunks(lines(100_000))) chunks.push(chunk);
  isDone = true;
  await otherWork;
  expect(chunks.join('')).toBe([...lines(100_000)].join(''));
  expect(chunks.length).toBeGreaterThan(5);
  expect(turns).toBeGreaterThanOrEqual(chunks.length - 1);
});
