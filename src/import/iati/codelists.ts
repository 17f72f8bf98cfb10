import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GrantStatus } from '../../../entities/funding/grant.entity.js';
import type { ParticipationRole } from '../../../entities/network/initiative.entity.js';
import type { TransactionKind } from '../../../entities/funding/transaction.entity.js';

/** The schema and code lists of the standard, with their license. */
export const IATI_FOLDER = fileURLToPath(
  new URL('../../../../data/standards/iati', import.meta.url),
);

interface Codelists {
  readonly SectorCategory: Readonly<Record<string, string>>;
  readonly Sector: Readonly<Record<string, string>>;
  readonly Region: Readonly<Record<string, string>>;
  readonly OrganisationRegistrationAgency: readonly string[];
  readonly Country: readonly string[];
  readonly CRSChannelCode: {
    readonly organisations: readonly string[];
    readonly kinds: readonly string[];
  };
}

const lists = JSON.parse(readFileSync(`${IATI_FOLDER}/codelists.json`, 'utf8')) as Codelists;

/** The titles of DAC sectors by code, of five digits and of three. */
export const SECTOR_TITLES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(lists.SectorCategory),
  ...Object.entries(lists.Sector),
]);
export const REGION_TITLES: ReadonlyMap<string, string> = new Map(Object.entries(lists.Region));
export const COUNTRIES: ReadonlySet<string> = new Set(lists.Country);
export const ORGANISATION_LISTS: ReadonlySet<string> = new Set(
  lists.OrganisationRegistrationAgency,
);
/** DAC channel codes, for single organizations and for kinds of organizations. */
export const ORGANISATION_CHANNELS: ReadonlySet<string> = new Set(
  lists.CRSChannelCode.organisations,
);
export const KIND_CHANNELS: ReadonlySet<string> = new Set(lists.CRSChannelCode.kinds);

/**
 * The parent of a DAC sector; null for a top-level one. The parent of five digits is the group of the
 * first three (32130 in 321); the parent of a group is the one that ends in 0 (321 in 320), if it exists.
 */
export function parentSector(code: string): string | null {
  const parent = code.length === 5 ? code.slice(0, 3) : `${code.slice(0, 2)}0`;
  return parent !== code && SECTOR_TITLES.has(parent) ? parent : null;
}

export const TRANSACTION_KINDS: ReadonlyMap<string, TransactionKind> = new Map([
  ['1', 'INCOMING_FUNDS'],
  ['2', 'COMMITMENT'],
  ['3', 'DISBURSEMENT'],
  ['4', 'EXPENDITURE'],
  ['5', 'INTEREST'],
  ['6', 'LOAN_REPAYMENT'],
  ['7', 'REIMBURSEMENT'],
  ['8', 'PURCHASE_OF_EQUITY'],
  ['9', 'SALE_OF_EQUITY'],
  ['10', 'CREDIT_GUARANTEE'],
  ['11', 'INCOMING_COMMITMENT'],
  ['12', 'PLEDGE'],
  ['13', 'INCOMING_PLEDGE'],
]);

export const ROLES: ReadonlyMap<string, ParticipationRole> = new Map([
  ['1', 'FUNDING'],
  ['2', 'ACCOUNTABLE'],
  ['3', 'EXTENDING'],
  ['4', 'IMPLEMENTER'],
]);

export const STATUSES: ReadonlyMap<string, GrantStatus> = new Map([
  ['1', 'PIPELINE'],
  ['2', 'IMPLEMENTATION'],
  ['3', 'FINALISATION'],
  ['4', 'CLOSED'],
  ['5', 'CANCELLED'],
  ['6', 'SUSPENDED'],
]);
