import { expect, test } from '@jest/globals';

import { idOfKey, isIdOf, newId, type GrantId, type OrganizationId } from '../src/domain/ids.js';
import { rows } from '../src/fields/columns.js';
import { Grant } from '../entities/funding/grant.entity.js';

// The compiler is the test: each `@ts-expect-error` fails the build if the line after it compiles.
test('an id is of one kind, and no other text is an id', () => {
  const organization: OrganizationId = newId('Organization');
  // @ts-expect-error an organization is not a grant
  const grant: GrantId = organization;
  // @ts-expect-error text from outside is not an id before it is checked
  const text: OrganizationId = 'ada';
  // @ts-expect-error a grant has no funder of another kind
  const row: Partial<Grant> = { funderId: idOfKey('Sector', 'DAC:11110') };
  expect([grant, text, row]).toHaveLength(3);
});

test('text becomes an id by a check of its kind', () => {
  const text: string = newId('Grant');
  expect(isIdOf('Organization', text)).toBe(false);
  if (!isIdOf('Grant', text)) throw new Error('It is the id of a grant.');
  const grant: GrantId = text;
  expect(grant).toBe(text);
});

test('an id is still a column', () => {
  const grant = rows(Grant);
  expect([grant.id, grant.funderId, grant.parentId]).not.toContain(undefined);
});
