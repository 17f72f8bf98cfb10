import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const PART = 'x'.repeat(500_000);
const PARTS = 40;

export interface LongBody {
  readonly socket: Socket;
  received(): string;
  /** Waits until it has received this. */
  receives(pattern: RegExp): Promise<void>;
  /** Sends the head of a request and the first part of its body. */
  begin(target: string, head: string): void;
  sendRest(): Promise<void>;
}

/** A client that sends a body of 20 MB part by part, and fails if its connection is reset. */
export async function openLongBody(port: number): Promise<LongBody> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
  const failed = once(socket, 'error').then(([error]) => {
    throw error as Error;
  });
  failed.catch(() => undefined);
  let part = PART;
  return {
    socket,
    received: () => received,
    receives: async (pattern: RegExp) => {
      while (!pattern.test(received)) await Promise.race([once(socket, 'data'), failed]);
    },
    begin: (target: string, head: string) => {
      const isChunked = head.includes('chunked');
      if (isChunked) part = `${PART.length.toString(16)}\r\n${PART}\r\n`;
      const length = isChunked ? '' : `Content-Length: ${PARTS * PART.length}\r\n`;
      socket.write(`${target} HTTP/1.1\r\nHost: a\r\n${head}${length}\r\n${part}`);
    },
    sendRest: async () => {
      for (let sent = 1; sent < PARTS; sent += 1) {
        if (!socket.write(part)) await Promise.race([once(socket, 'drain'), failed]);
      }
      if (part !== PART) socket.write('0\r\n\r\n');
    },
  };
}
