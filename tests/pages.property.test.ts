import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, isEnumType } from 'graphql';
import { escaped } from '../src/http/page-html.js';
import { changed, listIn, toggled } from '../src/pages/address.js';
import { calendarFile } from '../src/pages/calendar.js';
import type { EventPartsFragment } from '../src/pages/generated/events.js';
import { count, fill, LANGUAGES, languageOf, loadTexts, toLatin } from '../src/pages/language.js';
import { feedbackAbout } from '../src/pages/settings.js';
import { matchPath } from '../src/pages/view.js';
import { grantFilter } from '../src/pages/views/funding.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

beforeAll(() => Promise.all(LANGUAGES.map(({ prefix }) => loadTexts(prefix))));

describe('the words of the pages', () => {
  test('name every value of every enum that the pages show', () => {
    const { values } = languageOf('/').language;
    const compared = Object.entries(values).flatMap(([name, words]) => {
      const type = schema.getType(name);
      if (!isEnumType(type)) return [];
      // These are shown in part: the facets of the page.
      if (name === 'GrantDimension') return [];
      return [
        [
          name,
          Object.keys(words).sort(),
          type
            .getValues()
            .map((one) => one.name)
            .sort(),
        ],
      ];
    });
    expect(compared.length).toBeGreaterThan(15);
    for (const [name, words, wanted] of compared) expect([name, words]).toEqual([name, wanted]);
  });

  test('have the same placeholders in every language', () => {
    const textsOf = (part: unknown): readonly string[] =>
      typeof part === 'string' ? [part] : Object.values(part as object).flatMap(textsOf);
    const placeholders = (text: string) =>
      [...text.matchAll(/\{\w+\}/g)].map(([one]) => one).sort();
    const [english, ...others] = LANGUAGES.map(({ prefix }) => languageOf(prefix || '/').language);
    const paths = (part: unknown, at = ''): readonly (readonly [string, string])[] =>
      typeof part === 'string'
        ? [[at, part]]
        : Object.entries(part as object).flatMap(([key, value]) => paths(value, `${at}.${key}`));
    const wanted = new Map(paths(english?.words));
    for (const { words } of others) {
      for (const [at, text] of paths(words)) {
        const same = wanted.get(at) ?? wanted.get(at.replace(/few$/, 'other')) ?? '';
        expect([at, placeholders(text)]).toEqual([at, placeholders(same)]);
      }
      expect(textsOf(words).length).toBeGreaterThan(100);
    }
  });

  test('in Latin have no Cyrillic letter left, and digraphs follow the capitals around them', () => {
    const { words } = languageOf('/sr-latn').language;
    expect(JSON.stringify(words)).not.toMatch(/[\u0400-\u04ff]/);
    expect(['Љубав', 'ЉУБАВ', 'Његош', 'ЏЕП', 'инјекција', 'Ђорђе'].map(toLatin)).toEqual([
      'Ljubav',
      'LJUBAV',
      'Njegoš',
      'DŽEP',
      'injekcija',
      'Đorđe',
    ]);
  });

  test('count as the language does', () => {
    const { language } = languageOf('/sr');
    const texts = [1, 2, 5, 11, 21, 22].map((n) =>
      count(language, language.words.network.edges, n),
    );
    expect(texts).toEqual(['1 веза', '2 везе', '5 веза', '11 веза', '21 веза', '22 везе']);
  });
});

describe('addresses', () => {
  const values = fc.uniqueArray(fc.stringMatching(/^[a-zA-Z0-9:~._-]{1,20}$/), { maxLength: 5 });

  test('keep every list that is written into them', () => {
    fc.assert(
      fc.property(values, values, (funder, sector) => {
        const text = changed(new URLSearchParams(), { funder, sector });
        const read = new URLSearchParams(text);
        expect([listIn(read, 'funder'), listIn(read, 'sector')]).toEqual([funder, sector]);
      }),
    );
  });

  test('are the same after a value is toggled twice', () => {
    fc.assert(
      fc.property(values, fc.string(), (list, value) => {
        const twice = toggled(toggled(list, value), value);
        expect([...twice].sort()).toEqual([...list].sort());
      }),
    );
  });

  test('of any path are read without a fault', () => {
    fc.assert(
      fc.property(fc.string(), (part) => {
        const path = `/organizations/${part}`;
        const found = matchPath('/organizations/:slug', path);
        if (part !== '' && !part.includes('/')) expect(found).not.toBeNull();
        expect(languageOf(path).language.tag).toBe('en');
      }),
    );
    expect(matchPath('/organizations/:slug', '/organizations/ni%C5%A1')).toEqual({ slug: 'niš' });
  });

  test('with no condition select all grants, and each condition narrows by its own parameter', () => {
    expect(grantFilter(new URLSearchParams())).toEqual({});
    const search = new URLSearchParams('funder=a,~&not-sector=X:1&year=2015&q=park');
    expect(grantFilter(search)).toEqual({
      and: [
        { or: [{ funder: { in: ['a'] } }, { funder: { isNull: true } }] },
        { not: { sector: { in: ['X:1'] } } },
        { year: { in: [2015] } },
        { title: { contains: 'park' } },
      ],
    });
    expect(grantFilter(search, 'funder')).not.toMatchObject({ and: [{ or: expect.anything() }] });
  });
});

test('escaped text has no markup, and says the same', () => {
  const meaning: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  fc.assert(
    fc.property(fc.string(), (text) => {
      const safe = escaped(text);
      expect(safe).not.toMatch(/[<>"']/);
      expect(safe.replace(/&(amp|lt|gt|quot|#39);/g, (one) => meaning[one] ?? one)).toBe(text);
    }),
  );
  expect(fill('{a} {b}', { a: '$&' })).toBe('$& {b}');
});

test('a calendar file keeps every text in lines of at most 75 octets, as RFC 5545 says', () => {
  const event = { id: 'x', slug: 'ž', startsAt: '2015-12-22T13:00:00.000Z', endsAt: null };
  // Signs with a meaning in calendars, beside all others; long enough for several lines.
  const unit = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(';', ',', '\\', '\n'),
  );
  const texts = fc.string({ unit, maxLength: 300, size: 'max' });
  fc.assert(
    fc.property(texts, texts, (title, venue) => {
      const { source, ...rest } = { source: { title: 'S' }, address: null, city: null };
      const one = { ...event, ...rest, source, title, venue, description: null };
      const file = calendarFile([one as unknown as EventPartsFragment], 'https://a.example');
      expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
      const lines = file.split('\r\n');
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        // eslint-disable-next-line no-control-regex -- they must not be there
        expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
      }
      const whole = file.replaceAll('\r\n ', '').split('\r\n');
      const summary = whole.find((line) => line.startsWith('SUMMARY:'))?.slice(8) ?? '';
      expect(summary.replaceAll(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/);
      const meant = summary.replaceAll(/\\(.)/g, (_all, sign: string) =>
        sign === 'n' ? '\n' : sign,
      );
      const plain = title.replaceAll(/\r\n|\r/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '');
      expect(meant).toBe(plain);
    }),
  );
});

test('a report has the title and the address, for mail and for forms', () => {
  const about = { title: 'A & B: Figures', address: 'https://a.example/x?y=1#z' };
  const mail = new URL(feedbackAbout('mailto:data@example.org', about));
  expect([mail.pathname, mail.searchParams.get('subject'), mail.searchParams.get('body')]).toEqual([
    'data@example.org',
    about.title,
    about.address,
  ]);
  expect(mail.search).not.toContain('+');
  const form = new URL(feedbackAbout('https://b.example/new?labels=data', about));
  expect(form.searchParams.get('labels')).toBe('data');
  expect(form.searchParams.get('title')).toBe(about.title);
});
