import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { databaseOnServer } from './database-on-server.js';
import { openEmbedded } from './prepared-files.js';

/** The way to a PostgreSQL with an empty database, on which what happens to networks can happen. */
export interface Road {
  /** The address of the database by this road. */
  readonly url: string;
  /** Every connection ends, and no new one comes about. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** Answers are kept back until `letThrough`; resolves when there is one to keep back. */
  keepBack(): Promise<void>;
  letThrough(): void;
  /** Every connection ends; new ones may be made. */
  breakConnections(): void;
  /** Rewrites what the server says, from the next connection on. The length must stay. */
  rewrite(change: (text: string) => string): void;
  remove(): Promise<void>;
}

/**
 * To the server of TEST_DATABASE_URL, or else to an embedded PostgreSQL. That one has one session for
 * all the connections: who uses it must have one connection at work at a time.
 */
export async function openRoad(): Promise<Road> {
  const far = await openFarEnd();
  const sockets = new Set<Socket>();
  let change = (text: string) => text;
  let kept: (() => void)[] | null = null;
  let onKept: () => void = () => undefined;

  const travel = (near: Socket): void => {
    sockets.add(near);
    const upstream = far.connect();
    near.on('error', () => undefined);
    near.on('close', () => {
      sockets.delete(near);
      upstream.destroy();
    });
    upstream.on('error', () => near.destroy());
    upstream.on('close', () => near.destroy());
    upstream.on('data', (bytes: Buffer) => {
      const send = () => near.write(Buffer.from(change(bytes.toString('latin1')), 'latin1'));
      if (kept === null) {
        send();
        return;
      }
      kept.push(send);
      onKept();
    });
    if (far.takesWholeMessages) passOnWhole(near, upstream);
    else near.pipe(upstream);
  };
  const server = createServer(travel);
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const breakConnections = () => {
    kept = null;
    for (const socket of sockets) socket.destroy();
  };
  const road: Road = {
    url: far.urlBy(port),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      breakConnections();
      await closed;
    },
    open: () => listen(server, port),
    keepBack() {
      kept = [];
      return new Promise((resolve) => {
        onKept = resolve;
      });
    },
    letThrough() {
      const answers = kept ?? [];
      kept = null;
      for (const send of answers) send();
    },
    breakConnections,
    rewrite(next) {
      change = next;
    },
    async remove() {
      if (server.listening) await road.close();
      await far.remove();
    },
  };
  return road;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

interface FarEnd {
  readonly takesWholeMessages: boolean;
  connect(): Duplex;
  urlBy(port: number): string;
  remove(): Promise<void>;
}

async function openFarEnd(): Promise<FarEnd> {
  const onServer = await databaseOnServer();
  if (onServer !== null) {
    const { hostname, port } = new URL(onServer.url);
    return {
      takesWholeMessages: false,
      connect: () => connect(Number(port || 5432), hostname),
      urlBy: (nearPort) => {
        const url = new URL(onServer.url);
        url.hostname = '127.0.0.1';
        url.port = String(nearPort);
        return url.href;
      },
      remove: onServer.drop,
    };
  }
  const embedded = await openEmbedded();
  return {
    takesWholeMessages: true,
    connect: () => embedded.connect(),
    urlBy: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
    remove: () => embedded.close(),
  };
}

/** Puts together again what the network has cut: to each write, messages up to where an answer is due. */
function passOnWhole(from: Socket, to: Duplex): void {
  const ANSWERED = new Set(['Q', 'S', 'X'].map((letter) => letter.charCodeAt(0)));
  let rest = Buffer.alloc(0);
  let hasBegun = false;
  from.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    let start = 0;
    for (let end = 0; ;) {
      // A message is a letter and its length; only the first has no letter.
      const lengthAt = end + (hasBegun ? 1 : 0);
      if (rest.length < lengthAt + 4) break;
      const next = lengthAt + rest.readUInt32BE(lengthAt);
      if (rest.length < next) break;
      if (!hasBegun || ANSWERED.has(rest.readUInt8(end))) {
        to.write(rest.subarray(start, next));
        start = next;
      }
      hasBegun = true;
      end = next;
    }
    rest = rest.subarray(start);
  });
}
