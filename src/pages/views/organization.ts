import { OrganizationDocument, type OrganizationQuery } from '../generated/organization.js';
import { dateText, fill, moneyText, numberText, sentence, type Language } from '../language.js';
import { definePage, type Cell, type PlainTable } from '../view.js';
import { placeOf } from './organizations.js';
import { regionName, regionPath, sectorPath } from './places.js';

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

/** A period within a sentence: `since 2013` while it lasts. Null if nothing of it is known. */
export function periodPhrase(
  language: Language,
  { since, until }: { readonly since: string | null; readonly until: string | null },
): string | null {
  if (since === null && until === null) return null;
  return since !== null && until === null
    ? fill(language.words.organization.since, { date: dateText(language, since) })
    : periodText(language, { since, until });
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
      description: sentence(headline(language, organization)),
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
  const facts: readonly (readonly [string, Cell | null])[] = [
    [words.events.about, one.description],
    [column.kind, values.OrganizationType[one.type]],
    [column.city, placeOf(one) ?? words.state.unknown],
    [
      column.region,
      one.region && {
        text: regionName(language, one.region),
        href: `${prefix}${regionPath(one.region)}`,
      },
    ],
    [column.country, one.country],
    [column.status, values.OrganizationStatus[one.status]],
    [w.legalForm, one.legalForm],
    [w.website, one.website && { text: one.website, href: one.website }],
    [w.names, one.otherNames.map(({ text }) => text).join(', ') || null],
    ...one.sectors.nodes.map(
      (sector) =>
        [
          column.sector,
          { text: `${sector.title} (${sector.code})`, href: `${prefix}${sectorPath(sector)}` },
        ] as const,
    ),
    [words.source.label, one.source.title],
  ];
  return [
    {
      heading: w.facts,
      columns: [column.figure, column.value],
      rows: facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    },
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
      heading: w.identifiers,
      columns: [w.register, w.number],
      rows: one.identifiers.map(({ scheme, value, url, registerUrl }) => [
        registerUrl === null ? scheme : { text: scheme, href: registerUrl },
        url === null ? value : { text: value, href: url },
      ]),
    },
    {
      heading: w.partOf,
      columns: [column.name],
      rows: one.parent === null ? [] : [[link(one.parent)]],
    },
    {
      heading: w.parts,
      columns: [column.name],
      rows: one.parts.nodes.map((part) => [link(part)]),
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
      heading: w.people,
      columns: [column.name, column.role, column.since, column.source],
      rows: one.seats.edges.map((edge) => [
        edge.node.name,
        [values.SeatRole[edge.role], edge.body].filter(Boolean).join(', '),
        periodText(language, edge),
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
      heading: w.coFunders,
      columns: [column.name, w.sharedRecipients],
      rows: one.coFunders.edges.map(({ node, sharedRecipientCount }) => [
        link(node),
        numberText(language, sharedRecipientCount),
      ]),
    },
    {
      heading: w.advocacy,
      columns: [column.title, column.status, column.since, column.outcome, column.source],
      rows: one.advocacyCases.nodes.map((node) => [
        { text: node.title, href: `${prefix}/advocacy/${node.slug}` },
        values.AdvocacyStatus[node.status],
        periodText(language, { since: node.openedOn, until: node.closedOn }),
        node.outcome ?? words.state.unknown,
        node.source.title,
      ]),
    },
    {
      heading: w.offers,
      columns: [column.title, column.kind, column.since, column.source],
      rows: one.offers.nodes.map((node) => [
        { text: node.title, href: `${prefix}/offers/${node.slug}` },
        values.OfferDirection[node.direction],
        periodText(language, node),
        node.source.title,
      ]),
    },
    {
      heading: w.events,
      columns: [column.title, column.day, column.city],
      rows: one.events.nodes.map((node) => [
        { text: node.title, href: `${prefix}/events/${node.slug}` },
        dateText(language, node.startsAt),
        node.city ?? words.state.unknown,
      ]),
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
    sameAs: one.identifiers.flatMap(({ url }) => url ?? []),
    ...(one.parent !== null && {
      parentOrganization: { '@type': 'Organization', name: one.parent.name },
    }),
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
