import { firstDay } from '../../domain/days-of-a-date.js';
import { knownDate } from '../../domain/known-date.js';
import { SECTOR_SCHEME_URN } from '../../domain/sector-vocabulary.js';
import { partyReference } from '../../domain/party-reference.js';
import type { PartyRecord, SectorRecord } from '../records/parts.js';
import type { IatiDate, IatiParty, IatiSector } from './activity.js';

export const iatiParty = (party: PartyRecord): IatiParty => ({
  ref: partyReference(party),
  type: ORGANISATION_TYPES[party.category ?? ''] ?? ORGANISATION_TYPES[party.type] ?? '90',
  name: party.name,
});

/** The codes of OrganisationType, by category or else by type. */
const ORGANISATION_TYPES: Readonly<Record<string, string>> = {
  BILATERAL: '10',
  MULTILATERAL: '40',
  EU: '15',
  FOUNDATION: '60',
  GOVERNMENT: '10',
  PRIVATE: '70',
  NATIONAL_GOVERNMENT: '10',
  PROVINCIAL_GOVERNMENT: '11',
  LOCAL_GOVERNMENT: '11',
  ACADEMIA: '80',
  CHAMBER: '15',
  DEVELOPMENT_AGENCY: '15',
  INTERNATIONAL_BODY: '40',
  NGO: '22',
  Company: '70',
  Institution: '15',
  Cluster: '22',
  Association: '22',
};

/** The first possible day, with the known precision if that is less than a day. */
export function iatiDate(date: string, quarter: number | null = null): IatiDate {
  const known = knownDate(date, quarter);
  return { day: firstDay(date, quarter), known: known.length === 10 ? null : known };
}

/** A sector with its SectorVocabulary code; a scheme without a code is identified by its address. */
export function iatiSector({ scheme, code, title }: SectorRecord): IatiSector {
  switch (scheme) {
    case 'DAC':
      return { code: { vocabulary: code.length === 5 ? '1' : '2', code }, title };
    case 'NACE_REV2':
      return { code: { vocabulary: '4', code }, title };
    default:
      return {
        code: {
          vocabulary: '99',
          'vocabulary-uri': `${SECTOR_SCHEME_URN}${scheme}`,
          code,
        },
        title,
      };
  }
}
