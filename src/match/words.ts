import { plainLatin } from '../domain/slug.js';
import { inEnglish, LEGAL_FORMS, LEGAL_PHRASES, SILENT_BESIDE, SMALL_WORDS } from './vocabulary.js';

/** A word of a name. */
export interface Word {
  /** By which it is compared: in English, and spelled as it sounds. */
  readonly key: string;
  /** Its first letter as it is written, and in English: those of an acronym. */
  readonly initials: readonly [written: string, english: string];
  /** As it is written, in plain letters. */
  readonly written: string;
  /** Whether it says nothing beside another word of the name. */
  readonly isSilent: boolean;
}

/**
 * The words that tell an organization from others: without script, case, diacritics, legal form and small words, common
 * Serbian words as English ones, and each only once. Legal forms are also recognized with dots: `d.o.o.`, `a. d.`.
 */
export function wordsIn(name: string): readonly Word[] {
  const plain = plainLatin(name)
    .replaceAll('&', ' and ')
    // Initials are one word: `d.o.o.`, `S.p.A.`
    .replace(
      /(?<![\p{L}\p{N}])(?:(?:\p{L}\.){2,}|\p{L}\.(?: \p{L}\.)+)/gu,
      (dotted) => ` ${dotted.replace(/[. ]/g, '')} `,
    );
  const all = split(plain);
  const telling = split(plain.replace(LEGAL_PHRASES, ' ')).filter((word) => !LEGAL_FORMS.has(word));
  // A name that has only such words keeps them.
  const written = telling.length === 0 ? all : telling;
  const english = written.map(inEnglish);
  const silent = new Set(english.flatMap((word) => SILENT_BESIDE[word] ?? []));
  const words = written.map((word, at): Word => {
    const meaning = english[at] ?? word;
    return {
      written: word,
      key: spelling(meaning),
      initials: [word.slice(0, 1), meaning.slice(0, 1)],
      isSilent: silent.has(meaning),
    };
  });
  return [...new Map(words.map((word) => [word.key, word])).values()];
}

export const wordsOf = (name: string): readonly string[] => wordsIn(name).map(({ key }) => key);

/** The first letters of the words of a name, as written and in English. */
export const initialsOf = (words: readonly Word[]): readonly string[] =>
  [0, 1].map((at) => words.map(({ initials }) => initials[at] ?? '').join(''));

const split = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !SMALL_WORDS.has(word));

/** One spelling for what sounds the same in English and Serbian: `produkcija` and `production`, `docu` and `doku`. */
function spelling(word: string): string {
  if (/\d/.test(word)) return word;
  return word
    .replace(/cij(?:a|e|i|u|om)?$/, 'tion')
    .replace(/i[sz](?:am|ma|mu|m)$/, 'ism')
    .replace(/dj/g, 'd')
    .replace(/lj/g, 'l')
    .replace(/nj/g, 'n')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/c(?=[aouklnrt]|$)|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/(.)\1/g, '$1');
}

/** The part of a word by which words in other cases are found. */
export const beginningOf = (word: string): string => word.slice(0, 4);

/** Endings of Serbian cases. */
const ENDING = /^(?:|a|e|i|o|u|ih|im|oj|og|om|em|ima|ama|ou|oi)$/;

/**
 * Words with a common beginning of three quarters are cases of one word: `Kragujevac`, `Kragujevcu`. Short ones differ
 * only in the ending: `Novi Sad`, `Novom Sadu`.
 */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\d/.test(one) || /\d/.test(other)) return false;
  const longer = Math.max(one.length, other.length);
  let common = 0;
  while (common < longer && one[common] === other[common]) common += 1;
  if (common >= 5 && common >= longer * 0.75) return true;
  return common >= 3 && ENDING.test(one.slice(common)) && ENDING.test(other.slice(common));
}
