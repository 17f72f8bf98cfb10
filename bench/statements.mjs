import { createServer, connect } from 'node:net';

/** Of a client of PostgreSQL: what makes it run a statement. */
const EXECUTE = 'E'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);

/** Counts the messages in what a client sends, after the first, which has no type. */
function counter(count) {
  let pending = Buffer.alloc(0);
  let isStarted = false;
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const typed = isStarted ? 1 : 0;
      if (pending.length < typed + 4) return;
      const length = typed + pending.readInt32BE(typed);
      if (pending.length < length) return;
      if (isStarted) count(pending[0]);
      isStarted = true;
      pending = pending.subarray(length);
    }
  };
}

/** A way to the database that counts the statements that go by it. Take its `statements` before and after. */
export function countingWay(port) {
  const way = { statements: 0 };
  const server = createServer((client) => {
    const database = connect(5432, '127.0.0.1');
    client.on(
      'data',
      counter((type) => {
        if (type === EXECUTE || type === QUERY) way.statements += 1;
      }),
    );
    client.pipe(database).pipe(client);
    for (const one of [client, database]) one.on('error', () => one.destroy());
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () =>
      resolve(Object.assign(way, { close: () => server.close() })),
    );
  });
}
