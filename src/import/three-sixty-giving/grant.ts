import { plainDecimal } from '../../domain/decimal.js';
import { datedBy } from '../../domain/known-date.js';
import { canBeInOrder, isPartialDate } from '../../domain/partial-date.js';
import { isObject, NumberText, toPlain, type Json, type JsonObject } from '../json.js';
import type { Place, Report } from '../report.js';
import type { GrantRecord } from './record.js';
import { grantFaults, RECIPIENTS } from './schema.js';
import { hasTaken, isPersonal, isTaken } from './taken.js';
import { tooLongTexts } from './lengths.js';
import { isCountryCode, isUrl } from '../../../entities/shared/standards.scalar.js';

/** A party of a grant. */
export interface Party {
  readonly identifier: string | null;
  readonly name: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly website: string | null;
  /** The recipient's share of the award, in an export of a graph. */
  readonly share: string | null;
}

export interface Payment {
  readonly kind: 'COMMITMENT' | 'DISBURSEMENT';
  readonly reference: string | null;
  readonly value: string;
  readonly valueDate: string;
  readonly quarter: number | null;
  readonly madeOn: string | null;
  readonly description: string | null;
  readonly provider: string | null;
  readonly receiver: string | null;
  readonly pointer: string;
}

/** The stored properties of a valid grant. */
export interface SoundGrant {
  readonly place: Place;
  readonly identifier: string;
  readonly title: string;
  readonly description: string | null;
  readonly currency: string;
  readonly appliedFor: string | null;
  readonly awarded: string;
  readonly disbursed: string | null;
  readonly awardedOn: string;
  readonly plannedStartOn: string | null;
  readonly plannedEndOn: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly fromOpenCall: boolean | null;
  readonly regrantCode: string | null;
  readonly toIndividuals: boolean;
  readonly funder: Party;
  readonly recipients: readonly Party[];
  readonly programme: Programme | null;
  readonly sectors: readonly Classification[];
  readonly locations: readonly Location[];
  readonly payments: readonly Payment[];
  readonly related: readonly string[];
  /** The slug of the original source, if a SCAN Graph has exported the grant. */
  readonly source: string | null;
}

export interface Programme {
  readonly code: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly website: string | null;
}

export interface Classification {
  readonly vocabulary: string;
  readonly code: string;
}

export interface Location {
  readonly name: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly code: string | null;
}

/** Identifies an organization within the file. */
export const partyKey = ({ identifier, name }: Pick<Party, 'identifier' | 'name'>) =>
  identifier ?? ['', name].join('\n');

/** Returns a valid grant; reports faults and returns null otherwise. */
export function soundGrant(record: GrantRecord, report: Report): SoundGrant | null {
  const { grant, place } = record;
  const before = report.faultCount;
  const faulty = new Set<string>();
  const fault = (pointer: string, reason: string) => {
    // What follows from a fault of a value is none of its own.
    if (faulty.has(pointer)) return;
    faulty.add(pointer);
    const { place: at, field } = record.fieldAt(pointer);
    const value = isPersonal(pointer) ? null : valueAt(grant, pointer);
    report.fault(at, field, value instanceof NumberText ? value.text : value, reason);
  };
  const warn = (pointer: string, reason: string) => {
    const { place: at, field } = record.fieldAt(pointer);
    const value = isPersonal(pointer) ? null : valueAt(grant, pointer);
    report.warn(at, field, value instanceof NumberText ? value.text : value, reason);
  };

  for (const { pointer, reason } of grantFaults(toPlain(grant))) {
    // A fault in a field that is not stored must not keep out the grant.
    if (hasTaken(propertyAt(pointer))) fault(pointer, reason);
    else warn(pointer, `${reason}; the field is not taken`);
  }
  const given = RECIPIENTS.filter((name) => grant[name] !== undefined);
  if (given.length !== 1) {
    fault(
      `/${RECIPIENTS[0]}`,
      given.length === 0
        ? 'is missing; a grant must have a recipient organization or a recipient individual'
        : 'must not be combined with a recipient individual',
    );
  }

  for (const { pointer, reason } of tooLongTexts(grant, isTaken)) fault(pointer, reason);
  const day = (pointer: string): string | null => {
    const text = textAt(grant, pointer);
    if (text === null) return null;
    const date = text.slice(0, text.includes('T') ? 10 : undefined);
    if (isPartialDate(date)) return date;
    fault(pointer, 'is not a day in the calendar');
    return null;
  };
  const amount = (pointer: string): string | null => {
    const value = valueAt(grant, pointer);
    if (!(value instanceof NumberText)) return null;
    const plain = plainDecimal(value.text);
    if (plain === null) fault(pointer, 'has too many digits for an amount');
    return plain;
  };
  const identifier = textAt(grant, '/id');
  if (identifier !== null && /[\r\n\t]/.test(identifier)) fault('/id', 'must be one line');
  const funders = partiesAt(grant, 'fundingOrganization');
  const [funder] = funders;
  if (funders.length > 1) {
    fault(
      '/fundingOrganization/1/id',
      'is not supported; a grant must have exactly one funding organization',
    );
  }
  for (const name of ['awardDate', 'id', 'currency'] as const) {
    if (textAt(grant, `/${name}`) === null) fault(`/${name}`, 'is empty');
  }
  const awardedOn = day('/awardDate');
  const dates = {
    plannedStartOn: day('/plannedDates/0/startDate'),
    plannedEndOn: day('/plannedDates/0/endDate'),
    startedOn: day('/actualDates/0/startDate'),
    endedOn: day('/actualDates/0/endDate'),
  };
  for (const [list, start, end] of [
    ['plannedDates', dates.plannedStartOn, dates.plannedEndOn],
    ['actualDates', dates.startedOn, dates.endedOn],
  ] as const) {
    if (start !== null && end !== null && !canBeInOrder(start, end)) {
      warn(
        `/${list}/0/endDate`,
        `is before the start (${list === 'plannedDates' ? 'PlannedStartAfterEnd' : 'ActualStartAfterEnd'})`,
      );
    }
    if (entriesAt(grant, list).length > 1) {
      warn(`/${list}/1/startDate`, 'is left out; only the first of several periods is imported');
    }
  }
  const awarded = amount('/amountAwarded');
  if (awarded !== null && !/[1-9]/.test(awarded)) warn('/amountAwarded', 'is zero (ZeroAmount)');
  if (awarded?.startsWith('-') === true) {
    warn('/amountAwarded', 'is negative; it is subtracted from sums, as a correction');
  }
  const programmes = entriesAt(grant, 'grantProgramme');
  if (programmes.length > 1) {
    warn(
      '/grantProgramme/1/title',
      'is left out; only the first of several programmes is imported',
    );
  }
  const currency = faulty.has('/currency') ? null : textAt(grant, '/currency');
  const payments = [
    ...paymentsAt(grant, 'commitmentTransaction', 'COMMITMENT', currency, day, fault),
    ...paymentsAt(grant, 'disbursementTransaction', 'DISBURSEMENT', currency, day, fault),
  ];
  const locations = locationsAt(grant, fault);
  const [appliedFor, disbursed] = [amount('/amountAppliedFor'), amount('/amountDisbursed')];
  if (report.faultCount > before || funder === undefined) return null;
  // Each has been reported.
  if (identifier === null || awarded === null || awardedOn === null || currency === null)
    return null;
  return {
    place,
    identifier,
    title: textAt(grant, '/title') ?? identifier,
    description: textAt(grant, '/description'),
    currency,
    appliedFor,
    awarded,
    disbursed,
    awardedOn,
    ...dates,
    fromOpenCall: openCall(textAt(grant, '/fromOpenCall')),
    regrantCode: textAt(grant, '/regrantType'),
    toIndividuals: grant.recipientIndividual !== undefined,
    funder,
    recipients: partiesAt(grant, 'recipientOrganization'),
    programme: programmeOf(programmes[0]),
    sectors: entriesAt(grant, 'classifications').flatMap((entry) => {
      const [vocabulary, code] = [textOf(entry.vocabulary), textOf(entry.code)];
      return vocabulary === null || code === null ? [] : [{ vocabulary, code }];
    }),
    locations,
    payments,
    related: listAt(grant, 'relatedActivity').flatMap((each) => textOf(each) ?? []),
    source: textAt(grant, '/source/slug'),
  };
}

/** The property of a pointer, without positions in lists. */
const propertyAt = (pointer: string) =>
  pointer
    .split('/')
    .filter((step) => step !== '' && !/^\d+$/.test(step))
    .join('/');

const openCall = (text: string | null) => (text === null ? null : text === 'Yes');

function paymentsAt(
  grant: JsonObject,
  name: string,
  kind: Payment['kind'],
  currency: string | null,
  day: (pointer: string) => string | null,
  fault: (pointer: string, reason: string) => void,
): Payment[] {
  const references = new Set<string>();
  return entriesAt(grant, name).flatMap((entry, index) => {
    const pointer = `/${name}/${String(index)}`;
    const reference = textOf(entry.id);
    const written = textOf(entry.valueDateKnown);
    const known = written === null ? null : datedBy(written);
    const valueDate =
      known !== null && isPartialDate(known.date) ? known.date : day(`${pointer}/valueDate`);
    const madeOn = day(`${pointer}/transactionDate`);
    const value = entry.value instanceof NumberText ? plainDecimal(entry.value.text) : null;
    const own = textOf(entry.currency);
    if (value === null) fault(`${pointer}/value`, 'is missing');
    if (valueDate === null && madeOn === null) fault(`${pointer}/transactionDate`, 'is missing');
    if (own !== null && currency !== null && own !== currency) {
      fault(`${pointer}/currency`, `is not the currency of the grant, ${currency}`);
    }
    if (reference !== null && references.has(reference)) {
      fault(`${pointer}/id`, 'is a duplicate among the transactions of this kind');
    }
    if (reference !== null) references.add(reference);
    const date = valueDate ?? madeOn;
    if (value === null || date === null) return [];
    return [
      {
        kind,
        reference,
        value,
        valueDate: date,
        quarter: known !== null && known.date === valueDate ? known.quarter : null,
        madeOn: valueDate === null ? null : madeOn,
        description: textOf(entry.description),
        provider: textOf(entry.provider),
        receiver: textOf(entry.recipient),
        pointer,
      },
    ];
  });
}

function locationsAt(
  grant: JsonObject,
  fault: (pointer: string, reason: string) => void,
): Location[] {
  return entriesAt(grant, 'beneficiaryLocation').flatMap((entry, index) => {
    const pointer = `/beneficiaryLocation/${String(index)}`;
    const degrees = (name: string, most: number) => {
      const value = entry[name];
      if (!(value instanceof NumberText)) return null;
      const number = Number(value.text);
      if (Math.abs(number) > most) {
        fault(`${pointer}/${name}`, `must be from -${String(most)} to ${String(most)}`);
      }
      return number;
    };
    const latitude = degrees('latitude', 90);
    const longitude = degrees('longitude', 180);
    if ((latitude === null) !== (longitude === null)) {
      const missing = latitude === null ? 'latitude' : 'longitude';
      fault(`${pointer}/${missing}`, 'is missing; give both coordinates or neither');
    }
    const location = {
      name: textOf(entry.name),
      country: textOf(entry.countryCode),
      latitude,
      longitude,
      code: textOf(entry.geoCode),
    };
    return Object.values(location).some((value) => value !== null) ? [location] : [];
  });
}

/** An address on the web; null for what is written there and is none. */
function urlOf(value: Parameters<typeof textOf>[0]): string | null {
  const text = textOf(value);
  return text !== null && isUrl(text) ? text : null;
}

function programmeOf(entry: JsonObject | undefined): Programme | null {
  if (entry === undefined) return null;
  const code = textOf(entry.code);
  const title = textOf(entry.title) ?? code;
  if (title === null) return null;
  return { code, title, description: textOf(entry.description), website: urlOf(entry.url) };
}

function partiesAt(grant: JsonObject, name: string): Party[] {
  return entriesAt(grant, name).map((entry) => {
    const country = textOf(entry.addressCountry);
    return {
      identifier: textOf(entry.id),
      name: textOf(entry.name),
      city: textOf(entry.addressLocality),
      country: country !== null && isCountryCode(country) ? country : null,
      website: urlOf(entry.url),
      share:
        entry.amountAwarded instanceof NumberText ? plainDecimal(entry.amountAwarded.text) : null,
    };
  });
}

function listAt(grant: JsonObject, name: string): readonly Json[] {
  const list = grant[name];
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

function entriesAt(grant: JsonObject, name: string): readonly JsonObject[] {
  return listAt(grant, name).filter(isObject);
}

/** The trimmed text; null if there is none. */
export function textOf(value: Json | undefined): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

function textAt(grant: JsonObject, pointer: string): string | null {
  return textOf(valueAt(grant, pointer));
}

/** The steps of pointers; there are few different ones, which every grant is asked for. */
const STEPS = new Map<string, readonly string[]>();
const MAX_STEPS = 10_000;

function stepsOf(pointer: string): readonly string[] {
  const known = STEPS.get(pointer);
  if (known !== undefined) return known;
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  // A malicious file could have a fault in a different place of every grant.
  if (STEPS.size < MAX_STEPS) STEPS.set(pointer, steps);
  return steps;
}

function valueAt(grant: JsonObject, pointer: string): Json | undefined {
  let value: Json | undefined = grant;
  for (const name of stepsOf(pointer)) {
    if (Array.isArray(value)) value = (value as readonly Json[])[Number(name)];
    else if (isObject(value)) value = value[name];
    else return undefined;
  }
  return value;
}
