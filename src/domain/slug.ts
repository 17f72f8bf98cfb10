const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
};
const LATIN: Readonly<Record<string, string>> = {
  đ: 'dj',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};
const LONGEST = 60;

/** A text in lowercase Latin letters without diacritics. Letters of other scripts than Serbian Cyrillic stay. */
export function plainLatin(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, (sign) => CYRILLIC[sign] ?? LATIN[sign] ?? sign)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '');
}

/**
 * Makes a slug from a name in any script: lowercase letters, digits and single hyphens, cut at a word.
 * Empty if no part of the name can be converted.
 */
export function slugOf(name: string): string {
  const plain = plainLatin(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= LONGEST) return plain;
  const cut = plain.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('-');
  return end > LONGEST / 2 ? cut.slice(0, end) : plain.slice(0, LONGEST);
}
