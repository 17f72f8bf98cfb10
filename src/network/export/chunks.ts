const CHUNK = 64 * 1024;

/** Combines text into chunks of a reasonable size. */
export function* inChunks(text: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const part of text) {
    chunk += part;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
