import { entryUrl, registerUrl } from '../../domain/registers.js';
import { startingWith } from '../../writing/chunks.js';
import { jsonItems } from '../../writing/json.js';
import type { Head } from '../head.js';
import { known, reportLeftOut, sum, type LeftOutParts } from '../left-out.js';
import type { OrganizationRecord } from '../records/organization.record.js';
import type { SourceRecord } from '../records/parts.js';
import type { ExportReport } from '../report.js';

/** Written into the file, so that no program has to fetch it. These terms are addresses; all others are text. */
const CONTEXT = {
  '@vocab': 'http://schema.org/',
  license: { '@type': '@id' },
  sameAs: { '@type': '@id' },
  url: { '@type': '@id' },
  // What the file leaves out is not a part of the graph.
  exportReport: null,
} as const;

type Thing = Readonly<Record<string, unknown>>;

/**
 * A JSON-LD graph in the terms of schema.org: the data set with its sources, and the organizations. Their `@id` is the
 * address of their page, which is the same in every file of this server.
 */
export async function* writeJsonLd(
  head: Head,
  publicUrl: string,
  batches: AsyncIterable<readonly OrganizationRecord[]>,
  report: ExportReport,
): AsyncGenerator<string> {
  const start = `{\n  "@context": ${JSON.stringify(CONTEXT)},\n  "@graph": [`;
  yield* startingWith(start, jsonItems(things(head, publicUrl, batches, report)));
  yield `\n  ],\n  "exportReport": ${JSON.stringify(report)}\n}\n`;
}

async function* things(
  head: Head,
  publicUrl: string,
  batches: AsyncIterable<readonly OrganizationRecord[]>,
  report: ExportReport,
): AsyncGenerator<readonly Thing[]> {
  yield [dataSet(head), ...head.sources.map(work)];
  for await (const records of batches) {
    for (const record of records) {
      reportLeftOut(report, leftOutOf(record), 'schema.org has no term for them');
    }
    yield records.map((record) => organization(record, publicUrl));
  }
}

function dataSet({ title, exportedAt, query, sources }: Head): Thing {
  return stated({
    '@id': query.address,
    '@type': 'Dataset',
    name: title,
    description: query.filter == null ? null : `Filter: ${JSON.stringify(query.filter)}`,
    dateCreated: exportedAt,
    isBasedOn: sources.map(({ slug }) => reference(slug)),
  });
}

/** A source is a node of this file only. */
const reference = (slug: string) => ({ '@id': `_:source-${slug}` });

function work({ slug, title, url, publisher, publishedOn, licence }: SourceRecord): Thing {
  return stated({
    ...reference(slug),
    '@type': 'CreativeWork',
    name: title,
    url: address(url),
    publisher: publisher === null ? null : { '@type': 'Organization', name: publisher },
    datePublished: publishedOn,
    // A license by its name is text.
    license: licence === null ? null : (address(licence) ?? { '@value': licence }),
  });
}

function organization(record: OrganizationRecord, publicUrl: string): Thing {
  const { slug, name, names, type, description, website, identifiers } = record;
  const { country, region, city, latitude, longitude, parent, memberships } = record;
  const other = (of: { readonly slug: string; readonly name: string }) => ({
    '@id': `${publicUrl}/organizations/${of.slug}`,
    '@type': 'Organization',
    name: of.name,
  });
  return stated({
    ...other({ slug, name }),
    additionalType: type,
    alternateName: names.map(({ text, language, script }) =>
      language === null
        ? text
        : { '@value': text, '@language': script === null ? language : `${language}-${script}` },
    ),
    description,
    url: address(website),
    identifier: identifiers.map((each) =>
      stated({
        '@type': 'PropertyValue',
        propertyID: each.scheme,
        value: each.value,
        url: registerUrl(each),
      }),
    ),
    sameAs: identifiers.flatMap((each) => entryUrl(each) ?? []),
    address:
      country === null && region === null && city === null
        ? null
        : stated({
            '@type': 'PostalAddress',
            addressCountry: country,
            addressRegion: region?.name,
            addressLocality: city,
          }),
    location:
      latitude === null || longitude === null
        ? null
        : { '@type': 'Place', geo: { '@type': 'GeoCoordinates', latitude, longitude } },
    parentOrganization: parent === null ? null : other(parent),
    memberOf: memberships
      .filter((membership) => !isEndUnknown(membership))
      .map(({ group, class: roleName, since, until }) =>
        stated({
          '@type': 'OrganizationRole',
          memberOf: other(group),
          roleName,
          startDate: since,
          endDate: until,
        }),
      ),
    knowsAbout: record.sectors.map(({ scheme, code, title }) => ({
      '@type': 'DefinedTerm',
      inDefinedTermSet: scheme,
      termCode: code,
      name: title,
    })),
    subjectOf: reference(record.source.slug),
  });
}

/** One that has ended on an unknown day would look like one of today. */
const isEndUnknown = ({ status, until }: OrganizationRecord['memberships'][number]) =>
  status === 'ENDED' && until === null;

function leftOutOf(record: OrganizationRecord): LeftOutParts {
  const { status, legalForm, stage, sizeClass, category, sourcePointer, region } = record;
  const { names, memberships } = record;
  return [
    ['statuses of organizations', known(status)],
    ['legal forms, stages, sizes and categories', known(legalForm, stage, sizeClass, category)],
    ['codes of regions', known(region)],
    ['kinds of names', names.length],
    ['places in the source', known(sourcePointer)],
    ['sources and statuses of memberships', memberships.length],
    [
      'days on which memberships are attested, and places in the source',
      sum(memberships, (each) => known(each.attestedOn, each.sourcePointer)),
    ],
    ['memberships', memberships.filter(isEndUnknown).length, 'the day of their end is not known'],
  ];
}

/** Addresses in data can be anything; in JSON-LD only a valid one is an address. */
function address(text: string | null): string | null {
  return text !== null && /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).href : null;
}

/** Without what is not known. */
function stated(thing: Thing): Thing {
  return Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
