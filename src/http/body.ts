import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const DECOMPRESSORS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** The code for a body with an unsupported encoding; see `REFUSALS`. */
export const UNKNOWN_ENCODING = 'UNKNOWN_CONTENT_ENCODING';

/**
 * Accepts compressed bodies. The body limit applies to the decompressed size and is checked during decompression,
 * so a decompression bomb is refused before it fills memory.
 */
export function acceptCompressed(app: FastifyInstance): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
    if (encoding === 'identity' || encoding === '') {
      done(null, payload);
      return;
    }
    const decompressor = DECOMPRESSORS.get(encoding)?.();
    if (decompressor === undefined) {
      reply.header('accept-encoding', 'gzip, deflate, br');
      done(Object.assign(new Error('encoding'), { code: UNKNOWN_ENCODING }));
      return;
    }
    done(null, decompressed(payload, decompressor));
  });
}

function decompressed(payload: Readable, decompressor: Transform): Readable {
  // Fastify compares it with the header Content-Length.
  const counted = Object.assign(decompressor, { receivedEncodedLength: 0 });
  payload.on('data', (chunk: Buffer) => {
    counted.receivedEncodedLength += chunk.length;
  });
  payload.on('error', (error) => decompressor.destroy(error));
  return payload.pipe(counted);
}
