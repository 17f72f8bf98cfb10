import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { clientErrorOf } from '../src/client-errors.js';
import * as ofDatabase from '../src/database/errors.js';
import { ClientError } from '../src/errors.js';
import * as ofNetwork from '../src/network/errors.js';

const LOWER_LAYERS = ['src/database', 'src/network', 'src/aggregates'];

test.each([
  [new ofDatabase.DatabaseUnreachableError('ECONNREFUSED'), 'SERVICE_UNAVAILABLE'],
  [new ofDatabase.StatementTimeoutError(10), 'TIMEOUT'],
  [new ofDatabase.OthersWaitError(), 'TIMEOUT'],
  [new ofDatabase.InvalidTextError('invalid byte sequence'), 'BAD_USER_INPUT'],
  [new ofNetwork.ComputationTimeoutError(10), 'TIMEOUT'],
  [new ofNetwork.NetworkChangesError(5), 'TIMEOUT'],
])('clients see %s as %s, in words for them', (error, code) => {
  const shown = clientErrorOf(error);
  expect(shown?.extensions).toEqual({ code });
  expect(shown?.message).not.toBe(error.message);
  expect(shown?.message).toMatch(/\. \w/);
});

test('every error of the database and the network has an entry', () => {
  const errors = [...Object.values(ofDatabase), ...Object.values(ofNetwork)].map((Type) =>
    Reflect.construct(Type, []),
  );
  expect(errors.filter((error) => clientErrorOf(error) === null)).toEqual([]);
  expect(errors.length).toBeGreaterThan(4);
});

test('an error for clients stays as it is, and a bug has none', () => {
  const error = new ClientError('NOT_FOUND', 'Nothing is here.');
  expect(clientErrorOf(error)).toBe(error);
  expect(clientErrorOf(new TypeError('x is not a function'))).toBeNull();
});

test.each(LOWER_LAYERS)('%s knows nothing of clients', (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const knowing = files.filter((file) =>
    /\bClientError\b|\bbadInput\b/.test(readFileSync(join(folder, file), 'utf8')),
  );
  expect(files).not.toEqual([]);
  expect(knowing).toEqual([]);
});
