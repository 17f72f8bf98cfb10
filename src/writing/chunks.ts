import { setImmediate } from 'node:timers/promises';

/** The number of characters in a chunk of a file. */
const CHUNK = 64 * 1024;

/** The time after which the process does its other work. */
const TURN_MS = 10;

/**
 * Combines text into chunks of a reasonable size. In between the process does its other work, even if the reader is
 * always ready for more.
 */
export async function* inChunks(
  text: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string> {
  let chunk = '';
  let turn = performance.now();
  for await (const part of text) {
    chunk += part;
    if (performance.now() - turn > TURN_MS) {
      await setImmediate();
      turn = performance.now();
    }
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Writes the start together with the first chunk, so that nothing is written before that is known. */
export async function* startingWith(
  start: string,
  chunks: AsyncIterable<string>,
): AsyncGenerator<string> {
  let before = start;
  for await (const chunk of chunks) {
    yield before + chunk;
    before = '';
  }
  if (before !== '') yield before;
}

/** The number of items in a batch. */
const BATCH = 500;

export function* inBatches<Item>(items: Iterable<Item>): Generator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
