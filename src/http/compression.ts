import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below it, a compressed answer takes as many packets as before. */
const FROM_BYTES = 1024;

/**
 * Compresses the answers of all routes that are added after it, as far as their types gain by it: a workbook or an
 * archive is sent as it is. What is large or comes in pieces is compressed piece by piece, outside of the event loop.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: FROM_BYTES,
    // Higher levels take several times as long for the last tenth of the size.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 5 },
    // What bodies of requests are decompressed by is in body.ts.
    globalDecompression: false,
  });
}
