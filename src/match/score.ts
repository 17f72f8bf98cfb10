import type { OrganizationIdentifier } from '../domain/organization-identifier.js';
import { isSameWord, wordsOf } from './words.js';

/** What is known about an organization of a file, or of the graph. */
export interface Described {
  readonly names: readonly string[];
  readonly identifiers: readonly OrganizationIdentifier[];
  readonly country: string | null;
  readonly city: string | null;
  readonly website: string | null;
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
  } else if (country !== null && country === otherCountry) {
    value += SAME_PLACE;
    reasons.push('SAME_COUNTRY');
  }
  return { value: Math.round(100 * Math.min(1, Math.max(0, value))) / 100, reasons };
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

/** The most alike pair of names. */
function likenessOfNames(one: Described, other: Described, weight: Weight): Likeness {
  const [extras, otherExtras] = [extrasOf(one), extrasOf(other)];
  const pairs = one.names.flatMap((name) =>
    other.names.map((otherName) =>
      likenessOfWords(
        withoutExtras(wordsOf(name), otherExtras),
        withoutExtras(wordsOf(otherName), extras),
        weight,
      ),
    ),
  );
  return pairs.reduce((best, each) => (each.value > best.value ? each : best), {
    value: 0,
    isSame: false,
  });
}

/** What can stand beside a name: an acronym, `Norad (Norwegian Agency …)`, and the city. */
function extrasOf({ names, city }: Described): ReadonlySet<string> {
  const single = names.map(wordsOf).filter(({ length }) => length === 1);
  return new Set([...single.flat(), ...(city === null ? [] : wordsOf(city))]);
}

/** Two words or more must remain: a city alone is not a name. */
function withoutExtras(words: readonly string[], extras: ReadonlySet<string>): readonly string[] {
  const own = words.filter((word) => !extras.has(word));
  return own.length >= 2 ? own : words;
}

/** The weight of the words that both names have, as a part of the weight of all their words. */
function likenessOfWords(
  words: readonly string[],
  others: readonly string[],
  weight: Weight,
): Likeness {
  if (words.length === 0 || others.length === 0) return { value: 0, isSame: false };
  const left = [...others];
  const pairs: (readonly [word: string, other: string | undefined])[] = [];
  const take = (isIt: (other: string) => boolean) => {
    const at = left.findIndex(isIt);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const rest = words.filter((word) => {
    const same = take((other) => other === word);
    if (same !== undefined) pairs.push([word, same]);
    return same === undefined;
  });
  for (const word of rest) pairs.push([word, take((other) => isSameWord(word, other))]);
  let common = 0;
  let all = 0;
  for (const [word, other] of pairs) {
    const own = other === undefined ? weight(word) : Math.max(weight(word), weight(other));
    all += own;
    if (other !== undefined) common += own;
  }
  for (const word of left) all += weight(word);
  const isSame = common === all;
  const letters = Math.min(words.join('').length, others.join('').length);
  return { value: (common / all) * (letters < 4 ? SHORT_NAME : 1), isSame };
}
