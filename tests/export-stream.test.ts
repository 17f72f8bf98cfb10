import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { DEFAULT_LIMITS } from '../src/config.js';
import type { Database } from '../src/database/database.js';
import type { LongRead } from '../src/database/long-read.js';
import { createLog, createServer } from '../src/http/server.js';
import { openTestDatabase } from './support/databases.js';
import { isOnServer } from './support/database-on-server.js';
import { storeFunding } from './support/funding.js';
import { schema } from './support/schema.js';

/** Ten batches, and more bytes than the sockets of a machine hold. */
const GRANTS = 2000;
const CHARACTERS = 12_000;

let database: Database;
let app: FastifyInstance;
let port: number;
/** How many records the export under way has asked the database for, and whether it has let go of it. */
const seen = { records: 0, opened: 0, closed: 0 };
/** What is done when the second batch is read. */
let atSecondBatch: () => Promise<unknown> = () => Promise.resolve();

beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
  await storeFunding(database);
  await database.dataSource.query(
    `INSERT INTO "grant" (id, source_id, scheme, identifier, title, description, funder_id, currency, awarded, awarded_on, to_individuals, is_secondary_report)
     SELECT (substr(md5(n::text), 1, 8) || '-' || substr(md5(n::text), 9, 4) || '-8014-8000-' || substr(md5(n::text), 13, 12))::uuid,
       g.source_id, 'SCAN', 'many-' || lpad(n::text, 5, '0'), 'Grant ' || n, (SELECT string_agg(md5(n || ' ' || i), '') FROM generate_series(1, $1::int / 32) i), g.funder_id, 'RSD', n, '2019-01-01', true, false
     FROM generate_series(1, $2::int) n, (SELECT * FROM "grant" WHERE identifier = 'vague') g`,
    [CHARACTERS, GRANTS],
  );
  app = await createServer({
    config: { limits: DEFAULT_LIMITS },
    database: { ...database, openLongRead: async () => watched(await database.openLongRead()) },
    schema,
    log: createLog('silent'),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = app.server.address() as AddressInfo);
});
beforeEach(() => {
  Object.assign(seen, { records: 0, opened: 0, closed: 0 });
  atSecondBatch = () => Promise.resolve();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

function watched(longRead: LongRead): LongRead {
  seen.opened += 1;
  return {
    ...longRead,
    read: async (sql, values) => {
      const rows = await longRead.read(sql, values);
      if (sql.includes('WITH ORDINALITY')) {
        if (seen.records > 0) await atSecondBatch();
        seen.records += rows.length;
      }
      return rows;
    },
    close: async () => {
      await longRead.close();
      seen.closed += 1;
    },
  };
}

const MANY = encodeURIComponent('{"currency":{"in":["RSD"]}}');
function open(file: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      path: `/export/${file}?filter=${MANY}`,
      agent: false,
    });
    request.once('response', resolve).once('error', reject).end();
  });
}

/** Until nothing more happens of itself. */
async function atRest(): Promise<number> {
  for (let before = -1; before !== seen.records;) {
    before = seen.records;
    await pause(500);
  }
  return seen.records;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

describe('an export of many batches', () => {
  test('comes whole, each row once', async () => {
    const rows = parse<Record<string, string>>(await text(await open('grants.csv')), {
      bom: true,
      columns: true,
    });
    expect(rows.map(({ Identifier }) => Identifier)).toEqual(
      Array.from({ length: GRANTS }, (_, index) => `many-${String(index + 1).padStart(5, '0')}`),
    );
    expect(new Set(rows.map(({ Description = '' }) => Description.length))).toEqual(
      new Set([CHARACTERS]),
    );
    expect(seen).toEqual({ records: GRANTS, opened: 1, closed: 1 });
  });

  test.each([
    'grants.csv',
    'grants.xlsx',
    'grants.json',
    'grants.360giving.json',
    'grants.iati.xml',
  ])(
    '%s is read no faster than it is taken, and no further when the client has gone',
    async (file) => {
      const response = await open(file);
      response.pause();
      const taken = await atRest();
      expect(taken).toBeLessThan(GRANTS);

      response.destroy();
      await until(() => seen.closed === 1);

      // One batch may have been under way.
      expect(await atRest()).toBeLessThanOrEqual(taken + 200);
      expect(seen).toMatchObject({ opened: 1, closed: 1 });
    },
  );

  test('lets others have their turn, and holds to the rows that it began with', async () => {
    const identifiers: unknown[] = [];
    atSecondBatch = async () => {
      atSecondBatch = () => Promise.resolve();
      const [row] = await database.read(
        `SELECT count(*)::int AS count FROM "grant" WHERE currency = 'RSD'`,
        [],
      );
      identifiers.push(row?.count);
      await database.dataSource.query(
        `UPDATE "grant" SET identifier = 'renamed-1000' WHERE identifier = 'many-01000'`,
      );
      await database.dataSource.query(`DELETE FROM "grant" WHERE identifier = 'many-02000'`);
    };
    const rows = parse<Record<string, string>>(await text(await open('grants.csv')), {
      bom: true,
      columns: true,
    });

    expect(identifiers).toEqual([GRANTS]);
    const names = rows.map(({ Identifier }) => Identifier);
    // On a server it is one state; embedded, each batch is read as it then is.
    expect(names[999]).toBe(isOnServer ? 'many-01000' : 'renamed-1000');
    expect(names).toHaveLength(isOnServer ? GRANTS : GRANTS - 1);
    expect(new Set(names).size).toBe(names.length);
  });

  test('that fails in the midst is cut off, and lets go of the database', async () => {
    atSecondBatch = () => Promise.reject(new Error('The disk is on fire.'));
    const response = await open('grants.csv');
    expect(response.statusCode).toBe(200);
    await expect(text(response)).rejects.toThrow('aborted');
    expect(seen).toMatchObject({ opened: 1, closed: 1 });
  });
});
