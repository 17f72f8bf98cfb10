import { groupBy } from '../../domain/group-by.js';
import { xsdDecimalOf } from '../../domain/decimal.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import type { ActivityElement, Findings } from './activity-element.js';
import { CODE_RULES, warnOfCodes } from './code-rules.js';
import { isOfKnownList } from './party.js';
import { warnOfActivityReferences } from './reference-rules.js';

/**
 * Rules of the standard that published files often break and that the graph does not need: each
 * violation is a warning. The numbers are those of the IATI Ruleset.
 */
export function warnOfRules(activity: ActivityElement, today: string, findings: Findings): void {
  const warn = (element: ActivityElement, field: string, value: string, reason: string) =>
    findings.warn(element.place, field, value, reason);
  warnOfCodes(activity, CODE_RULES.imported, findings);
  warnOfActivityReferences(activity, findings);
  missingRules(activity, warn);
  identifierRules(activity, warn);
  dateRules(activity, today, warn);
  shareRules(activity, warn);
  sectorRules(activity, warn);
  placeRules(activity, warn);
  for (const budget of activity.all('budget')) budgetRules(budget, warn);
}

type Warn = (element: ActivityElement, field: string, value: string, reason: string) => void;

/** What the standard requires and the graph reads. */
function missingRules(activity: ActivityElement, warn: Warn): void {
  if (activity.first('activity-status') === null) {
    warn(activity, 'activity-status', '', 'is missing (6.2.1)');
  }
  const title = activity.first('title');
  if (title?.narrative === '') {
    warn(title, '', '', 'has no text; the identifier is used instead (4.3.1)');
  }
  const reporting = activity.first('reporting-org');
  if (reporting?.attribute('ref') === '') warn(reporting, '@ref', '', 'is missing (1.7.2)');
  if (reporting?.attribute('type') === '') warn(reporting, '@type', '', 'is missing (6.3.1)');
  for (const budget of activity.all('budget')) {
    if (budget.attributeIn('value', 'value-date') === '') {
      warn(budget, 'value/@value-date', '', 'is missing (7.5.2)');
    }
  }
}

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
  if (!isOfKnownList(reporter)) {
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
  const sectors = groupBy(
    activity.all('sector'),
    (sector) => sector.attribute('vocabulary') || '1',
  );
  for (const [vocabulary, all] of sectors) {
    const rules = { missing: '2.1.1', sum: '2.1.2', single: '2.1.4' };
    sharesOf(activity, `sector[@vocabulary="${vocabulary}"]`, all, rules, warn);
  }
  // Countries have one vocabulary; with the regions of each vocabulary they are the whole.
  const countries = activity.all('recipient-country').filter(hasCode);
  const regions = new Map<string, ActivityElement[]>();
  for (const region of activity.all('recipient-region').filter(hasCode)) {
    const vocabulary = region.attribute('vocabulary') || '1';
    regions.set(vocabulary, [...(regions.get(vocabulary) ?? []), region]);
  }
  const ofCountries = { missing: '3.1.1', sum: '3.1.2', single: '3.1.4' };
  if (regions.size === 0) sharesOf(activity, 'recipient-country', countries, ofCountries, warn);
  for (const [vocabulary, all] of regions) {
    const rules = { missing: '3.4.1', sum: '3.4.2', single: '3.4.4' };
    const field = `recipient-region[@vocabulary="${vocabulary}"]`;
    sharesOf(activity, field, [...countries, ...all], rules, warn);
  }
}

const hasCode = (element: ActivityElement) => element.attribute('code') !== '';

function sharesOf(
  activity: ActivityElement,
  field: string,
  all: readonly ActivityElement[],
  rules: Readonly<Record<'missing' | 'sum' | 'single', string>>,
  warn: Warn,
): void {
  const shares = all.flatMap((each) => xsdDecimalOf(each.attribute('percentage')) ?? []);
  if (shares.length < all.length && all.length > 1) {
    const count = `${shares.length} of ${all.length}`;
    warn(
      activity,
      field,
      count,
      `have a percentage; if there are several, each must have one (${rules.missing})`,
    );
  } else if (shares.length > 0) {
    const total = sumOfDecimals(shares);
    if (Number(total) !== 100) {
      const rule = all.length === 1 ? rules.single : rules.sum;
      warn(activity, field, total, `the percentages must add up to 100 (${rule})`);
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
