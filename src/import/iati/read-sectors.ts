import { SectorScheme } from '../../../entities/network/sector.entity.js';
import { xsdDecimalOf } from '../../domain/decimal.js';
import { SECTOR_SCHEME_URN } from '../../domain/sector-vocabulary.js';
import type { ActivitySector } from './activity.js';
import type { ActivityElement, Findings } from './activity-element.js';

interface ReadSector {
  readonly sector: ActivitySector;
  readonly percentage: string | null;
}

export function readSectors(element: ActivityElement, findings: Findings): readonly ReadSector[] {
  const sectors = new Map<string, ReadSector>();
  for (const each of element.all('sector')) {
    const vocabulary = each.attribute('vocabulary') || '1';
    const code = each.attribute('code');
    const scheme = sectorScheme(vocabulary, each.attribute('vocabulary-uri'));
    if (scheme === null) {
      findings.notTaken(`sector[@vocabulary="${vocabulary}"]`);
    } else if (scheme === 'DAC' && !/^\d{3}(\d{2})?$/.test(code)) {
      findings.warn(each.place, '@code', code, 'is not a DAC sector code; left out');
    } else {
      sectors.set(`${scheme}:${code}`, {
        sector: { scheme, code, title: each.narrative || null },
        percentage: readPercentage(each, findings),
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
