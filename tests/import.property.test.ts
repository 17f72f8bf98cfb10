import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimalOf, plainDecimal, xsdDecimalOf } from '../src/domain/decimal.js';
import { splitIdentifier } from '../src/domain/organization-identifier.js';
import { slugOf } from '../src/domain/slug.js';
import { meansOngoing, writtenDate } from '../src/domain/written-date.js';
import { excelNumber, excelTime } from '../src/import/excel-values.js';

const cents = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
/** An amount of cents as a decimal text. */
function ofCents(amount: bigint, mark = '.'): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`;
}

describe('a decimal', () => {
  test('keeps every digit, with a decimal point and a decimal comma', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        expect(decimalOf(ofCents(amount))).toBe(ofCents(amount));
        expect(decimalOf(ofCents(amount, ','), 'COMMA')).toBe(ofCents(amount));
        expect(plainDecimal(ofCents(amount))).toBe(ofCents(amount));
      }),
    );
  });

  test.each([
    ['960619,95', 'POINT', null],
    ['960619,95', 'COMMA', '960619.95'],
    ['528340.97', 'COMMA', '528340.97'],
    ['1.234', 'COMMA', null],
    ['1.234', 'POINT', '1.234'],
    ['1,234', 'POINT', null],
    ['1.234.567', 'COMMA', null],
    ['1 000', 'POINT', null],
    ['1e3', 'POINT', null],
    ['', 'POINT', null],
    ['-0', 'POINT', '0'],
    ['+007.50', 'POINT', '7.50'],
  ] as const)('%j with the decimal separator %s is %j', (text, decimals, value) => {
    expect(decimalOf(text, decimals)).toBe(value);
  });

  test.each([
    ['.2', '0.2'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    ['+5', '5'],
    [' 12.50 ', '12.50'],
    ['.', null],
    ['+', null],
    ['', null],
    ['1,5', null],
    ['1e3', null],
  ])('in XML, %j is %j', (text, value) => {
    expect(xsdDecimalOf(text)).toBe(value);
  });

  test.each([
    ['1.5e3', '1500'],
    ['2.85617E-14', '0.0000000000000285617'],
    ['-1.25e1', '-12.5'],
    ['1e', null],
    ['NaN', null],
  ])('with an exponent, %s is %j', (text, value) => {
    expect(plainDecimal(text)).toBe(value);
  });

  test('in a cell is the typed number, although Excel writes more digits than are significant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (amount) => {
        const typed = Number(ofCents(BigInt(amount)));
        expect(Number(excelNumber(typed.toPrecision(17)))).toBe(typed);
      }),
    );
    expect(excelNumber('1234.5599999999999')).toBe('1234.56');
    expect(excelNumber('5365808709.1800003')).toBe('5365808709.18');
    expect(excelNumber('626199.99999984')).toBe('626199.99999984');
  });
});

test('a day survives the conversion to an Excel number and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 80_000 }), (days) => {
      const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
      expect(excelTime(String(days), false)).toBe(day);
      expect(excelTime(String(days - 1462), true) ?? day).toBe(days < 1462 ? day : day);
    }),
  );
  expect(excelTime('44222', false)).toBe('2021-01-26');
  expect(excelTime('1', false)).toBe('1900-01-01');
  expect(excelTime('44222.4375', false)).toBe('2021-01-26T10:30:00');
  expect(excelTime('42760', true)).toBe('2021-01-26');
  expect(excelTime('-1', false)).toBeNull();
});

describe('a date in a cell', () => {
  test.each([
    ['1.11.2017', '2017-11-01'],
    ['31.12.2015.', '2015-12-31'],
    ['25.05.2020 00:00', '2020-05-25'],
    ['1. 11. 2017.', '2017-11-01'],
    ['11.2017', '2017-11'],
    ['2017', '2017'],
    ['2017.', '2017'],
    ['2017-11-01', '2017-11-01'],
    ['2017-11-01T10:00:00', '2017-11-01'],
    ['30.2.2015', null],
    ['1/11/2017', null],
    ['01.12.2016; 13.12.2017.', null],
    ['Ongoing', null],
    ['1.11.17', null],
  ])('%j is %j', (text, date) => {
    expect(writtenDate(text)).toBe(date);
  });

  test('can be a word for an open end in English and Serbian', () => {
    expect(['Ongoing', 'ongoing.', 'u toku', 'У току'].map(meansOngoing)).toEqual(
      Array(4).fill(true),
    );
    expect(['2017', 'on', ''].map(meansOngoing)).toEqual([false, false, false]);
  });
});

describe('a slug', () => {
  test('is short and valid for any name, and the slug of a slug is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });

  test.each([
    ['Ниш', 'nis'],
    ['Niš', 'nis'],
    ['Đorđe & sinovi d.o.o.', 'djordje-sinovi-d-o-o'],
    ['Љубав', 'ljubav'],
    ['東京', ''],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

test.each([
  ['GB-CHC-1164883', 'GB-CHC', '1164883'],
  ['RS-APR-06115403', 'RS-APR', '06115403'],
  ['XM-DAC-301-1', 'XM-DAC', '301-1'],
  ['XI-IATI-EC_NEAR', 'XI-IATI', 'EC_NEAR'],
  ['360G-ABCT-ORG:1', '360G-ABCT', 'ORG:1'],
  ['CA_ON-ONT-12', 'CA_ON-ONT', '12'],
  ['CN-11-CR-91', 'CN-11-CR', '91'],
  ['gb-coh-SC012345', 'GB-COH', 'SC012345'],
  ['ISNI-0000000122904914', 'ISNI', '0000000122904914'],
  ['fundref-501100000780', 'FUNDREF', '501100000780'],
])('the identifier %s is %s in %s', (text, scheme, value) => {
  expect(splitIdentifier(text)).toEqual({ scheme, value });
});

test.each(['', '41119', 'Zavod', 'GB-CHC', 'GB-CHC-', 'ABC-DEF-1', 'GB-CHC-1 2', 'zavod-d-o-o'])(
  '%j is not an org-id.guide identifier',
  (text) => {
    expect(splitIdentifier(text)).toBeNull();
  },
);
