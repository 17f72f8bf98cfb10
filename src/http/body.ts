import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const DECOMPRESSORS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** For a body in an encoding that is not accepted; see `REFUSALS`. */
export const UNKNOWN_ENCODING = 'UNKNOWN_CONTENT_ENCODING';

/**
 * Takes bodies that are compressed. The limit of the body holds for what comes out, and is checked while it does:
 * a small body that would become a huge one is refused before it has.
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
