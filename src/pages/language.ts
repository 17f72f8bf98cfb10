import type { Plural, Words } from './words/en.js';
import type { Values } from './words/values-en.js';

/** The languages of the pages: the path that selects one, its tag (BCP 47), and its own name. */
export const LANGUAGES = [
  { prefix: '', tag: 'en', name: 'English' },
  { prefix: '/sr', tag: 'sr-Cyrl', name: 'Српски' },
  { prefix: '/sr-latn', tag: 'sr-Latn', name: 'Srpski' },
] as const;
type Tag = (typeof LANGUAGES)[number]['tag'];

/** Everything that a page needs to write in one language. */
export interface Language {
  readonly prefix: string;
  readonly tag: Tag;
  readonly words: Words;
  readonly values: Values;
}

/** The language of a path, and the rest of the path. */
export function languageOf(path: string): { readonly language: Language; readonly rest: string } {
  const { prefix, tag } = entryOf(path);
  return { language: { prefix, tag, ...catalogue(tag) }, rest: withoutLanguage(path) };
}

/** A path without its language. */
export function withoutLanguage(path: string): string {
  return path.slice(entryOf(path).prefix.length) || '/';
}

type Catalogue = Pick<Language, 'words' | 'values'>;

const CATALOGUES = new Map<Tag, Catalogue>();

/** Loads the texts for pages at this path, which must be there before `languageOf`. A visit needs those of one language. */
export async function loadTexts(path: string): Promise<void> {
  const { tag } = entryOf(path);
  if (CATALOGUES.has(tag)) return;
  if (tag === 'en') {
    const [{ en }, { valuesEn }] = await Promise.all([
      import('./words/en.js'),
      import('./words/values-en.js'),
    ]);
    CATALOGUES.set(tag, { words: en, values: valuesEn });
    return;
  }
  const [{ sr }, { valuesSr }] = await Promise.all([
    import('./words/sr.js'),
    import('./words/values-sr.js'),
  ]);
  CATALOGUES.set('sr-Cyrl', { words: sr, values: valuesSr });
  CATALOGUES.set('sr-Latn', { words: mapTexts(sr, toLatin), values: mapTexts(valuesSr, toLatin) });
}

function catalogue(tag: Tag): Catalogue {
  const found = CATALOGUES.get(tag);
  if (found === undefined) throw new Error(`The texts in ${tag} have not been loaded.`);
  return found;
}

function entryOf(path: string): (typeof LANGUAGES)[number] {
  const found = LANGUAGES.find(
    ({ prefix }) => prefix !== '' && (path === prefix || path.startsWith(`${prefix}/`)),
  );
  return found ?? LANGUAGES[0];
}

const LATIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from('абвгдђежзијклмнопрстћуфхцчш', (letter, at) => [
      letter,
      'abvgdđežzijklmnoprstćufhcčš'.charAt(at),
    ]),
  ),
  љ: 'lj',
  њ: 'nj',
  џ: 'dž',
};

/** Serbian Cyrillic in Latin letters. The reverse is ambiguous, so texts are written in Cyrillic. */
export function toLatin(text: string): string {
  return text.replace(/[а-шђћџљњј]/gi, (letter, at: number) => {
    const latin = LATIN[letter.toLowerCase()] ?? letter;
    if (letter === letter.toLowerCase()) return latin;
    // Љ is LJ within capitals, and otherwise Lj.
    const next = text[at + 1] ?? '';
    const isAmongCapitals = next !== next.toLowerCase();
    return isAmongCapitals ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
}

function mapTexts<T>(texts: T, change: (text: string) => string): T {
  if (typeof texts === 'string') return change(texts) as T;
  return Object.fromEntries(
    Object.entries(texts as Record<string, unknown>).map(([key, value]) => [
      key,
      mapTexts(value, change),
    ]),
  ) as T;
}

/** A text with its `{names}` replaced. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A text with a point at its end: Serbian dates have one of their own. */
export const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** The form of a text for a number, with the number in it. */
export function count(
  { tag }: Language,
  forms: Plural,
  n: number,
  values: Readonly<Record<string, string>> = {},
): string {
  const form = new Intl.PluralRules(tag).select(n);
  const template =
    form === 'one' ? forms.one : form === 'few' ? (forms.few ?? forms.other) : forms.other;
  return fill(template, { n: numberText({ tag }, n), ...values });
}

/** A number as people of the language write it. */
export function numberText(
  { tag }: Pick<Language, 'tag'>,
  value: number | string,
  digits = 2,
  leastDigits = 0,
): string {
  return new Intl.NumberFormat(tag, {
    minimumFractionDigits: leastDigits,
    maximumFractionDigits: digits,
    // A text keeps all the digits that a number would lose.
  }).format(value as number);
}

/** A number that has little space: `740K`. */
export function shortNumberText({ tag }: Pick<Language, 'tag'>, value: number): string {
  return new Intl.NumberFormat(tag, {
    notation: 'compact',
    maximumSignificantDigits: Math.abs(value) < 1000 ? 3 : 2,
  }).format(value);
}

/** The code for an unknown currency (ISO 4217). */
export const NO_CURRENCY = 'XXX';

/** An amount with its currency. */
export function moneyText(
  language: Pick<Language, 'tag'>,
  { amount, currency }: { readonly amount: string; readonly currency: string },
): string {
  // In whole units, or with both digits of the cents: `703,290.50`.
  const leastDigits = /\.\d*[1-9]/.test(amount) ? 2 : 0;
  return `${currency}\u00a0${numberText(language, amount, 2, leastDigits)}`;
}

/** An amount that has little space: `EUR 740K`. */
export function shortMoneyText(
  language: Pick<Language, 'tag'>,
  amount: number,
  currency: string,
): string {
  return `${currency}\u00a0${shortNumberText(language, amount)}`;
}

/** A date as exactly as it is known: `2015`, `2015-06`, `2015-Q2` or a day. */
export function dateText({ tag }: Pick<Language, 'tag'>, date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(date) ?? [];
  if (year === undefined || month === undefined) return date;
  const options: Intl.DateTimeFormatOptions =
    day === undefined
      ? { year: 'numeric', month: 'long', timeZone: 'UTC' }
      : { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(tag, options).format(
    new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`),
  );
}
