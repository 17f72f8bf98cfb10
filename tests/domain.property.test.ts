import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  activityId,
  grantOfThreeSixtyGivingId,
  threeSixtyGivingId,
  unpublishedOf,
} from '../src/domain/coined-identifiers.js';
import { shareOf } from '../src/domain/decimal.js';
import fc from 'fast-check';
import { ID_TAGS, idOfKey, kindOfId, newId, parseId, type IdKind } from '../src/domain/ids.js';
import { canBeInOrder, isDay, isPartialDate } from '../src/domain/partial-date.js';
import { decodeCursor, encodeCursor } from '../src/fields/cursor.js';
import type { Sorting } from '../src/fields/order.js';
import { raw } from '../src/fields/sql.js';
import { day, partialDate, period } from './support/arbitraries.js';
import { covers, type Period } from './support/in-force.js';

const kind = fc.constantFrom(...(Object.keys(ID_TAGS) as IdKind[]));
const time = fc.nat({ max: 2 ** 48 - 1 });
const text = fc.string({ unit: 'binary' });

describe('an id', () => {
  test('contains the kind of its record, whether it is new or derived from a key', () => {
    fc.assert(
      fc.property(kind, time, text, (of, now, key) => {
        for (const id of [newId(of, now), idOfKey(of, key)]) {
          expect(kindOfId(id)).toBe(of);
          expect(id.slice(14, 18)).toBe(`8${ID_TAGS[of]}`);
          expect('89ab').toContain(id.charAt(19));
        }
      }),
    );
  });

  test('is parsed in upper or lower case, and only in its canonical form', () => {
    fc.assert(
      fc.property(kind, time, (of, now) => {
        const id = newId(of, now);
        expect(parseId(id)).toBe(id);
        expect(parseId(id.toUpperCase())).toBe(id);
        for (const other of [id.slice(1), `${id}0`, ` ${id}`, id.replaceAll('-', ''), `{${id}}`]) {
          expect(parseId(other)).toBeNull();
        }
      }),
    );
  });

  test('is not parsed from any other text or type', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.integer(), fc.constant(null), fc.object()), (other) => {
        expect(parseId(other)).toBeNull();
      }),
    );
  });

  test('sorts by creation time', () => {
    fc.assert(
      fc.property(kind, kind, time, time, (one, other, early, late) => {
        fc.pre(early < late);
        expect(newId(one, early) < newId(other, late)).toBe(true);
      }),
    );
  });

  test('is unique if new, and the same for the same key', () => {
    fc.assert(
      fc.property(kind, time, text, text, (of, now, key, otherKey) => {
        expect(newId(of, now)).not.toBe(newId(of, now));
        expect(idOfKey(of, key)).toBe(idOfKey(of, key));
        expect(idOfKey(of, key) === idOfKey(of, otherKey)).toBe(key === otherKey);
      }),
    );
  });

  test('differs between kinds with the same key', () => {
    const ids = Object.keys(ID_TAGS).map((of) => idOfKey(of as IdKind, 'voict'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has no kind if its tag or version is unknown', () => {
    const id = newId('Organization');
    expect(kindOfId(`${id.slice(0, 15)}fff${id.slice(18)}`)).toBeNull();
    expect(kindOfId(`${id.slice(0, 14)}4${id.slice(15)}`)).toBeNull();
  });

  test('has a different tag for each kind', () => {
    const tags = Object.values(ID_TAGS);
    expect(new Set(tags).size).toBe(tags.length);
    for (const tag of tags) expect(tag).toMatch(/^[0-9a-f]{3}$/);
  });
});

describe('a partial date', () => {
  test('can be every day, month and year in the calendar from 1900 to 2100', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    const wrong: string[] = [];
    for (let year = 1900; year <= 2100; year += 1) {
      if (!isPartialDate(String(year)) || isDay(String(year))) wrong.push(String(year));
      for (let month = 0; month <= 13; month += 1) {
        const isMonth = month >= 1 && month <= 12;
        const monthText = `${String(year)}-${two(month)}`;
        if (isPartialDate(monthText) !== isMonth || isDay(monthText)) wrong.push(monthText);
        for (let date = 0; date <= 32; date += 1) {
          const dayText = `${monthText}-${two(date)}`;
          const is = isMonth && date >= 1 && date <= lengthOfMonth(year, month);
          if (isPartialDate(dayText) !== is || isDay(dayText) !== is) wrong.push(dayText);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('cannot have another form', () => {
    for (const other of [
      '',
      '0000',
      '0000-01-01',
      '13',
      '20130',
      '2013-6',
      '2013-06-5',
      '2013/06/25',
      '2013-06-25T00:00:00Z',
      ' 2013',
      '2013\n',
      '２０１３',
      '-2013',
      2013,
      null,
      undefined,
      new Date(),
      ['2013'],
    ]) {
      expect([other, isPartialDate(other)]).toEqual([other, false]);
    }
  });

  test('can be before or equal to another unless all its days are later', () => {
    fc.assert(
      fc.property(partialDate, partialDate, (one, other) => {
        expect(canBeInOrder(one, other)).toBe(firstDayOf(one) <= lastDayOf(other));
      }),
    );
  });
});

describe('a period', () => {
  const anywhere: Period = { since: null, until: null, attestedOn: null, status: 'CURRENT' };

  test.each<[string, Partial<Period>, readonly string[], readonly string[]]>([
    ['without known dates covers every day', {}, ['0001-01-01', '2015-12-22'], []],
    [
      'covers from its start on',
      { since: '2015-12-22' },
      ['2015-12-22', '2020-01-01'],
      ['2015-12-21'],
    ],
    ['may start on the first day of its year', { since: '2015' }, ['2015-01-01'], ['2014-12-31']],
    [
      'may start on the first day of its month',
      { since: '2010-09' },
      ['2010-09-01'],
      ['2010-08-31'],
    ],
    [
      'is counted from the day attested without a start',
      { attestedOn: '2013-03-28' },
      ['2013-03-28', '2026-01-01'],
      ['2013-03-27'],
    ],
    [
      'is counted from its start, whatever the day attested',
      { since: '2011', attestedOn: '2013' },
      ['2011-06-01'],
      ['2010-12-31'],
    ],
    [
      'may end on the last day of its year',
      { until: '2016', status: 'ENDED' },
      ['2016-12-31'],
      ['2017-01-01'],
    ],
    [
      'may end on the last day of its month',
      { until: '2009-12', status: 'ENDED' },
      ['2009-12-31'],
      ['2010-01-01'],
    ],
    [
      'covers its last day',
      { until: '2013-05-28', status: 'ENDED' },
      ['2013-05-28'],
      ['2013-05-29'],
    ],
    [
      'that ended nobody knows when lasts to the day attested',
      { since: '2010', attestedOn: '2013-06', status: 'ENDED' },
      ['2010-01-01', '2013-06-30'],
      ['2013-07-01'],
    ],
    [
      'that ended nobody knows when, not attested, is known of its start only',
      { since: '2010', status: 'ENDED' },
      ['2010-12-31'],
      ['2009-12-31', '2011-01-01'],
    ],
    [
      'that ended and was never seen covers no day',
      { status: 'ENDED' },
      [],
      ['0002-01-01', '2015-12-22'],
    ],
    [
      'of unknown status goes on',
      { since: '2013-06-25', status: 'UNKNOWN' },
      ['2026-01-01'],
      ['2013-06-24'],
    ],
  ])('%s', (_name, known, covered, notCovered) => {
    const one = { ...anywhere, ...known };
    expect(covered.filter((each) => !covers(one, each))).toEqual([]);
    expect(notCovered.filter((each) => covers(one, each))).toEqual([]);
  });

  test('covers no day before its earliest start or after its latest end', () => {
    fc.assert(
      fc.property(period, day, (one, on) => {
        if (!covers(one, on)) return;
        if (one.since !== null) expect(on >= firstDayOf(one.since)).toBe(true);
        if (one.until !== null) expect(on <= lastDayOf(one.until)).toBe(true);
      }),
    );
  });
});

describe('a cursor', () => {
  const order = fc.constantFrom('NAME_ASC', 'SINCE_DESC', 'RANK_ASC');
  const sortedBy = (name: string): Sorting => ({
    name,
    keys: [{ by: () => raw('t.key'), type: 'text', direction: 'ASC' }],
  });
  // no text in a database has U+0000 in it
  const position = fc.tuple(
    text.filter((key) => !key.includes('\0')),
    fc.uuid(),
  );

  test('returns its position, whatever the text', () => {
    fc.assert(
      fc.property(order, position, (of, at) => {
        expect(decodeCursor(encodeCursor(of, at), sortedBy(of), 'after')).toEqual(at);
      }),
    );
  });

  test('is refused, naming its argument, if one character is changed', () => {
    const characters =
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. '.split('');
    fc.assert(
      fc.property(
        order,
        position,
        fc.nat(),
        fc.constantFrom(...characters),
        (of, at, place, character) => {
          const cursor = encodeCursor(of, at);
          for (const index of [place % cursor.length, cursor.length - 1]) {
            fc.pre(cursor.charAt(index) !== character);
            const damaged = cursor.slice(0, index) + character + cursor.slice(index + 1);
            expect(faultOf(() => decodeCursor(damaged, sortedBy(of), 'after'))).toEqual({
              code: 'BAD_USER_INPUT',
              inputPath: ['after'],
            });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is refused if characters are missing or added', () => {
    fc.assert(
      fc.property(order, position, text, (of, at, more) => {
        const cursor = encodeCursor(of, at);
        for (const damaged of [cursor.slice(1), cursor.slice(0, -1), `${cursor}=`, cursor + more]) {
          if (damaged === cursor) continue;
          expect(faultOf(() => decodeCursor(damaged, sortedBy(of), 'before'))).toMatchObject({
            code: 'BAD_USER_INPUT',
          });
        }
      }),
    );
  });

  test('with other content but a valid checksum is refused', () => {
    const payload = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(fc.oneof(order, text, fc.integer()), { maxLength: 4 }).map((a) => JSON.stringify(a)),
    );
    fc.assert(
      fc.property(payload, order, (content, of) => {
        const checksum = createHash('md5').update(content).digest('hex').slice(0, 8);
        const cursor = Buffer.from(checksum + content).toString('base64url');
        expect(faultOf(() => decodeCursor(cursor, sortedBy(of), 'after'))).toMatchObject({
          code: 'BAD_USER_INPUT',
        });
      }),
    );
  });

  test('of one order is refused in a list with another order', () => {
    fc.assert(
      fc.property(order, order, position, (of, asked, at) => {
        fc.pre(of !== asked);
        expect(faultOf(() => decodeCursor(encodeCursor(of, at), sortedBy(asked), 'after'))).toEqual(
          {
            code: 'BAD_USER_INPUT',
            inputPath: ['after'],
          },
        );
      }),
    );
  });
});

const lengthOfMonth = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The earliest day that a partial date can mean. */
const firstDayOf = (date: string) => `${date}-01-01`.slice(0, 10);

/** The latest day that a partial date can mean. */
function lastDayOf(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5))];
  return `${date}-${String(lengthOfMonth(year, month)).padStart(2, '0')}`;
}

function faultOf(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { extensions?: unknown }).extensions ?? error;
  }
}

describe('an identifier that an export makes up', () => {
  const numbers = fc.record({
    scheme: fc.constantFrom('THREE_SIXTY_GIVING' as const, 'IATI' as const, 'SCAN' as const),
    identifier: fc.string({ minLength: 1, unit: 'grapheme' }),
    currency: fc.constantFrom('EUR', 'RSD'),
  });

  test('of a grant in 360Giving resolves to the grant', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        fc.pre(!number.identifier.startsWith('360G-SCAN-'));
        const id = threeSixtyGivingId(number);
        expect(grantOfThreeSixtyGivingId(id, number.currency)).toEqual(number);
        if (number.scheme !== 'THREE_SIXTY_GIVING') expect(id).not.toMatch(/[\s/\\&|?]/u);
      }),
    );
  });

  test('of an activity begins with its reporter and resolves to the grant or initiative', () => {
    const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/);
    const reporter = fc.constantFrom('XM-DAC-7', '360G-SCAN-scan', 'RS-APR-1-SCAN-2');
    const unpublished = fc.oneof(
      numbers.filter(({ scheme }) => scheme !== 'IATI'),
      fc.record({ slug }),
    );
    fc.assert(
      fc.property(unpublished, reporter, (of, ref) => {
        const id = activityId(ref, of);
        expect(id.startsWith(`${ref}-`)).toBe(true);
        expect(unpublishedOf(id, ref)).toEqual(of);
        expect(unpublishedOf(id, 'XM-DAC-8')).toBeNull();
      }),
    );
  });

  test('is never parsed from an identifier of a publisher', () => {
    for (const id of [
      'XM-DAC-7-P1',
      'XM-DAC-7-SCAN-',
      'XM-DAC-7-SCAN-lower',
      'XM-DAC-7-SCAN-A_B',
    ]) {
      expect(unpublishedOf(id, 'XM-DAC-7')).toBeNull();
    }
    for (const id of ['360G-ABCT-1', '360G-SCAN-IATI--EUR', '360G-SCAN-SCAN-a%zz-EUR']) {
      expect(grantOfThreeSixtyGivingId(id, 'EUR')).toMatchObject({ identifier: id });
    }
  });
});

test('a share of an amount is exact', () => {
  expect(shareOf('12345678901234567.89', '33.3')).toBe('4111111074111111.10737');
  expect(shareOf('-0.5', '50')).toBe('-0.25');
  expect(shareOf('100', '100')).toBe('100');
  expect(shareOf('1', '0.001')).toBe('0.00001');
});
