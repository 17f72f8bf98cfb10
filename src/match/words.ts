import { plainLatin } from '../domain/slug.js';

/** Legal forms, as they are written after a name. They say nothing about which organization it is. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `ab ad ag as asbl bv co corp doo dd dooel eood gmbh inc kft llc limited ltd lp mbh nv ood oy plc pty rl sa sarl sas sc scarl
   sl spa srl sro sp zoo zrt`.split(/\s+/),
);

/** Words between others. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and at by da de der des die du e el et for fur i in la le na of on the to u und y za'.split(
    ' ',
  ),
);

/** Serbian words in names of organizations, by their beginning, and the English ones that mean the same. */
const TRANSLATIONS: readonly (readonly [beginning: string, english: string])[] = [
  ['agencij', 'agency'],
  ['biznis', 'business'],
  ['centr', 'centre'],
  ['center', 'centre'],
  ['drustv', 'society'],
  ['ekonomsk', 'economic'],
  ['fakultet', 'faculty'],
  ['fond', 'fund'],
  ['grad', 'city'],
  ['institut', 'institute'],
  ['inkubator', 'incubator'],
  ['klaster', 'cluster'],
  ['klastr', 'cluster'],
  ['komor', 'chamber'],
  ['ministarstv', 'ministry'],
  ['opstin', 'municipality'],
  ['park', 'park'],
  ['pokrajinsk', 'provincial'],
  ['privred', 'commerce'],
  ['razvoj', 'development'],
  ['regional', 'regional'],
  ['republi', 'republic'],
  ['savez', 'association'],
  ['sekretarijat', 'secretariat'],
  ['skol', 'school'],
  ['srbij', 'serbia'],
  ['srbsk', 'serbian'],
  ['srpsk', 'serbian'],
  ['tehnick', 'technical'],
  ['tehnolosk', 'technology'],
  ['udruzenj', 'association'],
  ['univerzitet', 'university'],
  ['vlad', 'government'],
  ['vojvodin', 'vojvodina'],
];

/**
 * The words that tell an organization from others: without script, case, diacritics, legal form and small words, and
 * common Serbian words as English ones. Legal forms are also recognized with dots: `d.o.o.`, `a. d.`.
 */
export function wordsOf(name: string): readonly string[] {
  const plain = plainLatin(name)
    .replaceAll('&', ' and ')
    // Initials are one word: `d.o.o.`, `S.p.A.`
    .replace(
      /(?<![\p{L}\p{N}])(?:(?:\p{L}\.){2,}|\p{L}\.(?: \p{L}\.)+)/gu,
      (dotted) => ` ${dotted.replace(/[. ]/g, '')} `,
    )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));
  const telling = plain.filter((word) => !LEGAL_FORMS.has(word));
  // A name that has only such words keeps them.
  return (telling.length === 0 ? plain : telling).map(inEnglish);
}

function inEnglish(word: string): string {
  const found = TRANSLATIONS.find(([beginning]) => word.startsWith(beginning));
  return found?.[1] ?? word;
}

/** The part of a word by which words in other cases are found. */
export const beginningOf = (word: string): string => word.slice(0, 4);

/** Words with a common beginning of three quarters are cases of one word: `Kragujevac`, `Kragujevcu`. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\d/.test(one) || /\d/.test(other)) return false;
  const longer = Math.max(one.length, other.length);
  let common = 0;
  while (common < longer && one[common] === other[common]) common += 1;
  return common >= 5 && common >= longer * 0.75;
}
