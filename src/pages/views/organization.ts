import { OrganizationDocument, type OrganizationQuery } from '../generated/operations.js';
import { dateText, fill, moneyText, numberText, type Language } from '../language.js';
import { definePage, type PlainTable } from '../view.js';
import { placeOf } from './organizations.js';

export type Organization = NonNullable<OrganizationQuery['organization']>;
export type Claim = Organization['claims']['nodes'][number];

/** What a claim says, with its qualifier: `at least 30`. */
export function claimText(language: Language, claim: Claim): string {
  const { number, date, amount, qualifier } = claim;
  const value =
    amount !== null
      ? moneyText(language, amount)
      : number !== null
        ? numberText(language, number)
        : date !== null
          ? dateText(language, date)
          : language.words.state.unknown;
  return fill(language.values.Qualifier[qualifier], { value });
}

/** What the organization is, in one sentence made of facts. */
export function headline(language: Language, organization: Organization): string {
  const { words, values } = language;
  const place = placeOf(organization);
  const kind = values.OrganizationType[organization.type];
  const founded = organization.bestClaims.find(({ indicator }) => indicator === 'FOUNDED_ON');
  const groups = organization.memberships.edges
    .filter(({ status }) => status !== 'ENDED')
    .map(({ node }) => node.name);
  return [
    place === null ? kind : fill(words.organization.in, { kind, place }),
    ...(founded === undefined
      ? []
      : [fill(words.organization.since, { date: claimText(language, founded.claim) })]),
    ...(groups.length === 0
      ? []
      : [fill(words.organization.memberOf, { groups: groups.slice(0, 3).join(', ') })]),
  ].join(', ');
}

/** A period as far as it is known: `2013 – 2016`, `2013 –`. */
export function periodText(
  language: Language,
  { since, until }: { readonly since: string | null; readonly until: string | null },
): string {
  if (since === null && until === null) return language.words.state.unknown;
  const start = since === null ? '?' : dateText(language, since);
  return until === null ? `${start} –` : `${start} – ${dateText(language, until)}`;
}

export const organizationPage = definePage({
  path: '/organizations/:slug',
  operation: OrganizationDocument,
  variables: ({ parameters }) => ({ slug: parameters.slug ?? '' }),
  view({ organization }, language, { parameters }) {
    if (organization === null) return null;
    const { prefix } = language;
    const { name, slug } = organization;
    return {
      title: name,
      description: `${headline(language, organization)}.`,
      tables: tablesOf(organization, language).filter(({ rows }) => rows.length > 0),
      structured: structuredOf(organization),
      // Also for a slug in another case, or of a record that was merged.
      ...(slug !== parameters.slug && { movedTo: `${prefix}/organizations/${slug}` }),
    };
  },
});

function tablesOf(one: Organization, language: Language): readonly PlainTable[] {
  const { words, values, prefix } = language;
  const { column, organization: w } = words;
  const link = ({ name, slug }: { readonly name: string; readonly slug: string }) => ({
    text: name,
    href: `${prefix}/organizations/${slug}`,
  });
  const grantRow = ({ node, other }: { readonly node: Grant; readonly other: string }) => [
    { text: node.title, href: `${prefix}/grants/${node.id}` },
    other,
    node.awardedOn === null ? words.state.unknown : dateText(language, node.awardedOn),
    node.awarded === null ? words.state.unknown : moneyText(language, node.awarded),
    node.source.title,
  ];
  const grantColumns = (other: string) => [
    column.title,
    other,
    column.day,
    column.awarded,
    column.source,
  ];
  return [
    {
      heading: w.figures,
      columns: [column.figure, column.value, column.day, column.source],
      rows: one.bestClaims.map(({ indicator, claim }) => [
        values.Indicator[indicator],
        claimText(language, claim),
        claim.asOf === null ? words.state.unknown : dateText(language, claim.asOf),
        claim.source.title,
      ]),
    },
    {
      heading: w.members,
      columns: [column.name, column.class, column.since, column.source],
      rows: one.members.edges.map((edge) => [
        link(edge.node),
        values.MembershipClass[edge.class],
        periodText(language, edge),
        edge.source.title,
      ]),
    },
    {
      heading: w.memberships,
      columns: [column.name, column.class, column.since, column.source],
      rows: one.memberships.edges.map((edge) => [
        link(edge.node),
        values.MembershipClass[edge.class],
        periodText(language, edge),
        edge.source.title,
      ]),
    },
    {
      heading: w.partnerships,
      columns: [column.title, column.kind, column.with, column.since, column.source],
      rows: one.partnerships.edges.map((edge) => [
        edge.node.title,
        values.PartnershipKind[edge.node.kind],
        edge.node.parties.nodes
          .filter(({ id }) => id !== one.id)
          .map(({ name }) => name)
          .join(', '),
        periodText(language, edge),
        edge.source.title,
      ]),
    },
    {
      heading: w.initiatives,
      columns: [column.title, column.role, column.since, column.source],
      rows: one.initiatives.edges.map((edge) => [
        { text: edge.node.title, href: `${prefix}/initiatives/${edge.node.slug}` },
        values.ParticipationRole[edge.role],
        periodText(language, { since: edge.node.startedOn, until: edge.node.endedOn }),
        edge.source.title,
      ]),
    },
    {
      heading: w.moneyIn,
      columns: grantColumns(column.funder),
      rows: one.grantsReceived.edges.map(({ node }) => grantRow({ node, other: node.funder.name })),
    },
    {
      heading: w.moneyOut,
      columns: grantColumns(column.recipient),
      rows: one.grantsMade.nodes.map((node) =>
        grantRow({ node, other: node.recipients.nodes.map(({ name }) => name).join(', ') }),
      ),
    },
    {
      heading: words.source.title,
      columns: [column.title, words.source.publisher, words.source.confidence],
      rows: one.sources.nodes.map((source) => [
        source.url === null ? source.title : { text: source.title, href: source.url },
        source.publisher ?? words.state.unknown,
        values.Confidence[source.confidence],
      ]),
    },
  ];
}

type Grant = Organization['grantsMade']['nodes'][number];

function structuredOf(one: Organization): Readonly<Record<string, unknown>> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: one.name,
    ...(one.description !== null && { description: one.description }),
    ...(one.website !== null && { url: one.website }),
    alternateName: one.otherNames.map(({ text }) => text),
    identifier: one.identifiers.map(({ scheme, value }) => ({
      '@type': 'PropertyValue',
      propertyID: scheme,
      value,
    })),
    ...(one.city !== null && {
      address: {
        '@type': 'PostalAddress',
        addressLocality: one.city,
        ...(one.country !== null && { addressCountry: one.country }),
      },
    }),
    memberOf: one.memberships.edges
      .filter(({ status }) => status !== 'ENDED')
      .map(({ node }) => ({ '@type': 'Organization', name: node.name })),
  };
}
