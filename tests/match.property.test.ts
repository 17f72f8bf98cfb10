import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse } from 'yaml';
import { FOUNDING_DATA_SET } from '../src/cli.js';
import { plainLatin } from '../src/domain/slug.js';
import { DEFAULT_THRESHOLD, Candidates } from '../src/match/candidates.js';
import { scoreOf, type Described } from '../src/match/score.js';
import { wordsOf } from '../src/match/words.js';

const describedAs = (fields: Partial<Described>): Described => ({
  names: [],
  identifiers: [],
  country: null,
  city: null,
  website: null,
  ...fields,
});
const named = (...names: readonly string[]) => describedAs({ names });
const ALIKE = () => 1;

const name = fc
  .array(
    fc.constantFrom('Klaster', 'Cluster', 'Ниш', 'Niš', 'metal', 'd.o.o.', 'of', 'Ađa', '12', 'Џ'),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(' '));
const described: fc.Arbitrary<Described> = fc.record({
  names: fc.array(name, { maxLength: 3 }),
  identifiers: fc.array(
    fc.record({
      scheme: fc.constantFrom('RS-APR', 'XI-ROR'),
      value: fc.constantFrom('1', '2'),
    }),
    { maxLength: 2 },
  ),
  country: fc.constantFrom(null, 'RS', 'NO'),
  city: fc.constantFrom(null, 'Niš', 'Ниш', 'Novi Sad'),
  website: fc.constantFrom(null, 'https://a.example', 'http://www.a.example/x', 'not an address'),
});

describe('the words of a name', () => {
  test.each([
    ['Niš Cluster of Advanced Technologies', 'Niš, Cluster Advanced TECHNOLOGIES'],
    ['Ниш', 'Niš'],
    ['Дунђер', 'Dunđer'],
    ['Војвођански ИКТ кластер', 'Vojvođanski IKT klaster'],
    ['Regionalna razvojna agencija Zlatibor d.o.o.', 'Regionalna razvojna agencija Zlatibor'],
    ['Metal a. d.', 'Metal A.D.'],
    ['Ecorys Nederland B.V.', 'Ecorys Nederland'],
    ['GFA Consulting Group GmbH', 'GFA Consulting Group'],
    ['Friuli Innovazione s.c.a r.l.', 'FRIULI INNOVAZIONE'],
    ['Univerzitet u Nišu', 'University Nišu'],
  ])('are the same for %s and %s', (one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other));
  });

  test('are the same whatever the case, the legal form and the spaces', () => {
    fc.assert(
      fc.property(name, fc.constantFrom(' d.o.o.', ' Ltd', ', a.d.', ' GmbH'), (text, form) => {
        const plain = wordsOf(text);
        // A name of legal forms alone keeps them.
        fc.pre(plain.length > 0 && !plain.includes('do'));
        expect(wordsOf(`  ${text.toUpperCase()}${form} `)).toEqual(plain);
      }),
    );
  });

  test('remain if a name has only such words', () => {
    expect(wordsOf('Co. Ltd')).not.toEqual([]);
  });
});

describe('the score', () => {
  test('is from 0 to 1, and the same in both directions', () => {
    fc.assert(
      fc.property(described, described, (one, other) => {
        const score = scoreOf(one, other, ALIKE);
        expect(score.value).toBeGreaterThanOrEqual(0);
        expect(score.value).toBeLessThanOrEqual(1);
        expect(scoreOf(other, one, ALIKE).value).toBeCloseTo(score.value, 10);
      }),
    );
  });

  test('of the same name is enough, unless a number, the country or the city says otherwise', () => {
    const vmc = describedAs({
      names: ['Vojvodina Metal Cluster'],
      identifiers: [{ scheme: 'RS-APR', value: '1' }],
      country: 'RS',
      city: 'Temerin',
    });
    const with_ = (fields: Partial<Described>) =>
      scoreOf(vmc, describedAs({ names: ['Vojvodina metal klaster'], ...fields }), ALIKE);
    expect(with_({}).value).toBeGreaterThanOrEqual(DEFAULT_THRESHOLD);
    expect(with_({}).reasons).toEqual(['SAME_NAME']);
    expect(with_({ city: 'Темерин' }).reasons).toEqual(['SAME_NAME', 'SAME_CITY']);
    expect(with_({ city: 'Temerin' }).value).toBeGreaterThan(with_({}).value);
    expect(with_({ city: 'Subotica' }).value).toBeLessThan(DEFAULT_THRESHOLD);
    expect(with_({ country: 'NO' })).toEqual({ value: 0, reasons: [] });
    expect(with_({ identifiers: [{ scheme: 'RS-APR', value: '2' }] }).value).toBe(0);
    expect(with_({ identifiers: [{ scheme: 'RS-PIB', value: '2' }] }).value).toBeGreaterThan(0);
    // A number of a register of Korea
    expect(with_({ identifiers: [{ scheme: 'KR-GOV', value: '030' }] }).value).toBe(0);
    expect(with_({ identifiers: [{ scheme: 'XI-IATI', value: 'CH-4' }] }).value).toBe(0);
    expect(with_({ identifiers: [{ scheme: 'XI-ROR', value: '2' }] }).value).toBeGreaterThan(0);
  });

  test('takes a website for more than a name', () => {
    const site = (website: string, ...names: readonly string[]) => describedAs({ names, website });
    const score = scoreOf(
      site('http://www.vmc.rs/eng', 'VMC'),
      site('https://vmc.rs', 'Vojvođanski metalski klaster'),
      ALIKE,
    );
    expect(score.value).toBeGreaterThanOrEqual(DEFAULT_THRESHOLD);
    expect(score.reasons).toContain('SAME_WEBSITE');
  });

  test('ignores an acronym and the city beside a name', () => {
    const giz = named('GIZ', 'Deutsche Gesellschaft für Internationale Zusammenarbeit');
    const written = named('Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ) GmbH');
    expect(scoreOf(giz, written, ALIKE).reasons).toContain('SAME_NAME');
    const centre = describedAs({ names: ['Business Development Center'], city: 'Kragujevac' });
    expect(
      scoreOf(centre, named('Business Development Center Kragujevac'), ALIKE).reasons,
    ).toContain('SAME_NAME');
  });

  test.each([
    ['RDA Jug', 'Regionalna razvojna agencija Jug', 'Niš', true],
    ['TTA Textile Cluster', 'Textile Trade Association – Textile Cluster', null, false],
    ['USAID', 'United States Agency for International Development (USAID)', null, true],
    ['European Commission', 'European Commission/EC', null, true],
    ['Norway', 'NORWAY, Government of', null, true],
    ['Municipality of Temerin', 'Skupština opštine Temerin', null, true],
    ['Serbian Chamber', 'Privredna komora Srbije', null, true],
    // A country alone is not an organization of it.
    ['AC Serbia', 'Serbia', null, false],
    ['Regional Chamber Niš', 'Regionalna privredna komora Leskovac', null, false],
  ])('reads %s and %s', (one, other, city, isEnough) => {
    const names = one === 'AC Serbia' ? [one, 'Automotive Cluster of Serbia'] : [one];
    const { value } = scoreOf(
      describedAs({ names, city }),
      named(city === null ? other : `${other} d.o.o. ${city}`),
      ALIKE,
    );
    expect(value >= DEFAULT_THRESHOLD).toBe(isEnough);
  });

  test('ignores the parent and the kind beside a name', () => {
    const faculty = describedAs({
      names: ['Faculty of Technical Sciences'],
      parentNames: ['University of Novi Sad'],
    });
    const written = named('Univerzitet u Novom Sadu Fakultet tehničkih nauka');
    expect(scoreOf(faculty, written, ALIKE).reasons).toContain('SAME_NAME');
    const cluster = describedAs({ names: ['Dunđer'], kind: 'cluster' });
    expect(scoreOf(cluster, named('Klaster Dundjer'), ALIKE).reasons).toContain('SAME_NAME');
    expect(scoreOf(cluster, named('Klaster'), ALIKE).value).toBe(0);
  });

  test('of an organization with itself is enough, and it is found', () => {
    fc.assert(
      fc.property(described, fc.array(described, { maxLength: 5 }), (one, others) => {
        fc.pre(one.names.some((each) => wordsOf(each).join('').length >= 4));
        const found = new Candidates([...others, one]).proposalsFor(one, DEFAULT_THRESHOLD);
        expect(found.map(({ candidate }) => candidate)).toContain(one);
      }),
    );
  });
});

interface Labelled {
  readonly names: readonly string[];
  /** The slug of the organization that it is; empty for none. */
  readonly organization: string;
}

const recordsIn = (name: string) => {
  const file = fileURLToPath(new URL(`../../tests/fixtures/match/${name}.csv`, import.meta.url));
  return parseCsv<Record<string, string>>(readFileSync(file), { columns: true });
};

/** What is proposed for each name, and how much of it is right. */
function measured(
  index: Candidates<Described & { readonly slug: string }>,
  labelled: readonly Labelled[],
) {
  const proposals = labelled.flatMap(({ names, organization }) =>
    index
      .proposalsFor(named(...names), DEFAULT_THRESHOLD)
      .map(({ candidate }) => ({ names, slug: candidate.slug, organization })),
  );
  const right = new Set(
    proposals.filter(({ slug, organization }) => slug === organization).map(({ names }) => names),
  );
  return {
    wrong: proposals.filter(({ slug, organization }) => slug !== organization),
    precision: right.size / proposals.length,
    recall: right.size / labelled.filter(({ organization }) => organization !== '').length,
  };
}

describe('matching of a labelled set', () => {
  const SHEET = 'iati-country-sheet-rs';
  interface FoundingRecord {
    readonly type: string;
    readonly slug: string;
    readonly name: string;
    readonly source: string;
    readonly category?: string;
    readonly parent?: string;
    readonly country?: string;
    readonly city?: string;
    readonly website?: string;
    readonly otherNames?: readonly { readonly text: string; readonly source?: string }[];
  }
  const records = parse(
    readFileSync(`${FOUNDING_DATA_SET}/organizations.yaml`, 'utf8'),
  ) as readonly FoundingRecord[];
  const labelled = recordsIn('names').map(
    ({ Name = '', 'Other Name': other = '', Organization = '' }): Labelled => ({
      names: [Name, other].filter((text) => text !== ''),
      organization: Organization,
    }),
  );
  const folded = (text: string) => plainLatin(text).replace(/[^\p{L}\p{N}]/gu, '');
  /** The graph as it was before: without what the sheet added, and without other names that are in the set. */
  const inSet = new Set(labelled.flatMap(({ names }) => names.map(folded)));
  const candidates = records
    .filter(({ source }) => source !== SHEET)
    .map(({ type, slug, name: own, source, otherNames = [], ...rest }) => ({
      slug,
      names: [
        own,
        ...otherNames
          .filter((each) => (each.source ?? source) !== SHEET && !inSet.has(folded(each.text)))
          .map(({ text }) => text),
      ],
      identifiers: [],
      country: rest.country ?? null,
      city: rest.city ?? null,
      website: rest.website ?? null,
      parentNames: records.filter((each) => each.slug === rest.parent).map((each) => each.name),
      kind: type === 'Cluster' || rest.category?.endsWith('_CLUSTER') === true ? 'cluster' : null,
    }));
  const index = new Candidates(candidates);
  const stored = new Map(candidates.map(({ slug, names }) => [slug, names.map(folded)]));

  test('is right in at least 98 of 100 proposals, and finds names that are not stored', () => {
    const set = labelled
      .map(({ names, organization }) => ({
        names,
        organization: stored.has(organization) ? organization : '',
      }))
      .filter(
        ({ names, organization }) =>
          !names.some((each) => stored.get(organization)?.includes(folded(each))),
      );
    const { wrong, precision, recall } = measured(index, set);

    expect(set.length).toBeGreaterThan(80);
    expect(wrong).toEqual([]);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.69);
  });

  test('is right for names that no rule was made from: those of institutions in two languages', () => {
    const heldOut = recordsIn('held-out').map(({ Name = '', 'Other Name': other = '' }, at) => ({
      names: [Name],
      other,
      organization: String(at),
    }));
    const english = heldOut.map(({ other, organization }) => ({
      ...named(other),
      slug: organization,
    }));
    const { wrong, precision, recall } = measured(new Candidates(english), heldOut);

    expect(heldOut.length).toBeGreaterThan(280);
    expect(wrong).toEqual([]);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.2);
  });
});
