import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { openTestDatabase } from '../support/databases.js';
import { openFederated, type Federated } from '../support/federated.js';

const EXAMPLE = new URL('../../../examples/federation/procurement.js', import.meta.url);

interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

let database: Database;
let procurement: Started;
let federated: Federated;
beforeAll(async () => {
  const { startProcurement } = (await import(EXAMPLE.href)) as {
    startProcurement(port: number): Promise<Started>;
  };
  procurement = await startProcurement(0);
  const { data } = await ask('{ _service { sdl } }');
  database = await openTestDatabase('FOUNDING');
  federated = await openFederated(database, {}, [
    { name: 'procurement', url: procurement.url, sdl: data._service.sdl },
  ]);
});
afterAll(async () => {
  await federated.close();
  await procurement.stop();
  await database.close();
});

/** Asks the subgraph of the example itself. */
async function ask(query: string, variables: object = {}) {
  const response = await fetch(procurement.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into the answer as it likes
  return (await response.json()) as { readonly data?: any; readonly errors?: unknown };
}

describe('the subgraph of another body', () => {
  test('is complete in less than a hundred lines', () => {
    expect(readFileSync(EXAMPLE, 'utf8').split('\n').length).toBeLessThan(100);
  });

  test('leads from its contracts to what we know of their buyers', async () => {
    const { data, errors } = await federated.ask(
      '{ contracts { title value buyer { name __typename grantsReceived { totalCount } claims { totalCount } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.contracts).toHaveLength(3);
    expect(data.contracts[0]).toEqual({
      title: 'Renovation of an electronics workshop',
      value: '97250.00',
      buyer: {
        __typename: 'Institution',
        name: 'University of Niš',
        grantsReceived: { totalCount: expect.any(Number) },
        claims: { totalCount: expect.any(Number) },
      },
    });
  });

  test('adds its contracts to our organizations, of whatever kind, and null to those that it cannot know', async () => {
    const { data, errors } = await federated.ask(`{
      organization(slug: "university-of-novi-sad") { contracts { id } }
      institution(slug: "university-of-nis") { contracts { id } }
      cluster(slug: "nicat") { identifier { value } contracts { id } }
      search(query: "novi sad university", first: 1) { nodes { ... on Organization { contracts { id } } } }
    }`);
    expect(errors).toBeUndefined();
    const ofNoviSad = [{ id: '2024-0342' }, { id: '2024-0117' }];
    expect(data).toEqual({
      organization: { contracts: ofNoviSad },
      institution: { contracts: [{ id: '2025-0028' }] },
      // It has no register number.
      cluster: { identifier: null, contracts: null },
      search: { nodes: [{ contracts: ofNoviSad }] },
    });
  });

  test('takes only the key from what a gateway sends', async () => {
    const { data } = await ask(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Organization { contracts { id } } } }`,
      {
        keys: [
          {
            __typename: 'Organization',
            identifier: { scheme: 'XI-ROR', value: '00965bg92' },
            contracts: [{ id: 'forged' }],
          },
        ],
      },
    );
    expect(data._entities).toEqual([{ contracts: [{ id: '2025-0028' }] }]);
  });
});
