import type { Socket } from 'node:net';
import { finished, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

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

/** Reads and discards what a response has not waited for: the rest of a refused body, or the body of a GET. */
export function readBodiesToEnd(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    readBodyToEnd(request, reply, () => {
      done(null, payload);
    });
  });
}

/** The connections on which a client still sends the body of a request that has its response. */
const answeredEarly = new WeakSet<Socket>();

export const isAnsweredEarly = (socket: Socket): boolean => answeredEarly.has(socket);

/**
 * Reads and discards the rest of the body. A connection that is closed before is reset, and its client sees that and
 * not the response. So a response that closes the connection waits for the end of the body; any other is sent at once.
 * Only the request timeout limits how long it takes.
 */
export function readBodyToEnd(
  { raw, headers }: FastifyRequest,
  reply: FastifyReply,
  send: () => void,
): void {
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (raw.complete || !hasBody) {
    send();
    return;
  }
  raw.unpipe();
  raw.resume();
  const { socket } = raw;
  if (!reply.raw.shouldKeepAlive || reply.raw.getHeader('connection') === 'close') {
    finished(raw, { writable: false }, send);
    return;
  }
  answeredEarly.add(socket);
  finished(raw, { writable: false }, () => answeredEarly.delete(socket));
  // Fastify would close it after a body that is too large.
  reply.header('connection', 'keep-alive');
  send();
}
