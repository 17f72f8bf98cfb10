import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Entities are what gateways ask for. */
export const pathOf = ({ query = '' }) => (query.includes('_entities') ? '/subgraph' : '/graphql');

/** Sends one request and gives its answer. */
export function ask(port, body) {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: pathOf(body),
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          try {
            resolve(JSON.parse(Buffer.concat(chunks).toString()));
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

async function many(total, each) {
  let next = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (next < total) await each(next++);
    }),
  );
}

/** What 100,000 requests, and then 50,000 operations that each come once, leave in memory. */
export async function costOfDistinctOperations({ port, child }, shape, memoryOf) {
  const seen = [`${memoryOf(child.pid).toFixed(0)} MB before`];
  const body = (at) => ({
    query: shape.ours,
    variables: shape.inputs[at % shape.inputs.length].ours,
  });
  await many(100_000, (at) => ask(port, body(at)));
  seen.push(`${memoryOf(child.pid).toFixed(0)} MB after 100,000 requests`);
  for (let until = 10_000; until <= 50_000; until += 10_000) {
    await many(10_000, (at) =>
      ask(port, {
        query: `query Distinct${until}x${at} { organizations(first: 2) { nodes { id a${at}: name } } }`,
      }),
    );
    seen.push(
      `${memoryOf(child.pid).toFixed(0)} MB after ${until.toLocaleString('en')} distinct operations`,
    );
  }
  return `${seen.join(', ')}.`;
}
