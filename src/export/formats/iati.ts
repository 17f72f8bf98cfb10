import { possibleInXml, xmlAttribute, xmlText } from '../../domain/xml-text.js';
import { NOTHING_KNOWN } from '../../domain/known-date.js';
import type { ActivityParts, IatiActivity, IatiParty, IatiProgramme } from '../iati/activity.js';
import { toActivity } from '../iati/to-activity.js';
import type { Head } from '../head.js';
import type { ExportReport } from '../report.js';
import { NothingToExport } from '../../export-errors.js';

/** The namespace of facts that the standard cannot represent: sources, and the precision of dates. */
const OWN_NAMESPACE = 'urn:scan-graph:export';

/**
 * Writes activities of IATI 2.03. An activity without the required elements is left out and listed in a
 * comment at the end.
 */
export async function* writeIati(
  head: Head,
  batches: AsyncIterable<readonly ActivityParts[]>,
  report: ExportReport,
): AsyncGenerator<string> {
  const today = head.exportedAt.slice(0, 10);
  let before = `<?xml version="1.0" encoding="UTF-8"?>\n${comment(head)}\n<iati-activities version="2.03" generated-datetime="${head.exportedAt}" xmlns:scan="${OWN_NAMESPACE}">\n`;
  for await (const activities of batches) {
    const texts = activities.flatMap((parts) => {
      const activity = toActivity(parts, today, report);
      if (activity === null) return [];
      report.written += 1;
      return [activityXml(activity, report)];
    });
    if (texts.length === 0) continue;
    yield before + texts.join('');
    before = '';
  }
  // The standard requires at least one activity.
  if (report.written === 0) throw new NothingToExport('IATI 2.03', report);
  yield `</iati-activities>\n${comment({ exportReport: report })}\n`;
}

/** An XML comment must not contain two hyphens in a row, so they are escaped in the JSON. */
function comment(value: unknown): string {
  const text = possibleInXml(JSON.stringify(value, null, 2)).replaceAll('--', '-\\u002d');
  return `<!-- ${text} -->`;
}

type Attributes = Readonly<Record<string, string | null | undefined>>;

/** Elements in the order that the schema requires. */
function activityXml(activity: IatiActivity, report: ExportReport): string {
  const clean = (text: string): string => {
    const cleaned = possibleInXml(text);
    if (cleaned !== text)
      report.change('characters that XML cannot contain were replaced with U+FFFD');
    return cleaned;
  };
  const element = (name: string, attributes: Attributes, ...inside: string[]): string => {
    const written = Object.entries(attributes)
      .filter((entry): entry is [string, string] => entry[1] != null)
      .map(([key, value]) => ` ${key}="${xmlAttribute(clean(value))}"`)
      .join('');
    const content = inside.join('');
    return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
  };
  const narrative = (text: string) => element('narrative', {}, xmlText(clean(text)));
  const organisation = (name: string, { ref, type, name: called }: IatiParty, more?: Attributes) =>
    element(name, { ref, type, ...more }, narrative(called));
  const dated = (
    name: string,
    { day, known }: IatiActivity['dates'][number]['date'],
    more: Attributes = {},
  ) => element(name, { ...more, 'iso-date': day, 'scan:known': known });

  const programmeXml = ({ facts, description, funder, manager }: IatiProgramme) =>
    element(
      'scan:programme',
      facts,
      description === null ? '' : element('scan:description', {}, xmlText(clean(description))),
      organisation('scan:funder', funder),
      manager === null ? '' : organisation('scan:manager', manager),
    );

  const elements = [
    element('iati-identifier', {}, xmlText(clean(activity.identifier))),
    organisation('reporting-org', activity.reporter, {
      'secondary-reporter': activity.isSecondaryReport ? '1' : null,
      'scan:known': activity.isReporterKnown ? null : NOTHING_KNOWN,
    }),
    element('title', {}, narrative(activity.title)),
    element(
      'description',
      { 'scan:known': activity.isDescriptionKnown ? null : NOTHING_KNOWN },
      narrative(activity.description),
    ),
    ...activity.participants.map(({ role, party, tie }) =>
      organisation('participating-org', party, { role, ...tie }),
    ),
    element('activity-status', {
      code: activity.status.code,
      'scan:known': activity.status.isKnown ? null : NOTHING_KNOWN,
    }),
    ...activity.dates.map(({ type, date }) => dated('activity-date', date, { type })),
    ...activity.countries.map(({ code, percentage }) =>
      element('recipient-country', { code, percentage }),
    ),
    ...activity.places.map(({ name, position, region }) =>
      element(
        'location',
        { 'scan:region': region },
        name === null ? '' : element('name', {}, narrative(name)),
        position === null
          ? ''
          : element(
              'point',
              { srsName: 'http://www.opengis.net/def/crs/EPSG/0/4326' },
              element('pos', {}, position),
            ),
      ),
    ),
    ...activity.sectors.map((sector) =>
      element('sector', { ...sector.code, percentage: sector.percentage }, narrative(sector.title)),
    ),
    ...activity.budgets.map(({ type, status, isTotal, start, end, value, currency, valueDate }) =>
      element(
        'budget',
        { type, status, 'scan:total': isTotal ? 'true' : null },
        dated('period-start', start),
        dated('period-end', end),
        element(
          'value',
          { currency, 'value-date': valueDate.day, 'scan:known': valueDate.known },
          value,
        ),
      ),
    ),
    ...activity.transactions.map((transaction) =>
      element(
        'transaction',
        { ref: transaction.reference },
        element('transaction-type', {
          code: transaction.type,
          'scan:sum': transaction.isSum ? 'true' : null,
        }),
        dated('transaction-date', transaction.date),
        element(
          'value',
          {
            currency: transaction.currency,
            'value-date': transaction.valueDate.day,
            'scan:known': transaction.valueDate.known,
          },
          transaction.value,
        ),
        transaction.description === null
          ? ''
          : element('description', {}, narrative(transaction.description)),
        ...(['provider', 'receiver'] as const).map((side) => {
          const party = transaction[side];
          return party === null ? '' : organisation(`${side}-org`, party);
        }),
        transaction.sector === null
          ? ''
          : element('sector', transaction.sector.code, narrative(transaction.sector.title)),
        transaction.country === null
          ? ''
          : element(
              'recipient-country',
              {
                code: transaction.country.code,
                'scan:region': transaction.country.region,
              },
              transaction.country.name === null ? '' : narrative(transaction.country.name),
            ),
      ),
    ),
    ...activity.parents.map(({ ref, initiative }) =>
      element(
        'related-activity',
        { ref, type: '1' },
        // Unlike elsewhere, the schema allows foreign elements here but not foreign attributes.
        initiative === null ? '' : element('scan:initiative', { slug: initiative }),
      ),
    ),
    ...activity.grants.map(({ facts, locations, funder, recipients, programme }) =>
      element(
        'scan:grant',
        facts,
        organisation('scan:funder', funder),
        ...recipients.map(({ party, amount }) => organisation('scan:recipient', party, { amount })),
        ...locations.map((location) => element('scan:location', location)),
        programme === null ? '' : programmeXml(programme),
      ),
    ),
    ...activity.sources.map(({ slug, title, url, licence, retrievedOn, pointer }) =>
      element('scan:source', {
        slug,
        title,
        url,
        licence,
        'retrieved-on': retrievedOn,
        place: pointer,
      }),
    ),
  ];
  const content = `\n    ${elements.join('\n    ')}\n  `;
  const { currency, hierarchy } = activity;
  return `  ${element('iati-activity', { 'default-currency': currency, hierarchy }, content)}\n`;
}
