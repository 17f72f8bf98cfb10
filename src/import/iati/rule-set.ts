import { readFileSync } from 'node:fs';
import { DOMImplementation } from '@xmldom/xmldom';
import * as xpath from 'xpath';
import { xsdDecimalOf } from '../../domain/decimal.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import { atPointer, type Report } from '../report.js';
import { IATI_FOLDER } from './codelists.js';
import { ROOTS, type RecordName } from './record-files.js';
import type { XmlElement } from './xml-records.js';

/** A case of a rule, as the rule set file has it. */
interface Case {
  readonly ruleInfo: { readonly id: string; readonly message: string };
  readonly condition?: string;
  readonly paths?: readonly string[];
  readonly if?: string;
  readonly then?: string;
  readonly one?: string;
  readonly all?: string;
  readonly regex?: string;
  readonly min?: number;
  readonly max?: number;
  readonly date?: string;
  readonly less?: string;
  readonly more?: string;
  readonly start?: string;
  readonly end?: string;
}

/** Cases for each value that a path has; `$1` stands for the value. */
interface Loop {
  readonly foreach: string;
  readonly do: Rules;
}

type Rules = Readonly<Record<string, { readonly cases: readonly (Case | Loop)[] }>>;

const RULE_SET = JSON.parse(readFileSync(`${IATI_FOLDER}/ruleset-2.03.json`, 'utf8')) as Readonly<
  Record<string, Rules>
>;

const ACTIVITY = '/iati-activities/iati-activity';
const ORGANISATION = '/iati-organisations/iati-organisation';

/**
 * The rules that every import checks (`activity-rules.ts`, `reference-rules.ts`, `read-activity.ts`), by the element
 * that they are about.
 */
const CHECKED: Readonly<Record<string, readonly string[]>> = {
  [ACTIVITY]: [
    ...['1.1.3', '1.1.21', '1.3.1', '1.3.13', '1.7.1', '1.14.1', '1.14.8', '1.14.13', '2.1.1'],
    ...['2.1.2', '2.1.4', '3.1.1', '3.1.2', '3.1.4', '3.4.1', '3.4.2', '3.4.4'],
    ...['6.2.2', '6.6.2', '6.7.2', '11.1.2', '11.1.3', '11.1.4'],
    ...['11.1.5', '11.2.1', '11.2.2', '3.6.2', '3.7.1', '3.7.2', '6.11.1', '12.1.1', '12.3.1'],
  ],
  [`${ACTIVITY}/budget`]: ['7.5.3', '8.6.3'],
  [`${ACTIVITY}/participating-org`]: ['6.10.1', '1.8.1', '1.8.13', '1.9.1'],
  [ofMoney('provider-org')]: ['6.9.1', '1.10.1', '1.10.13', '1.4.1'],
  [ofMoney('receiver-org')]: ['6.9.2', '1.15.1', '1.15.13', '1.5.1'],
  [ORGANISATION]: ['1.12.1', '1.12.13', '1.18.1', '1.18.8', '1.18.13'],
};

function ofMoney(party: string): string {
  return `${ACTIVITY}/transaction/${party} | ${ACTIVITY}/planned-disbursement/${party}`;
}

const YEAR_MS = 366 * 86_400_000;

/** Warns of each rule of the standard's rule set that a record violates and that not every import checks. */
export function warnOfRuleSet(
  record: XmlElement & { readonly name: RecordName },
  pointer: string,
  today: string,
  report: Pick<Report, 'warn'>,
): void {
  const document = documentOf(ROOTS[record.name], record);
  const ofRecord = `/${ROOTS[record.name]}/${record.name}`;
  for (const [context, rules] of Object.entries(RULE_SET)) {
    const checked = CHECKED[context] ?? [];
    for (const element of select(context, document)) {
      const violated = new Map<string, string>();
      for (const { id, message } of violations(rules, element, today)) violated.set(id, message);
      const name = context === ofRecord ? '' : element.nodeName;
      for (const [id, message] of violated) {
        if (!checked.includes(id))
          report.warn(atPointer(pointer), name, null, `${message} (${id})`);
      }
    }
  }
}

function* violations(rules: Rules, element: Node, today: string): Generator<Case['ruleInfo']> {
  for (const [kind, { cases }] of Object.entries(rules)) {
    for (const each of cases) {
      if ('foreach' in each) {
        const values = new Set(select(each.foreach, element).map(valueOf));
        for (const value of values) {
          const written = JSON.stringify(each.do).replaceAll('$1', value.replaceAll(/["'\\]/g, ''));
          yield* violations(JSON.parse(written) as Rules, element, today);
        }
      } else if (!isMet(kind, each, element, today)) yield each.ruleInfo;
    }
  }
}

function isMet(kind: string, rule: Case, element: Node, today: string): boolean {
  if (rule.condition !== undefined && !isTrue(rule.condition, element)) return true;
  const found = (rule.paths ?? []).flatMap((path) => select(path, element));
  const values = found.map(valueOf);
  const dates = (path = '') =>
    path === 'NOW' ? [today] : select(path, element).map((node) => valueOf(node).slice(0, 10));
  switch (kind) {
    case 'atleast_one':
      return found.length > 0;
    case 'no_more_than_one':
      return found.length <= 1;
    case 'no_spaces':
      return values.every((value) => value === value.trim());
    case 'regex_matches':
      return values.every((value) => new RegExp(rule.regex ?? '').test(value.trim()));
    case 'range':
      return values.every(
        (value) => Number(value) >= (rule.min ?? 0) && Number(value) <= (rule.max ?? Infinity),
      );
    case 'strict_sum':
      return Number(sumOfDecimals(values.flatMap((value) => xsdDecimalOf(value) ?? []))) === 100;
    case 'if_then':
      return !isTrue(rule.if ?? '', element) || isTrue(rule.then ?? '', element);
    case 'one_or_all':
      if (rule.all === 'lang') return hasLanguages(element);
      // Sectors are checked by every import.
      return rule.all !== 'currency' || isTrue(HAS_CURRENCIES, element);
    case 'date_now':
      return dates(rule.date).every((date) => date <= today);
    case 'date_order':
      return dates(rule.less).every((less) => dates(rule.more).every((more) => less <= more));
    case 'between_dates': {
      const [[start = ''], [end = '9']] = [dates(rule.start), dates(rule.end)];
      return dates(rule.date).every((date) => date >= start && date <= end);
    }
    case 'time_limit': {
      const [[start = ''], [end = '']] = [dates(rule.start), dates(rule.end)];
      const length = Date.parse(end) - Date.parse(start);
      return Number.isNaN(length) || length <= YEAR_MS;
    }
    // Uniqueness and beginnings of identifiers are checked by every import.
    default:
      return true;
  }
}

/** The record has a default currency, or each amount has one. */
const HAS_CURRENCIES =
  '@default-currency or not(.//value[not(@currency)] or .//forecast[not(@currency)])';

/** The record has a default language, or each text has one. */
function hasLanguages(element: Node): boolean {
  const languageOf = (node: Node) => (node as Element).getAttribute('xml:lang') ?? '';
  if (languageOf(element) !== '') return true;
  return select('.//narrative', element).every((narrative) => languageOf(narrative) !== '');
}

interface Expression {
  select(at: { readonly node: Node }): Node[];
  evaluateBoolean(at: { readonly node: Node }): boolean;
}
// The types of the library leave it out. Its other functions parse an expression each time.
const { parse: parseExpression } = xpath as unknown as {
  readonly parse: (path: string) => Expression;
};

const parsed = new Map<string, Expression>();

function parse(path: string): Expression {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const expression = parseExpression(path);
  // Values of a file are in some paths.
  if (parsed.size < 1000) parsed.set(path, expression);
  return expression;
}

const select = (path: string, node: Node): Node[] => parse(path).select({ node });
const isTrue = (path: string, node: Node): boolean => parse(path).evaluateBoolean({ node });
const valueOf = (node: Node): string => node.nodeValue ?? node.textContent ?? '';

/** The record as a document of its own. */
function documentOf(root: string, record: XmlElement): Document {
  const document = new DOMImplementation().createDocument(null, root, null);
  const append = (parent: Node, { name, attributes, text, children }: XmlElement): void => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      element.setAttribute(attribute, value);
    }
    if (text !== '') element.appendChild(document.createTextNode(text));
    for (const child of children) append(element, child);
    parent.appendChild(element);
  };
  append(document.documentElement, record);
  return document;
}
