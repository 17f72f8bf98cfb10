import { SectorScheme } from '../../../entities/network/sector.entity.js';
import { xsdDecimalOf } from '../../domain/decimal.js';
import { groupBy } from '../../domain/group-by.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import { SECTOR_SCHEME_URN } from '../../domain/sector-vocabulary.js';
import type { ActivitySector } from './activity.js';
import type { ActivityElement, Findings } from './activity-element.js';

interface ReadSector {
  readonly sector: ActivitySector;
  readonly percentage: string | null;
}

export function readSectors(element: ActivityElement, findings: Findings): readonly ReadSector[] {
  const sectors = new Map<string, ReadSector & { readonly vocabulary: string }>();
  const all = element.all('sector');
  const vocabularyOf = (each: ActivityElement) => each.attribute('vocabulary') || '1';
  const byVocabulary = groupBy(all, vocabularyOf);
  const paid = new Set([...byVocabulary].filter(([, own]) => getsMoney(own)).map(([key]) => key));
  for (const each of all) {
    const vocabulary = vocabularyOf(each);
    const code = each.attribute('code');
    const scheme = sectorScheme(vocabulary, each.attribute('vocabulary-uri'));
    if (paid.has(vocabulary) && getsNothing(each, findings)) continue;
    if (scheme === null) {
      findings.notTaken(`sector[@vocabulary="${vocabulary}"]`);
    } else if (scheme === 'DAC' && !/^\d{3}(\d{2})?$/.test(code)) {
      findings.warn(each.place, '@code', code, 'is not a DAC sector code; left out');
    } else {
      const key = `${scheme}:${code}`;
      const before = sectors.get(key);
      const percentage = readPercentage(each, findings);
      const isRepeated = before?.vocabulary === vocabulary;
      sectors.set(key, {
        vocabulary,
        sector: { scheme, code, title: each.narrative || null },
        percentage: isRepeated ? addedUp(before.percentage, percentage) : percentage,
      });
    }
  }
  return [...sectors.values()];
}

/** The scheme of a SectorVocabulary; null if there is none. */
function sectorScheme(vocabulary: string, address: string): SectorScheme | null {
  if (vocabulary === '1' || vocabulary === '2') return 'DAC';
  if (vocabulary === '4') return 'NACE_REV2';
  const own = address.startsWith(SECTOR_SCHEME_URN) ? address.slice(SECTOR_SCHEME_URN.length) : '';
  return vocabulary === '99' && Object.hasOwn(SectorScheme, own) ? (own as SectorScheme) : null;
}

/** DAC sectors of five digits, if there are any: groups of three digits repeat them less precisely. */
export function finest(sectors: readonly ReadSector[]): readonly ReadSector[] {
  const isFine = ({ sector: { scheme, code } }: ReadSector) =>
    scheme === 'DAC' && code.length === 5;
  return sectors.some(isFine)
    ? sectors.filter((each) => isFine(each) || each.sector.scheme !== 'DAC')
    : sectors;
}

export function readPercentage(element: ActivityElement, findings: Findings): string | null {
  const text = element.attribute('percentage');
  if (text === '') return null;
  const share = xsdDecimalOf(text);
  if (share !== null && Number(share) > 0 && Number(share) <= 100) return share;
  findings.warn(
    element.place,
    '@percentage',
    text,
    'is not a percentage greater than 0 and at most 100; left out',
  );
  return null;
}

const share = (each: ActivityElement) => Number(each.attribute('percentage') || NaN);

/** Whether one of these has a share of the money. */
export const getsMoney = (all: readonly ActivityElement[]) => all.some((each) => share(each) > 0);

/** Whether a value has 0 percent. If others have more, it must not get what they leave. */
export function getsNothing(element: ActivityElement, findings: Findings): boolean {
  if (share(element) !== 0) return false;
  const { place } = element;
  findings.warn(place, '@percentage', '0', 'is 0, so no money goes there; left out');
  return true;
}

/** The percentage of a value that is stated twice, which is its parts together. */
export function addedUp(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  const sum = sumOfDecimals([one, other]);
  // The sum of all is checked by the rules of IATI.
  return Number(sum) > 100 ? '100' : sum;
}

/** The sector of a transaction; the DAC sector if it has one. */
export function transactionSector(
  element: ActivityElement,
  findings: Findings,
): ActivitySector | null {
  const all = finest(readSectors(element, findings)).map(({ sector }) => sector);
  const ofTheDac = all.filter(({ scheme }) => scheme === 'DAC');
  const [only, ...others] = ofTheDac.length > 0 ? ofTheDac : all;
  if (only === undefined || others.length === 0) return only ?? null;
  findings.warn(
    element.place,
    'sector',
    [only, ...others].map(({ code }) => code).join(', '),
    'a transaction can have one sector in each vocabulary; all of them are left out',
  );
  return null;
}
