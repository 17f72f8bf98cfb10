import 'reflect-metadata';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  isTypeDefinitionNode,
  print,
  visit,
  type DefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { buildSchema } from 'type-graphql';
import { Association } from '../entities/network/association.entity.js';
import { Cluster } from '../entities/network/cluster.entity.js';
import { Company } from '../entities/network/company.entity.js';
import { Donor } from '../entities/network/donor.entity.js';
import { Institution } from '../entities/network/institution.entity.js';
import { Partner } from '../entities/network/partner.entity.js';
import { DOMAINS, type Domain } from './federation/domain-names.js';
import { RESOLVERS } from './federation/domains.js';
import { buildSubgraph, buildSubgraphs } from './federation/subgraph.js';
import type { ClassOf } from './fields/row.js';
import { rejectInsteadOfThrow } from './loaders/asynchronous-faults.js';
import { attachResolvers } from './loaders/resolvers.js';

/** The introduction to the docs of the playground, where a schema coordinate (`Query.search`) becomes a link. */
const DESCRIPTION = `
The network of an association of business clusters: who works with whom, and who funds what. Every fact has a source, and every tie has dates.

**Where to start**

- \`Query.search\` finds anything by a few words, in any script.
- \`Query.organization\` and \`Query.cluster\` return one by its slug, with its members, partners, initiatives and grants.
- \`Query.network\` returns the partnership graph: nodes, edges, communities, brokers and paths.
- \`Query.grants\` lists grants, \`Query.grantFacets\` counts them by funder, sector, region or year, and \`Query.grantTotals\` sums them for each currency.
- \`Query.totals\` counts the whole network.

**How lists work**

- \`filter\` and \`orderBy\` select and sort; \`first\` and \`after\` page through the result (Relay).
- \`asOf\` returns ties as they were on that day.

**Examples**

The button "Examples" of the playground has an operation for each of these, ready to run.
`.trim();

/** The complete schema with its resolvers: a subgraph of Federation 2. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = withResolvers(buildSubgraph(await createBase()));
  // Not in the subgraph's SDL: composition would have to choose between the descriptions of several subgraphs.
  schema.description = DESCRIPTION;
  return schema;
}

/** The subgraphs of these domains, which together have the complete schema. */
export async function createSubgraphs(
  domains: readonly Domain[] = DOMAINS,
): Promise<ReadonlyMap<Domain, GraphQLSchema>> {
  const subgraphs = buildSubgraphs(await createBase(), domains);
  return new Map(Array.from(subgraphs, ([domain, schema]) => [domain, withResolvers(schema)]));
}

const withResolvers = (schema: GraphQLSchema) => rejectInsteadOfThrow(attachResolvers(schema));

function createBase(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: Object.values(RESOLVERS).flat() as [ClassOf, ...ClassOf[]],
    orphanedTypes: [Association, Cluster, Company, Donor, Institution, Partner],
    validate: false,
    emitSchemaFile: false,
    // The subgraphs built from it are validated instead.
    skipCheck: true,
  });
}

/**
 * The schema as SDL, with descriptions and the directives that it defines. `schema.graphql` is the SDL of the API.
 * Types are sorted by name, independent of the load order; fields and values are in order of declaration.
 */
export function printSdl(schema: GraphQLSchema): string {
  const { definitions, ...document } = visit(getDocumentNodeFromSchema(schema), {
    Directive: ({ name }) => (schema.getDirective(name.value) == null ? null : undefined),
  });
  const rank = (definition: DefinitionNode) =>
    isTypeDefinitionNode(definition) ? definition.name.value : '';
  const sorted = definitions.toSorted((left, right) =>
    rank(left) < rank(right) ? -1 : Number(rank(left) > rank(right)),
  );
  return `${print({ ...document, definitions: sorted })}\n`;
}
