import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sumOfDecimals } from '../src/domain/sum-of-decimals.js';
import { validBudgets } from '../src/domain/valid-budgets.js';
import { initiativeSlug } from '../src/import/iati/activity-rows.js';
import { identifierOf, partyOf } from '../src/import/iati/party.js';

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const asText = (value: number) =>
  `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;

describe('a sum of decimals', () => {
  test('is exact: it equals the sum in cents', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1 }), (all) => {
        expect(sumOfDecimals(all.map(asText))).toBe(asText(all.reduce((sum, each) => sum + each)));
      }),
    );
  });

  test.each([
    [[], '0'],
    [['0.1', '0.2'], '0.3'],
    [['1', '-0.999'], '0.001'],
    [['-0.5', '0.25'], '-0.25'],
    [
      ['123456789012345678901234567890', '0.000000000001'],
      '123456789012345678901234567890.000000000001',
    ],
  ])('%j is %s', (texts, sum) => {
    expect(sumOfDecimals(texts)).toBe(sum);
  });
});

describe('the slug of an initiative', () => {
  const identifier = fc.string({
    unit: fc.constantFrom('a', 'A', '1', '-', '/', '_', ' ', 'ž'),
    minLength: 1,
    maxLength: 6,
  });

  test('has the form of a slug', () => {
    fc.assert(
      fc.property(identifier, (text) => {
        expect(initiativeSlug(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });

  test('is different for different identifiers', () => {
    fc.assert(
      fc.property(fc.uniqueArray(identifier, { minLength: 2, maxLength: 40 }), (texts) => {
        expect(new Set(texts.map(initiativeSlug)).size).toBe(texts.length);
      }),
    );
  });

  test('is the identifier itself if that is a valid slug', () => {
    expect(initiativeSlug('XM-DAC-41123-PROJECT-102125')).toBe('xm-dac-41123-project-102125');
  });
});

test.each([
  ['GB-CHC-202918', 'GB-CHC 202918'],
  ['RS-APR-06115403', 'RS-APR 06115403'],
  ['XI-IATI-EC_NEAR', 'XI-IATI EC_NEAR'],
  ['XM-DAC-5-7', 'XM-DAC 5-7'],
  ['44000', 'XM-DAC 44000'],
  ['XM-DAC-44000', 'XM-DAC 44000'],
  ['DAC-1601', 'XM-DAC 1601'],
  ['SE-0', 'XI-IATI SE-0'],
  ['US-USAGOV', 'XI-IATI US-USAGOV'],
  ['GB-COH-213890 ', 'GB-COH 213890'],
  // Kinds of organisations of the DAC, not one.
  ['22000', null],
  ['XM-DAC-11000', null],
  ['12001', null],
  // A list without a number, a number of a publisher's own, words.
  ['GB-COH', null],
  ['03803', null],
  ['AC-22', null],
  ['10-Government', null],
  ['Non IATI registered organisation', null],
  ['DK-CVR-DK-CVR | Danish', null],
  ['', null],
])('the reference %j identifies %s', (reference, identifier) => {
  const found = identifierOf(reference);
  expect(found === null ? null : `${found.scheme} ${found.value}`).toBe(identifier);
});

test.each([
  ['Information Redacted', '', null],
  ['USAID redacted this field in accordance with the exceptions', '', null],
  ['Name Withheld', 'N/A', null],
  [' ', ';', null],
  ['  Ministry \n of Finance ', '', { name: 'Ministry of Finance', otherName: null }],
  ['Grad Nis*City Of Nis', '', { name: 'Grad Nis', otherName: 'City Of Nis' }],
  ['Amica Ev*', '', { name: 'Amica Ev', otherName: null }],
  ['', 'GB-CHC-1', { name: null, identifier: { scheme: 'GB-CHC', value: '1' } }],
  ['', 'AC-22', { name: 'AC-22', identifier: null }],
])('the party %j with the reference %j', (name, reference, party) => {
  const found = partyOf({ name, reference });
  if (party === null) expect(found).toBeNull();
  else expect(found).toMatchObject(party);
});

describe('the budgets of an activity', () => {
  const budget = (isRevised: boolean, start: string, end: string, currency = 'EUR') => ({
    kind: isRevised ? ('REVISED' as const) : ('ORIGINAL' as const),
    startsOn: `${start}-01-01`,
    endsOn: `${end}-12-31`,
    currency,
  });
  const revised = budget(true, '2020', '2020');

  test.each([
    ['an original one for the same period does not count', budget(false, '2020', '2020'), false],
    ['one of a time that begins before does not', budget(false, '2019', '2020'), false],
    ['one of another time does', budget(false, '2021', '2021'), true],
    ['one in another currency does', budget(false, '2020', '2020', 'USD'), true],
    ['another revised one does', budget(true, '2020', '2020'), true],
  ])('with a revised one, %s', (_, other, counts) => {
    expect(validBudgets([other, revised])).toEqual(counts ? [other, revised] : [revised]);
  });
});
