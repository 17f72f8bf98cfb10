import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { freshDatabase, openWorkplace } from './support/workplace.js';

describe('the latency of operations', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await openTestPlatform('FOUNDING');
  });
  afterAll(() => platform.close());

  const counts = async () => {
    const text = await (await fetch(`${platform.url}/metrics`)).text();
    const found = text.matchAll(
      /^scan_graph_operation_duration_seconds_count\{way="(\w+)",type="(\w+)"\} (\d+)$/gm,
    );
    return Object.fromEntries(
      [...found].map(([, way = '', type = '', count]) => [`${way} ${type}`, Number(count)]),
    );
  };

  test('is counted once for each, by how it was answered and by its type', async () => {
    expect(await counts()).toEqual({});
    const planned = '{ organizations(first: 2) { nodes { name } } }';
    await platform.succeed(planned);
    expect(await counts()).toEqual({ 'planned query': 1 });
    await platform.succeed(planned);
    await platform.succeed(planned);
    expect(await counts()).toEqual({ 'planned query': 1, 'cached query': 2 });
    await platform.succeed('{ network { graph { nodeCount } } }');
    const all = { 'planned query': 1, 'cached query': 2, 'resolved query': 1 };
    expect(await counts()).toEqual(all);
    // What is not executed has no latency.
    await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ nonsense }' }),
    });
    expect(await counts()).toEqual(all);
  });

  test('has buckets', async () => {
    const text = await (await fetch(`${platform.url}/metrics`)).text();
    expect(text).toMatch(
      /^scan_graph_operation_duration_seconds_bucket\{le="30",way="planned",type="query"\} 1$/m,
    );
  });
});

test('a server reports the figures of its process', async () => {
  const workplace = openWorkplace();
  const database = await freshDatabase(workplace, 'FOUNDING');
  try {
    const server = workplace.start(['serve'], database.settings);
    const [, address = ''] = await server.says(/SCAN Graph is at (http:\S+)\/graphql/);
    const text = await (await fetch(`${address}/metrics`)).text();
    for (const name of [
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'scan_graph_unhandled_total',
    ]) {
      expect(text).toMatch(new RegExp(`^${name}(\\{.*\\})? \\d`, 'm'));
    }
  } finally {
    await workplace.close();
    await database.drop();
  }
});
