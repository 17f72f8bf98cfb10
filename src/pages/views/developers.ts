import { DevelopersDocument } from '../generated/developers.js';
import { fill, numberText, type Language } from '../language.js';
import type { Settings } from '../settings.js';
import { definePage, documentIdOf } from '../view.js';

type Row = readonly [name: string, value: string];

/** Where the server answers, and what. */
export function endpoints({ words }: Language, { publicUrl }: Settings): readonly Row[] {
  const { developers: w } = words;
  return [
    [`${publicUrl}/graphql`, w.api],
    [`${publicUrl}/export/grants.csv`, w.exports],
    [`${publicUrl}/subgraph`, w.subgraph],
    [`${publicUrl}/events.ics`, words.events.calendar],
  ];
}

/** The limits of one operation, as this server is configured. */
export function limits(language: Language, { limits: set }: Settings): readonly Row[] {
  const { developers: w } = language.words;
  const text = (value: number) => numberText(language, value);
  return [
    [w.cost, text(set.cost)],
    [w.depth, text(set.depth)],
    [w.tokens, text(set.tokens)],
    [w.aliases, text(set.aliases)],
    [w.bodyBytes, text(set.bodyBytes)],
    [w.seconds, text(set.operationMs / 1000)],
  ];
}

export function firstCall(
  endpoint: string,
  { trustedDocumentsOnly }: Pick<Settings, 'trustedDocumentsOnly'>,
): string {
  const body = trustedDocumentsOnly
    ? { documentId: documentIdOf(DevelopersDocument) }
    : { query: '{ clusters(first: 5) { nodes { name city } } }' };
  return `curl -s ${endpoint} -H 'content-type: application/json' \\
  -d '${JSON.stringify(body)}'`;
}

export const codegen = (endpoint: string) => `# codegen.yml, for @graphql-codegen/cli
schema: ${endpoint}
documents: src/**/*.graphql
generates:
  src/generated/graphql.ts:
    plugins: [typescript-operations, typed-document-node]`;

/** A subgraph of others that adds a field to an organization of this graph. */
export const FEDERATION = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

type Donor @key(fields: "id") {
  id: ID!
  openCalls: [Call!]!
}

type Call {
  title: String!
  closesOn: String
}`;

export const developersPage = definePage({
  path: '/developers',
  operation: DevelopersDocument,
  variables: () => ({}),
  view({ totals }, language, { settings, examples }) {
    const { words, values } = language;
    const { developers: w, column } = words;
    const endpoint = `${settings.publicUrl}/graphql`;
    return {
      title: w.title,
      description: fill(w.lead, { address: endpoint }),
      tables: [
        {
          heading: w.endpoints,
          columns: [w.address, w.what],
          rows: endpoints(language, settings),
        },
        {
          heading: w.limits,
          columns: [w.limits, column.value],
          rows: limits(language, settings),
        },
        {
          heading: w.records,
          columns: [column.kind, column.count],
          rows: [
            ...totals.records.map(({ kind, count }) => [
              values.RecordKind[kind],
              numberText(language, count),
            ]),
            ...totals.ties.map(({ kind, count }) => [
              values.TieKind[kind],
              numberText(language, count),
            ]),
          ],
        },
      ],
      codes: [
        { heading: w.first, text: firstCall(endpoint, settings) },
        ...examples().map(({ title, description, source }) => ({
          heading: title,
          note: description,
          text: source,
        })),
        { heading: w.clients, note: w.clientsNote, text: codegen(endpoint) },
        { heading: w.federation, note: w.federationNote, text: FEDERATION },
      ],
      structured: {
        '@context': 'https://schema.org',
        '@type': 'WebAPI',
        name: words.site,
        description: words.about,
        endpointUrl: endpoint,
      },
    };
  },
});
