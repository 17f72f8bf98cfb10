import { tidyIdentifier } from '../../domain/organization-identifier.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import type { Report } from '../report.js';
import { eachText } from './each-text.js';
import type { SoundGrant } from './grant.js';
import { isPersonal, isTaken } from './taken.js';
import type { GrantRecord } from './record.js';

/** A value that is probably not right, by its JSON pointer, with the name of the check. */
interface Doubt {
  readonly pointer: string;
  readonly value: string | null;
  readonly reason: string;
  readonly check: string;
}

/** How far dates can be from the day of the import, in years. */
const PLANNED_YEARS = 12;
const ACTUAL_YEARS = 5;
const PAST_YEARS = 25;

/**
 * The accuracy checks of the 360Giving Data Quality Tool, for what is taken: the grant is stored, and each finding is
 * a warning with the name of its check. Some of the checks are elsewhere: several funders, days that do not exist and
 * line breaks in a grant's identifier are faults (`grant.ts`), prefixes that no list has are warnings of every format.
 */
export function warnOfAccuracy(
  { grant, fieldAt }: GrantRecord,
  sound: SoundGrant,
  today: string,
  report: Pick<Report, 'warn'>,
): void {
  const doubts = [...organizationDoubts(grant), ...textDoubts(grant), ...dateDoubts(sound, today)];
  for (const { pointer, value, reason, check } of doubts) {
    const { place, field } = fieldAt(pointer);
    report.warn(place, field, isPersonal(pointer) ? null : value, `${reason} (${check})`);
  }
}

const ROLES = ['fundingOrganization', 'recipientOrganization'] as const;

function organizationDoubts(grant: JsonObject): Doubt[] {
  return ROLES.flatMap((role) =>
    entriesOf(grant[role]).flatMap(({ id }, index) => {
      if (typeof id !== 'string') return [];
      const doubt = identifierDoubt(id);
      return doubt === null
        ? []
        : [{ pointer: `/${role}/${String(index)}/id`, value: id, ...doubt }];
    }),
  );
}

function identifierDoubt(id: string): Pick<Doubt, 'reason' | 'check'> | null {
  if (/[\r\n]/.test(id)) return { reason: 'has a line break', check: 'LineBreakInOrganizationId' };
  const identifier = tidyIdentifier(id);
  if (/^GB-CHC-/i.test(identifier) && !/^GB-CHC-\d{6,7}$/i.test(identifier)) {
    return { reason: 'must have a charity number of 6 or 7 digits', check: 'CharityNumber' };
  }
  if (/^GB-COH-/i.test(identifier) && !/^GB-COH-[A-Z0-9]{8}$/i.test(identifier)) {
    return {
      reason: 'must have a company number of 8 characters, with its leading zeros',
      check: 'CompanyNumber',
    };
  }
  // Such as a name, a placeholder, or two identifiers in one cell.
  if (/\s.*\s|[,;]|-(n\/?a|none|unknown|tbc|0+)$/i.test(identifier)) {
    return {
      reason: 'does not look like the identifier of one organization',
      check: 'OrganizationIdLooksInvalid',
    };
  }
  return null;
}

const EMAIL = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[a-z]{2,}/i;
/** A full postcode of the United Kingdom, which can point to a single house. */
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;

/** Texts that can identify a person. */
function textDoubts(grant: JsonObject): Doubt[] {
  const doubts: Doubt[] = [];
  eachText(grant, isTaken, (value, property, pointer) => {
    if (value.includes('@') && EMAIL.test(value)) {
      const reason = 'looks like an email address, which can be personal data';
      doubts.push({ pointer: pointer(), value: null, reason, check: 'LooksLikeEmail' });
    } else if (property === 'beneficiaryLocation/geoCode' && POSTCODE.test(value)) {
      const reason = 'looks like a postcode';
      doubts.push({ pointer: pointer(), value: null, reason, check: 'GeoCodePostcode' });
    }
  });
  return doubts;
}

function dateDoubts(grant: SoundGrant, today: string): Doubt[] {
  const { awardedOn, plannedStartOn, plannedEndOn, startedOn, endedOn } = grant;
  const doubt = (pointer: string, value: string, reason: string, check: string): Doubt => ({
    pointer,
    value,
    reason,
    check,
  });
  const doubts: Doubt[] = [];
  if (awardedOn > today) {
    doubts.push(doubt('/awardDate', awardedOn, 'is in the future', 'PostDatedAwardDate'));
  }
  for (const [pointer, date, years] of [
    ['/plannedDates/0/startDate', plannedStartOn, PLANNED_YEARS],
    ['/plannedDates/0/endDate', plannedEndOn, PLANNED_YEARS],
    ['/actualDates/0/startDate', startedOn, ACTUAL_YEARS],
    ['/actualDates/0/endDate', endedOn, ACTUAL_YEARS],
  ] as const) {
    if (date === null || date <= yearsFrom(today, years)) continue;
    const check = years === PLANNED_YEARS ? 'FarFuturePlannedDates' : 'FarFutureActualDates';
    doubts.push(doubt(pointer, date, `is more than ${String(years)} years ahead`, check));
  }
  for (const [pointer, date] of [
    ['/awardDate', awardedOn],
    ['/plannedDates/0/startDate', plannedStartOn],
    ['/actualDates/0/startDate', startedOn],
  ] as const) {
    if (date === null || date >= yearsFrom(today, -PAST_YEARS)) continue;
    doubts.push(
      doubt(pointer, date, `is more than ${String(PAST_YEARS)} years ago`, 'FarPastDates'),
    );
  }
  return doubts;
}

const yearsFrom = (day: string, years: number) =>
  `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;

function entriesOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** The funders of a file: one identifier with two names, or one name with two identifiers, is probably a mistake. */
export class FundersSeen {
  readonly #nameOf = new Map<string, string>();
  readonly #idOf = new Map<string, string>();

  warn(
    { funder: { identifier, name } }: SoundGrant,
    fieldAt: GrantRecord['fieldAt'],
    report: Pick<Report, 'warn'>,
  ): void {
    if (identifier === null || name === null) return;
    const [otherName, otherId] = [this.#nameOf.get(identifier), this.#idOf.get(name)];
    if (otherName === undefined) this.#nameOf.set(identifier, name);
    else if (otherName !== name) {
      const { place, field } = fieldAt('/fundingOrganization/0/name');
      const reason =
        'is another name for the same identifier of a funder (MultipleFunderNamesForOrgId)';
      report.warn(place, field, name, reason, otherName);
    }
    if (otherId === undefined) this.#idOf.set(name, identifier);
    else if (otherId !== identifier) {
      const { place, field } = fieldAt('/fundingOrganization/0/id');
      const reason =
        'is another identifier for the same name of a funder (MultipleOrgIdsForFunderName)';
      report.warn(place, field, identifier, reason, otherId);
    }
  }
}
