import type { OrganizationIdentifier } from '../domain/organization-identifier.js';
import { WEAK_WORDS } from './vocabulary.js';
import { initialsOf, isSameWord, wordsIn, wordsOf, type Word } from './words.js';

/** What is known about an organization of a file, or of the graph. */
export interface Described {
  readonly names: readonly string[];
  readonly identifiers: readonly OrganizationIdentifier[];
  readonly country: string | null;
  readonly city: string | null;
  readonly website: string | null;
  /** The names of the organization that it is a part of. */
  readonly parentNames?: readonly string[];
  /** A word for what it is, such as `cluster`. */
  readonly kind?: string | null;
}

export type Reason =
  'SAME_NAME' | 'SIMILAR_NAME' | 'SAME_WEBSITE' | 'SAME_CITY' | 'SAME_COUNTRY' | 'OTHER_CITY';

export interface Score {
  /** From 0 to 1, with two decimals. */
  readonly value: number;
  readonly reasons: readonly Reason[];
}

/** How much a word tells organizations apart: 1 for a rare one, less for one in many names. */
export type Weight = (word: string) => number;

const NONE: Score = { value: 0, reasons: [] };
/** What a name alone is worth, if it is the same; a short one is that of many. */
const SAME_NAME = 0.9;
const SHORT_NAME = 0.6;
/** Many names have the same initials. */
const BY_INITIALS = 0.85;
/** What a word is worth that says what an organization is. */
const WEAK_WEIGHT = 0.3;
const WEAK: ReadonlySet<string> = new Set([...WEAK_WORDS].flatMap(wordsOf));
/** The English names of countries, by their words. */
const COUNTRIES: ReadonlySet<string> = namesOfCountries();
/** Another city; it can also be written in another language. */
const OTHER_CITY = 0.15;
const SAME_PLACE = 0.05;
const SAME_WEBSITE = 0.85;

/**
 * How likely two descriptions are of one organization. Two numbers of one register, or two countries, are two
 * organizations.
 */
export function scoreOf(one: Described, other: Described, weight: Weight): Score {
  const [country, otherCountry] = [countryOf(one), countryOf(other)];
  if (haveDifferentNumbers(one, other) || differ(country, otherCountry)) return NONE;
  const reasons: Reason[] = [];
  const name = likenessOfNames(one, other, weight);
  let value = name.value * SAME_NAME;
  if (name.value > 0) reasons.push(name.isSame ? 'SAME_NAME' : 'SIMILAR_NAME');
  const [site, otherSite] = [siteOf(one.website), siteOf(other.website)];
  if (site !== null && site === otherSite) {
    value = Math.max(value, SAME_WEBSITE);
    reasons.push('SAME_WEBSITE');
  }
  const [city, otherCity] = [cityOf(one), cityOf(other)];
  if (city !== null && otherCity !== null) {
    value += city === otherCity ? SAME_PLACE : -OTHER_CITY;
    reasons.push(city === otherCity ? 'SAME_CITY' : 'OTHER_CITY');
  } else if (namesCity(one, otherCity, other) || namesCity(other, city, one)) {
    value += SAME_PLACE;
    reasons.push('SAME_CITY');
  } else if (country !== null && country === otherCountry) {
    value += SAME_PLACE;
    reasons.push('SAME_COUNTRY');
  }
  return { value: Math.round(100 * Math.min(1, Math.max(0, value))) / 100, reasons };
}

function namesOfCountries(): ReadonlySet<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const all = letters.flatMap((one) => letters.map((other) => names.of(one + other) ?? []));
  return new Set(all.flat().map((name) => wordsOf(name).join(' ')));
}

/** The country of its seat, or of the national register that it is in: `KR-GOV-030`, `CH-4`. */
function countryOf({ country, identifiers }: Described): string | null {
  const national = identifiers
    .map(({ scheme, value }) => (scheme === 'XI-IATI' ? value : scheme))
    .find((text) => /^(?!X[IMR]-)[A-Z]{2}-/.test(text));
  return country ?? national?.slice(0, 2) ?? null;
}

const differ = (one: string | null, other: string | null) =>
  one !== null && other !== null && one !== other;
const cityOf = ({ city }: Described) => (city === null ? null : wordsOf(city).join(' '));

/** Whether one is named after the city of the other, which has another name itself. */
function namesCity(one: Described, city: string | null, other: Described): boolean {
  const isNamed = ({ names }: Described) =>
    names.some((name) => ` ${wordsOf(name).join(' ')} `.includes(` ${city ?? ''} `));
  return city !== null && isNamed(one) && !isNamed(other);
}

/** Whether both have numbers of one register, but none in common. */
function haveDifferentNumbers(one: Described, other: Described): boolean {
  return one.identifiers.some(({ scheme }) => {
    const numbers = numbersIn(scheme, one);
    const others = numbersIn(scheme, other);
    return others.length > 0 && !numbers.some((number) => others.includes(number));
  });
}

const numbersIn = (scheme: string, { identifiers }: Described) =>
  identifiers.filter((each) => each.scheme === scheme).map(({ value }) => value);

/** The host of a website, without `www.`; null for none. */
export function siteOf(website: string | null): string | null {
  if (website === null || !URL.canParse(website)) return null;
  return new URL(website).host.toLowerCase().replace(/^www\./, '') || null;
}

interface Likeness {
  readonly value: number;
  readonly isSame: boolean;
}

const UNLIKE: Likeness = { value: 0, isSame: false };

/** The most alike pair of names. */
function likenessOfNames(one: Described, other: Described, weight: Weight): Likeness {
  const [names, otherNames] = [namesOf(one), namesOf(other)];
  const ignored: Ignored = {
    kinds: [one.kind, other.kind].flatMap((kind) => (kind == null ? [] : wordsOf(kind))),
    // What is known about one can stand beside the name of the other.
    inOne: keysBeside(other, otherNames),
    inOther: keysBeside(one, names),
    acronyms: [...names, ...otherNames].flatMap(initialsOf),
  };
  const pairs = names.flatMap((words) =>
    otherNames.map((others) => likenessOfWords(words, others, ignored, weight)),
  );
  return pairs.reduce((best, each) => (each.value > best.value ? each : best), UNLIKE);
}

/** Words that can be in one name without being in the other. */
interface Ignored {
  readonly kinds: readonly string[];
  readonly inOne: readonly string[];
  readonly inOther: readonly string[];
  readonly acronyms: readonly string[];
}

/** An organization of a file is compared with many. */
const NAMES = new WeakMap<Described, readonly (readonly Word[])[]>();

function namesOf(described: Described): readonly (readonly Word[])[] {
  const known = NAMES.get(described);
  if (known !== undefined) return known;
  const names = described.names.map((name) => ofState(wordsIn(name)));
  NAMES.set(described, names);
  return names;
}

/** Other names, the city and the parent can stand beside a name: `Norad (Norwegian Agency …)`. */
function keysBeside(
  { city, parentNames = [] }: Described,
  names: readonly (readonly Word[])[],
): readonly string[] {
  const single = names.filter(({ length }) => length === 1).flat();
  return [
    ...single.map(({ key }) => key),
    ...[city, ...parentNames].flatMap((text) => (text === null ? [] : wordsOf(text))),
  ];
}

/** Registers of donors write the government of a country for the country: `NORWAY, Government of`. */
function ofState(words: readonly Word[]): readonly Word[] {
  const rest = words.filter(({ key }) => key !== GOVERNMENT);
  return rest.length < words.length && COUNTRIES.has(rest.map(({ key }) => key).join(' '))
    ? rest
    : words;
}

const [GOVERNMENT = ''] = wordsOf('government');

/** The weight of the words that both names have, as a part of the weight of all their words. */
function likenessOfWords(
  words: readonly Word[],
  others: readonly Word[],
  { kinds, inOne, inOther, acronyms }: Ignored,
  weight: Weight,
): Likeness {
  if (words.length === 0 || others.length === 0) return UNLIKE;
  const weigh = ({ key, isSilent }: Word) =>
    isSilent ? 0 : weight(key) * (WEAK.has(key) ? WEAK_WEIGHT : 1);
  const [left, right] = [new Set(words), new Set(others)];
  const matched: Word[] = [];
  let common = 0;
  const pair = (isIt: (word: Word, other: Word) => boolean) => {
    for (const word of left) {
      const found = [...right].find((other) => isIt(word, other));
      if (found === undefined) continue;
      left.delete(word);
      right.delete(found);
      matched.push(word);
      common += Math.max(weigh(word), weigh(found));
    }
  };
  pair((word, other) => word.key === other.key);
  pair((word, other) => isSameWord(word.key, other.key));
  // A name that states its acronym is that of whoever has the acronym as a name.
  for (const word of matched) {
    for (const each of meantBy(word, words) ?? []) left.delete(each);
    for (const each of meantBy(word, others) ?? []) right.delete(each);
  }
  const spelledOut = [...spellOut(left, others, right), ...spellOut(right, words, left)];
  matched.push(...spelledOut);
  for (const word of spelledOut) common += weigh(word);
  const rest = (words: ReadonlySet<Word>, beside: readonly string[]) =>
    [...words].filter(
      (word) =>
        !word.isSilent &&
        !isOneOf(word, kinds) &&
        // A city or a country alone is not a name.
        (matched.length < 2 || !(isAcronym(word.written, acronyms) || isOneOf(word, beside))),
    );
  const remaining = [...rest(left, inOne), ...rest(right, inOther)];
  if (common === 0) return UNLIKE;
  const all = remaining.reduce((sum, word) => sum + weigh(word), common);
  const letters = Math.min(lettersOf(words), lettersOf(others));
  const worth = letters < 4 ? SHORT_NAME : spelledOut.length > 0 ? BY_INITIALS : 1;
  return { value: (common / all) * worth, isSame: remaining.length === 0 };
}

/** The words that an acronym stands for in a name; undefined if it does not. */
function meantBy({ written }: Word, words: readonly Word[]): readonly Word[] | undefined {
  if (!ACRONYM.test(written)) return undefined;
  const at = initialsOf(words)
    .map((initials) => initials.indexOf(written))
    .find((index) => index >= 0);
  return at === undefined ? undefined : words.slice(at, at + written.length);
}

/** Pairs acronyms with the words of the other name that they stand for, and returns these. */
function spellOut(words: Set<Word>, others: readonly Word[], left: Set<Word>): readonly Word[] {
  return [...words].flatMap((word) => {
    const found = meantBy(word, others)?.filter((each) => left.delete(each)) ?? [];
    if (found.length > 0) words.delete(word);
    return found;
  });
}

const isOneOf = ({ key }: Word, keys: readonly string[]) =>
  keys.some((each) => isSameWord(key, each));

const ACRONYM = /^[a-z]{2,7}$/;
const isAcronym = (word: string, acronyms: readonly string[]) =>
  ACRONYM.test(word) && acronyms.some((initials) => initials.includes(word));

const lettersOf = (words: readonly Word[]) => words.reduce((sum, { key }) => sum + key.length, 0);
