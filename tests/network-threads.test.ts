import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { NetworkData } from '../src/network/answers.js';
import type { Graph } from '../src/network/graph.js';
import { GraphBuilder } from './support/graph-builder.js';
import { TaskPool, type Running } from '../src/network/task-pool.js';
import { SharedTask } from '../src/network/shared-task.js';
import { byKind } from '../src/network/tie-kinds.js';
import type { Database } from '../src/database/database.js';
import { isOnServer } from './support/database-on-server.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer, type LoggedServer } from './support/logged-server.js';
import { openTestPlatform } from './support/test-platform.js';

const HEAVY = '{ network { brokers { value node { name } } graph { nodeCount } } }';

/** So many memberships that shortest paths between all are looked for over a second at least. */
async function storeCrowd({ dataSource }: Pick<Database, 'dataSource'>): Promise<void> {
  await dataSource.query(
    `INSERT INTO source (id, slug, title, confidence)
     VALUES ('01900000-0000-8011-8000-000000000001', 'a-source', 'A source', 'LEAD')`,
  );
  await dataSource.query(
    `INSERT INTO organization (id, source_id, type, slug, name, status)
     SELECT ('01900000-0000-8001-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '01900000-0000-8011-8000-000000000001',
       CASE WHEN n <= 30 THEN 'Cluster' ELSE 'Company' END, 'o-' || n, 'O ' || n, 'ACTIVE'
     FROM generate_series(1, 2500) AS n`,
  );
  await dataSource.query(
    `INSERT INTO membership (id, source_id, member_id, group_id, group_type, class, status)
     SELECT ('01900000-0000-8004-8000-' || lpad(to_hex(m.n * 32 + g.n), 12, '0'))::uuid, '01900000-0000-8011-8000-000000000001',
       ('01900000-0000-8001-8000-' || lpad(to_hex(m.n), 12, '0'))::uuid,
       ('01900000-0000-8001-8000-' || lpad(to_hex(g.n), 12, '0'))::uuid, 'Cluster', 'REGULAR', 'CURRENT'
     FROM generate_series(31, 2500) AS m(n), generate_series(1, 30) AS g(n) WHERE (m.n + g.n) % 2 = 0`,
  );
}

describe('while a metric is computed', () => {
  let database: Database;
  let server: LoggedServer;
  beforeAll(async () => {
    database = await openTestDatabase('EMPTY');
    await storeCrowd(database);
    server = await openLoggedServer(database);
    await server.post('{ network { graph { nodeCount } } }');
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  test('other requests are answered, also about the same network', async () => {
    const answered: string[] = [];
    const note = (name: string) => () => answered.push(name);
    const heavy = [server.post(HEAVY), server.post(HEAVY)].map(async (asked) => {
      const answer = await asked;
      note('heavy')();
      return answer.json();
    });
    await Promise.all([
      ...Array.from({ length: 10 }, () => server.post('{ __typename }').then(note('light'))),
      server
        .post('{ network { neighbourhood(node: "o-1") { distances { count } } } }')
        .then(note('light')),
      server.post('{ organizations { nodes { name } } }').then(note('light')),
    ]);
    const [first, second] = await Promise.all(heavy);

    expect(answered).toEqual([...Array.from({ length: 12 }, () => 'light'), 'heavy', 'heavy']);
    expect(first.errors).toBeUndefined();
    expect(second).toEqual(first);
  });

  test('the answer of the version before is returned, unless the current one is insisted on', async () => {
    const ask = async (args = '') => {
      const answer = await server.post(
        `{ network${args} { graph { version isCurrent } brokers(first: 1) { value } centralNodes(by: DEGREE, filter: { slug: { eq: "o-40" } }) { node { name } } } }`,
      );
      const { graph, centralNodes } = answer.json().data.network;
      return { ...graph, isRenamed: centralNodes[0].node.name === 'Renamed' };
    };
    const before = await ask();
    expect(before).toMatchObject({ isCurrent: true, isRenamed: false });
    await database.dataSource.query(`UPDATE organization SET name = 'Renamed' WHERE slug = 'o-40'`);
    expect(await ask()).toEqual({ ...before, isCurrent: false });
    const current = await ask('(current: true)');
    expect(current).toMatchObject({ isCurrent: true, isRenamed: true });
    expect(current.version).not.toBe(before.version);
    expect(await ask()).toEqual(current);
  });

  test('a time limit ends the wait with TIMEOUT, and the other fields are returned', async () => {
    const impatient = await openLoggedServer(database, { limits: { networkMs: 1 } });
    const both = '{ network { graph { nodeCount } } clusters(first: 1) { nodes { slug } } }';
    const { data, errors } = (await impatient.post(both)).json();
    expect(errors).toMatchObject([{ path: ['network'], extensions: { code: 'TIMEOUT' } }]);
    expect(data).toEqual({ network: null, clusters: { nodes: [{ slug: 'o-1' }] } });
    await impatient.close();
  });
});

describe('a task with several waiting callers', () => {
  const patience = { signal: new AbortController().signal, timeoutMs: 60_000 };
  const running = () => {
    const calls = { cancelled: 0, finish: (() => undefined) as (value: number) => void };
    const task: Running<number> = {
      result: new Promise<number>((resolve) => (calls.finish = resolve)),
      cancel: () => (calls.cancelled += 1),
    };
    return { calls, shared: new SharedTask(task, () => undefined) };
  };

  test('continues when one of them leaves, and returns its result to the others', async () => {
    const { calls, shared } = running();
    const client = new AbortController();
    const gone = shared.wait({ ...patience, signal: client.signal });
    const stays = shared.wait(patience);
    client.abort(new Error('The client has gone.'));
    await expect(gone).rejects.toThrow('The client has gone.');
    expect(calls.cancelled).toBe(0);
    calls.finish(7);
    expect(await stays).toBe(7);
    expect(await shared.wait(patience)).toBe(7);
    expect(calls.cancelled).toBe(0);
  });

  test('is canceled when the last of them leaves', async () => {
    const { calls, shared } = running();
    const clients = [new AbortController(), new AbortController()];
    const waits = clients.map(({ signal }) => shared.wait({ ...patience, signal }));
    clients[0]?.abort();
    await expect(waits[0]).rejects.toThrow();
    expect(calls.cancelled).toBe(0);
    clients[1]?.abort();
    await expect(waits[1]).rejects.toThrow();
    expect(calls.cancelled).toBe(1);
  });
});

/** What tasks about shortest paths need of a network. */
const dataOf = (graph: Graph) => ({ graph }) as NetworkData;

describe('a thread', () => {
  const pool = new TaskPool();
  afterEach(() => pool.close());

  test('can be stopped during a task, and a new thread runs the next one', async () => {
    const builder = new GraphBuilder(
      3000,
      byKind(() => 1),
    );
    for (let a = 0; a < 3000; a += 1) {
      for (let step = 1; step < 40; step += 1)
        builder.add(a, (a * 7 + step * 31) % 3000, 0, 0, 0, 0);
    }
    const large = builder.build();
    const small = new GraphBuilder(
      3,
      byKind(() => 1),
    );
    small.add(0, 1, 0, 0, 0, 0);
    small.add(1, 2, 0, 0, 0, 0);

    let isLargeDone = false;
    const forever = pool.run('distances', { data: dataOf(large), pivots: null, weighted: false });
    void forever.result.then(() => (isLargeDone = true));
    const waiting = pool.run('distances', { data: dataOf(large), pivots: null, weighted: false });
    void waiting.result.then(() => (isLargeDone = true));
    const last = pool.run('distances', {
      data: dataOf(small.build()),
      pivots: null,
      weighted: false,
    });
    waiting.cancel();
    forever.cancel();

    expect(Array.from((await last.result).betweenness)).toEqual([0, 1, 0]);
    expect(isLargeDone).toBe(false);
  });

  test('reports an error and continues', async () => {
    const graph = new GraphBuilder(
      2,
      byKind(() => 1),
    ).build();
    await expect(pool.run('paths', null as never).result).rejects.toThrow();
    const data = dataOf(graph);
    expect(
      (await pool.run('distances', { data, pivots: null, weighted: false }).result).closeness,
    ).toEqual(Float64Array.of(0, 0));
  });
});

describe('the version of the data', () => {
  const COUNTS = '{ network { graph { version nodeCount edgeCount } } }';

  test('is shared by all instances: one shows what another writes', async () => {
    const database = await openTestDatabase('FOUNDING');
    const [one, other] = [await openLoggedServer(database), await openLoggedServer(database)];
    const graphs = async () =>
      (await Promise.all([one, other].map((server) => server.post(COUNTS)))).map(
        (answer) => answer.json().data.network.graph,
      );

    const [before, same] = await graphs();
    expect(same).toEqual(before);
    expect((await graphs())[0]).toEqual(before);
    await database.dataSource.query(
      'DELETE FROM membership WHERE id = (SELECT id FROM membership ORDER BY id LIMIT 1)',
    );
    const [after, afterToo] = await graphs();
    expect(after.edgeCount).toBe(before.edgeCount - 1);
    expect(afterToo).toEqual(after);
    expect(after.version).not.toBe(before.version);
    // What is no part of any network leaves it as it is.
    await database.dataSource.query(`UPDATE event SET title = title || '!'`);
    expect((await graphs())[0]).toEqual(after);
    await Promise.all([one.close(), other.close()]);
    await database.close();
  });

  test('causes one read of the network, however often it is requested', async () => {
    const platform = await openTestPlatform('FOUNDING');
    let whole = 0;
    const server = await openLoggedServer({
      ...platform.database,
      readWhole: (text, values) => {
        whole += 1;
        return platform.database.readWhole(text, values);
      },
    });
    // Its size has been estimated at the start.
    whole = 0;
    await Promise.all([server.post(COUNTS), server.post(COUNTS), server.post(COUNTS)]);
    await server.post('{ network(filter: { type: { in: [CLUSTER] } }) { nodes { name } } }');
    expect(whole).toBe(1);
    // A change that the graph is not made of is no reason to read it.
    await platform.database.dataSource.query(
      `UPDATE organization SET city = 'Niš', description = 'New' WHERE slug = 'nicat'`,
    );
    await server.post(COUNTS);
    expect(whole).toBe(1);
    await platform.database.dataSource.query(
      `UPDATE organization SET name = 'Renamed' WHERE slug = 'nicat'`,
    );
    await server.post(COUNTS);
    expect(whole).toBe(2);
    await server.close();
    await platform.close();
  });

  test('causes a new read after each change, along with other repeated reads', async () => {
    const platform = await openTestPlatform('FOUNDING');
    const versions = new Set<string>();
    for (const name of ['First name', 'Second name', 'Third name']) {
      await platform.database.dataSource.query(
        `UPDATE organization SET name = $1 WHERE slug = 'nicat'`,
        [name],
      );
      versions.add((await platform.succeed(COUNTS)).data.network.graph.version);
      const exported = await fetch(`${platform.url}/export/organizations.csv`);
      expect(await exported.text()).toContain(name);
    }
    expect(versions.size).toBe(3);
    await platform.close();
  });

  test('is increased by each transaction, and only on commit', async () => {
    const database = await openTestDatabase('FOUNDING');
    const version = async (run: { query(sql: string): Promise<unknown> } = database.dataSource) => {
      const rows = (await run.query(
        'SELECT sum(changes)::int AS version FROM network_version',
      )) as { version: number }[];
      return rows[0]?.version ?? -1;
    };
    const change = `UPDATE organization SET name = name || '!' WHERE slug = 'nicat'`;
    const before = await version();
    await database.dataSource.transaction(async (manager) => {
      await manager.query(change);
      await manager.query(change);
      expect(await version(manager)).toBe(before + 1);
    });
    await expect(
      database.dataSource.transaction(async (manager) => {
        await manager.query(change);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await version()).toBe(before + 1);
    await database.dataSource.transaction(async (manager) => {
      await manager.query('SAVEPOINT a');
      await manager.query(change);
      await manager.query('ROLLBACK TO SAVEPOINT a');
      await manager.query(change);
    });
    expect(await version()).toBe(before + 2);
    // Two writers at once, as only a server has them, do not wait for each other.
    if (isOnServer) {
      const [one, other] = [
        database.dataSource.createQueryRunner(),
        database.dataSource.createQueryRunner(),
      ];
      await one.startTransaction();
      await one.query(change);
      await other.startTransaction();
      await other.query(`UPDATE organization SET name = 'Vojvodina' WHERE slug = 'voict'`);
      await other.commitTransaction();
      expect(await version()).toBe(before + 3);
      await one.commitTransaction();
      expect(await version()).toBe(before + 4);
      await Promise.all([one.release(), other.release()]);
    }
    await database.close();
  });
});
