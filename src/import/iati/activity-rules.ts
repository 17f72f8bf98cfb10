import { xsdDecimalOf } from '../../domain/decimal.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import type { ActivityElement, Findings } from './activity-element.js';
import { ORGANISATION_LISTS } from './codelists.js';
import { identifierOf } from './party.js';

/**
 * Rules of the standard that published files often break and that the graph does not need: each
 * violation is a warning. The numbers are those of the IATI Ruleset.
 */
export function warnOfRules(activity: ActivityElement, today: string, findings: Findings): void {
  const warn = (element: ActivityElement, field: string, value: string, reason: string) =>
    findings.warn(element.place, field, value, reason);
  identifierRules(activity, warn);
  dateRules(activity, today, warn);
  shareRules(activity, warn);
  sectorRules(activity, warn);
  placeRules(activity, warn);
  for (const budget of activity.all('budget')) budgetRules(budget, warn);
}

type Warn = (element: ActivityElement, field: string, value: string, reason: string) => void;

function identifierRules(activity: ActivityElement, warn: Warn): void {
  const identifier = activity.textIn('iati-identifier');
  const reporter = activity.attributeIn('reporting-org', 'ref');
  if (identifier === reporter) {
    warn(
      activity,
      'iati-identifier',
      identifier,
      'is the identifier of the organization, not of an activity (1.1.3)',
    );
  } else if (
    !identifier.startsWith(`${reporter}-`) &&
    !activity
      .all('other-identifier')
      .some(
        (each) =>
          each.attribute('type') === 'B1' && identifier.startsWith(`${each.attribute('ref')}-`),
      )
  ) {
    warn(
      activity,
      'iati-identifier',
      identifier,
      `does not begin with the identifier of the reporting organization, '${reporter}' (1.1.21)`,
    );
  }
  if (/[/&|?]/.test(identifier)) {
    warn(activity, 'iati-identifier', identifier, 'must not contain /, &, | or ? (1.3.13)');
  }
  const list = identifierOf(reporter)?.scheme;
  if (list === undefined || !ORGANISATION_LISTS.has(list)) {
    warn(
      activity,
      'reporting-org/@ref',
      reporter,
      'does not begin with the code of an organization list that IATI knows (1.14.8)',
    );
  }
}

function dateRules(activity: ActivityElement, today: string, warn: Warn): void {
  const dateOf = (type: string) => {
    const date = activity.all('activity-date').find((each) => each.attribute('type') === type);
    return date === undefined ? '' : date.attribute('iso-date').slice(0, 10);
  };
  if (dateOf('1') === '' && dateOf('2') === '') {
    warn(
      activity,
      'activity-date',
      '',
      'has no start; an activity must have a planned or an actual start (6.11.1)',
    );
  }
  for (const [start, end, rule] of [
    ['1', '3', '11.1.2'],
    ['2', '4', '11.1.3'],
  ] as const) {
    const [from, to] = [dateOf(start), dateOf(end)];
    if (from !== '' && to !== '' && from > to) {
      warn(activity, 'activity-date', `${from}, ${to}`, `the start is after the end (${rule})`);
    }
  }
  for (const [type, rule] of [
    ['2', '11.1.4'],
    ['4', '11.1.5'],
  ] as const) {
    const date = dateOf(type);
    if (date > today) {
      warn(activity, 'activity-date', date, `is an actual date in the future (${rule})`);
    }
  }
  for (const transaction of activity.all('transaction')) {
    const made = transaction.attributeIn('transaction-date', 'iso-date');
    const valued = transaction.attributeIn('value', 'value-date');
    if (made.slice(0, 10) > today) {
      warn(transaction, 'transaction-date', made, 'is in the future (11.2.1)');
    }
    if (valued.slice(0, 10) > today) {
      warn(transaction, 'value/@value-date', valued, 'is in the future (11.2.2)');
    }
  }
}

/** Each of several shares must have a percentage, and they must add up to 100. */
function shareRules(activity: ActivityElement, warn: Warn): void {
  const sectors = new Map<string, ActivityElement[]>();
  for (const sector of activity.all('sector')) {
    const vocabulary = sector.attribute('vocabulary') || '1';
    sectors.set(vocabulary, [...(sectors.get(vocabulary) ?? []), sector]);
  }
  for (const [vocabulary, all] of sectors) {
    sharesOf(activity, `sector[@vocabulary="${vocabulary}"]`, all, ['2.1.1', '2.1.2'], warn);
  }
  // Countries have one vocabulary; with the regions of each vocabulary they are the whole.
  const countries = activity.all('recipient-country').filter(hasCode);
  const regions = new Map<string, ActivityElement[]>();
  for (const region of activity.all('recipient-region').filter(hasCode)) {
    const vocabulary = region.attribute('vocabulary') || '1';
    regions.set(vocabulary, [...(regions.get(vocabulary) ?? []), region]);
  }
  const wholes = regions.size === 0 ? [[]] : [...regions.values()];
  for (const ofVocabulary of wholes) {
    const places = [...countries, ...ofVocabulary];
    sharesOf(activity, 'recipient-country', places, ['3.1.1', '3.1.2'], warn);
  }
}

const hasCode = (element: ActivityElement) => element.attribute('code') !== '';

function sharesOf(
  activity: ActivityElement,
  field: string,
  all: readonly ActivityElement[],
  [missing, sum]: readonly [string, string],
  warn: Warn,
): void {
  const shares = all.flatMap((each) => xsdDecimalOf(each.attribute('percentage')) ?? []);
  if (shares.length < all.length && all.length > 1) {
    const count = `${shares.length} of ${all.length}`;
    warn(
      activity,
      field,
      count,
      `have a percentage; if there are several, each must have one (${missing})`,
    );
  } else if (shares.length > 0) {
    const total = sumOfDecimals(shares);
    if (Number(total) !== 100) {
      warn(activity, field, total, `the percentages must add up to 100 (${sum})`);
    }
  }
}

function sectorRules(activity: ActivityElement, warn: Warn): void {
  const transactions = activity.all('transaction');
  const withSector = transactions.filter((each) => each.first('sector') !== null).length;
  const ofItself = activity.all('sector').length > 0;
  if (ofItself ? withSector > 0 : withSector < Math.max(1, transactions.length)) {
    warn(
      activity,
      'sector',
      `${withSector} of ${transactions.length} transactions`,
      'have a sector; either the activity or each transaction must have one (6.2.2, 6.6.2, 6.7.2)',
    );
  }
}

/** Countries and regions are those of the activity or those of its transactions, never of both. */
function placeRules(activity: ActivityElement, warn: Warn): void {
  const hasPlace = (element: ActivityElement) =>
    element.first('recipient-country') !== null || element.first('recipient-region') !== null;
  const transactions = activity.all('transaction');
  const withPlace = transactions.filter(hasPlace).length;
  const count = `${withPlace} of ${transactions.length} transactions`;
  if (hasPlace(activity) && withPlace > 0) {
    warn(
      activity,
      'recipient-country',
      count,
      'have a country or region, and so has the activity; only one of them may (3.6.2)',
    );
  } else if (!hasPlace(activity) && withPlace < Math.max(1, transactions.length)) {
    warn(
      activity,
      'recipient-country',
      count,
      'have a country or region; either the activity or each transaction must have one (3.7.1, 3.7.2)',
    );
  }
  for (const [name, rule] of [
    ['recipient-country', '12.1.1'],
    ['recipient-region', '12.1.1'],
    ['sector', '12.3.1'],
  ] as const) {
    for (const element of activity.all(name)) {
      const percentage = element.attribute('percentage');
      if (percentage === '' || (Number(percentage) >= 0 && Number(percentage) <= 100)) continue;
      warn(element, '@percentage', percentage, `must be from 0 to 100 (${rule})`);
    }
  }
}

const YEAR_MS = 366 * 86_400_000;

function budgetRules(budget: ActivityElement, warn: Warn): void {
  const start = budget.attributeIn('period-start', 'iso-date');
  const end = budget.attributeIn('period-end', 'iso-date');
  const length = Date.parse(end) - Date.parse(start);
  if (Number.isNaN(length)) return;
  if (length <= 0) warn(budget, 'period-start', start, 'the period ends before it starts (8.6.3)');
  if (length > YEAR_MS) {
    warn(budget, 'period-end', end, 'the period is longer than a year (7.5.3)');
  }
  const valued = budget.attributeIn('value', 'value-date').slice(0, 10);
  if (valued !== '' && (valued < start.slice(0, 10) || valued > end.slice(0, 10))) {
    warn(budget, 'value/@value-date', valued, 'is outside the period (11.3.1)');
  }
}
