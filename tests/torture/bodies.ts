import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: torture\r\nContent-Type: application/json\r\n';

const post = (body: string | Buffer, headers = '') =>
  Buffer.concat([
    Buffer.from(`${HEAD}${headers}Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n`),
    Buffer.from(body),
  ]);
const ask = (query: string, variables: unknown = {}) => post(JSON.stringify({ query, variables }));
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** What no client that means well sends. */
const HOSTILE: Readonly<Record<string, Buffer>> = {
  'six wrong items in one variable': ask('query($i:[ID!]!){nodes(ids:$i){id}}', {
    i: Array.from({ length: 6 }, () => ({})),
  }),
  'JSON nested 10,000 deep in an unused variable': post(
    `{"query":"{__typename}","variables":{"a":${nested(10_000)}}}`,
  ),
  'a literal nested 900 deep': ask(`{ node(id: ${nested(900)}) { id } }`),
  'selections nested 600 deep': ask('{ a '.repeat(600) + '}'.repeat(600)),
  'no measures': ask('{ grantTotals { amounts(measures: []) { measure } } }'),
  'one measure twice': ask(
    '{ grantTotals { groups(measures: [AWARDED, AWARDED], by: YEAR) { grantCount amounts { measure sum { amount } } } } }',
  ),
  'a NUL in a text': ask('query($s:String){event(slug:$s){id}}', { s: 'a\u0000b' }),
  'half of a surrogate pair': post('{"query":"{event(slug:\\"\\ud800\\"){id}}"}'),
  'a list that fails beside promises': ask(
    '{clusters(first:100){nodes{region{name} seats(first:101){totalCount}}}}',
  ),
  'a fragment in itself': ask('{...a} fragment a on Query{...a}'),
  'fragments that double': ask(
    `{...a0} ${Array.from({ length: 60 }, (_, n) => `fragment a${String(n)} on Query{...a${String(n + 1)} ...a${String(n + 1)}}`).join(' ')} fragment a60 on Query{__typename}`,
  ),
  'fifty aliases of a costly field': ask(
    `{${Array.from({ length: 50 }, (_, n) => `a${String(n)}: grantFlows(first: ${String(50 + n)}, currency: "EUR", through: [FUNDER, PROGRAMME, RECIPIENT, SECTOR, YEAR]) { links { amount { amount } } }`).join(' ')}}`,
  ),
  'a body that is no JSON': post('{"query": '),
  'a batch': post('[{"query":"{__typename}"},{"query":"{__typename}"}]'),
  'a body of null': post('null'),
  '__proto__ in the variables': post('{"query":"{__typename}","variables":{"__proto__":{"a":1}}}'),
  'a body of two megabytes': post(`{"query":"{__typename}","a":"${'x'.repeat(2_000_000)}"}`),
  'a small gzip of two hundred megabytes': post(
    gzipSync(Buffer.alloc(200_000_000, 32)),
    'Content-Encoding: gzip\r\n',
  ),
  'gzip that is none': post('{"query":"{__typename}"}', 'Content-Encoding: gzip\r\n'),
  'chunks without end': Buffer.from(
    `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"que\r\nzz\r\n`,
  ),
  'two lengths': Buffer.from(`${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}`),
  'no HTTP': Buffer.from('\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n'),
  'headers of 100 kB': Buffer.from(
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
  ),
  'a host that is none': Buffer.from(
    'GET /graphql?query={__typename} HTTP/1.1\r\nHost: a b"<>\r\nApollo-Require-Preflight: 1\r\n\r\n',
  ),
  'an export of a filter that is nested': Buffer.from(
    `GET /export/grants.csv?filter=${nested(5000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  ),
  'a way out of the folder': Buffer.from('GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n'),
  'a broken escape': Buffer.from('GET /export/%zz.csv HTTP/1.1\r\nHost: a\r\n\r\n'),
};

/** How long an answer may take: what is refused is refused at once, what is read has its own limits. */
const PATIENCE_MS = 20_000;

/** The answers that no request may have: a status of 500 and more, or none at all. */
export async function sendHostile(
  port: number,
  rounds: number,
): Promise<{ readonly sent: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      Object.entries(HOSTILE).map(async ([name, bytes]) => {
        const answer = await exchange(port, bytes);
        const [, status = ''] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? [];
        const isBusy = status === '503' && /^retry-after:/im.test(answer);
        if (/^[234]/.test(status) || isBusy) return;
        faults.push(`${name}: ${answer === '' ? 'no answer' : answer.slice(0, 500)}`);
      }),
    );
  }
  return { sent: rounds * Object.keys(HOSTILE).length, faults };
}

function exchange(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PATIENCE_MS, end);
    // A server that refuses may close while the rest is still being sent.
    socket.on('error', end).on('close', end);
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text;
      if (answer.includes('\r\n\r\n')) end();
    });
    socket.write(bytes);
  });
}

/** Clients that take an export a little at a time, or never finish what they send. */
export function slowClients(port: number, count: number): { end(): void } {
  const sockets = Array.from({ length: count }, (_, n) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    if (n % 2 === 0) {
      socket.write('GET /export/grants.csv HTTP/1.1\r\nHost: a\r\n\r\n');
      socket.pause();
    } else {
      socket.write(`${HEAD}Content-Length: 1000\r\n\r\n{"query"`);
    }
    return socket;
  });
  return {
    end: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
