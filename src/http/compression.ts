import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below this size, compression does not save a packet. */
const FROM_BYTES = 1024;

/**
 * Compresses the responses of all routes added later, except types that are already compressed, such as workbooks
 * and archives. Large and streamed responses are compressed in chunks, outside the event loop.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: FROM_BYTES,
    // Higher levels take several times as long to save another tenth.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 5 },
    // body.ts decompresses requests.
    globalDecompression: false,
  });
}
