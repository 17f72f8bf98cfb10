import { request } from 'node:http';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** How often the server is asked whether it lives. */
const EVERY_MS = 50;

/** The longest time that a server took to say that it lives. */
export interface Watch {
  /** The longest since it was asked last, in milliseconds; a question without an answer counts from when it was sent. */
  longest(): Promise<number>;
  stop(): Promise<void>;
}

/** Asks a server again and again, from a thread of its own, so that what the test does is not counted. */
export function watch(port: number): Watch {
  const worker = new Worker(new URL(import.meta.url), { workerData: { port }, execArgv: [] });
  return {
    longest: () =>
      new Promise((resolve) => {
        worker.once('message', resolve);
        worker.postMessage('LONGEST');
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

function ask(port: number): Promise<void> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/health/live', agent: false });
    asked.once('error', () => {
      resolve();
    });
    asked.once('response', (response) => {
      response.resume().once('close', resolve);
    });
    asked.end();
  });
}

if (parentPort !== null) {
  const port = parentPort;
  const { port: server } = workerData as { port: number };
  let longest = 0;
  let askedAt = performance.now();
  const measure = () => {
    longest = Math.max(longest, performance.now() - askedAt);
  };
  port.on('message', () => {
    measure();
    port.postMessage(Math.round(longest));
    longest = 0;
  });
  for (;;) {
    askedAt = performance.now();
    await ask(server);
    measure();
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    askedAt = performance.now();
  }
}
