import type { ActivityElement, Findings } from './activity-element.js';

/** The numbers of the rules of a reference: no spaces around it, and none of the symbols of addresses in it. */
interface ReferenceRules {
  readonly element: string;
  /** The attribute; empty for the text of the element. */
  readonly attribute: string;
  readonly spaces: string;
  readonly symbols?: string;
}

const OF_ACTIVITIES: readonly ReferenceRules[] = [
  // Symbols in the identifier of an activity are rule 1.3.13 in `activity-rules.ts`.
  { element: 'iati-identifier', attribute: '', spaces: '1.3.1' },
  { element: 'reporting-org', attribute: 'ref', spaces: '1.14.1', symbols: '1.14.13' },
  { element: 'participating-org', attribute: 'ref', spaces: '1.8.1', symbols: '1.8.13' },
  { element: 'participating-org', attribute: 'activity-id', spaces: '1.9.1' },
  { element: 'related-activity', attribute: 'ref', spaces: '1.7.1' },
];

const OF_MONEY: readonly ReferenceRules[] = [
  { element: 'provider-org', attribute: 'ref', spaces: '1.10.1', symbols: '1.10.13' },
  { element: 'provider-org', attribute: 'provider-activity-id', spaces: '1.4.1' },
  { element: 'receiver-org', attribute: 'ref', spaces: '1.15.1', symbols: '1.15.13' },
  { element: 'receiver-org', attribute: 'receiver-activity-id', spaces: '1.5.1' },
];

const OF_ORGANISATIONS: readonly ReferenceRules[] = [
  { element: 'organisation-identifier', attribute: '', spaces: '1.12.1', symbols: '1.12.13' },
  { element: 'reporting-org', attribute: 'ref', spaces: '1.18.1', symbols: '1.18.13' },
];

const NAMELESS = { 'provider-org': '6.9.1', 'receiver-org': '6.9.2' } as const;

/** Warns of references of an activity that violate rules of the standard. */
export function warnOfActivityReferences(
  activity: ActivityElement,
  findings: Pick<Findings, 'warn'>,
): void {
  warnOfReferences(activity, OF_ACTIVITIES, findings);
  for (const money of [...activity.all('transaction'), ...activity.all('planned-disbursement')]) {
    warnOfReferences(money, OF_MONEY, findings);
    for (const [name, rule] of Object.entries(NAMELESS)) {
      for (const party of money.all(name)) {
        if (party.attribute('ref') !== '' || party.first('narrative') !== null) continue;
        findings.warn(party.place, '', null, `has neither a @ref nor a name (${rule})`);
      }
    }
  }
}

export const warnOfOrganisationReferences = (
  organisation: ActivityElement,
  findings: Pick<Findings, 'warn'>,
): void => {
  warnOfReferences(organisation, OF_ORGANISATIONS, findings);
};

function warnOfReferences(
  record: ActivityElement,
  all: readonly ReferenceRules[],
  findings: Pick<Findings, 'warn'>,
): void {
  for (const { element: name, attribute, spaces, symbols } of all) {
    for (const element of record.all(name)) {
      const text = element.asWritten(attribute);
      const field = attribute === '' ? '' : `@${attribute}`;
      if (text !== text.trim()) {
        findings.warn(element.place, field, text, `has spaces around it (${spaces})`);
      }
      if (symbols !== undefined && /[/&|?]/.test(text)) {
        findings.warn(element.place, field, text, `must not contain /, &, | or ? (${symbols})`);
      }
    }
  }
}
