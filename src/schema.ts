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
import * as activities from '../resolvers/activities.resolver.js';
import * as bestClaims from '../resolvers/best-claims.resolver.js';
import * as classification from '../resolvers/classification.resolver.js';
import * as funding from '../resolvers/funding.resolver.js';
import * as grantEnds from '../resolvers/grant-ends.types.js';
import * as grantFacets from '../resolvers/grant-facets.resolver.js';
import * as grantConversion from '../resolvers/grant-conversion.types.js';
import * as grantTotals from '../resolvers/grant-totals.resolver.js';
import * as fundingNeeds from '../resolvers/funding-needs.resolver.js';
import * as initiativeFunding from '../resolvers/initiative-funding.resolver.js';
import * as organizationFunding from '../resolvers/organization-funding.resolver.js';
import * as grantFlows from '../resolvers/grant-flows.resolver.js';
import * as network from '../resolvers/network.resolver.js';
import * as networkAnswers from '../resolvers/network-answers.resolver.js';
import * as networkLinks from '../resolvers/network-links.resolver.js';
import * as networkQuestions from '../resolvers/network-questions.resolver.js';
import { NodeResolver } from '../resolvers/node.resolver.js';
import * as organizationKinds from '../resolvers/organization-kinds.resolver.js';
import { ORGANIZATION_ROOTS } from '../resolvers/organization-kinds.resolver.js';
import { OrganizationResolver } from '../resolvers/organization.resolver.js';
import { ClassificationRoots, ListRoots, SINGLE_ROOTS } from '../resolvers/roots.resolver.js';
import { SearchResolver } from '../resolvers/search.resolver.js';
import * as ties from '../resolvers/ties.resolver.js';
import * as totals from '../resolvers/totals.resolver.js';
import { Association } from '../entities/network/association.entity.js';
import { Cluster } from '../entities/network/cluster.entity.js';
import { Company } from '../entities/network/company.entity.js';
import { Donor } from '../entities/network/donor.entity.js';
import { Institution } from '../entities/network/institution.entity.js';
import { Partner } from '../entities/network/partner.entity.js';
import { buildSubgraph } from './federation/subgraph.js';
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

const classesOf = (module: object) =>
  Object.values(module).filter((member): member is new () => object =>
    /Resolver$|Root$/.test((member as { name?: string }).name ?? ''),
  );

/** The complete schema with its resolvers: a subgraph of Federation 2. */
export async function createSchema(): Promise<GraphQLSchema> {
  const base = await buildSchema({
    resolvers: [
      NodeResolver,
      SearchResolver,
      OrganizationResolver,
      ClassificationRoots,
      ListRoots,
      ...ORGANIZATION_ROOTS,
      ...classesOf(organizationKinds),
      ...SINGLE_ROOTS,
      ...classesOf(activities),
      ...classesOf(bestClaims),
      ...classesOf(classification),
      ...classesOf(funding),
      ...classesOf(grantEnds),
      ...classesOf(grantFacets),
      ...classesOf(grantConversion),
      ...classesOf(grantTotals),
      ...classesOf(grantFlows),
      ...classesOf(fundingNeeds),
      ...classesOf(initiativeFunding),
      ...classesOf(organizationFunding),
      ...classesOf(network),
      ...classesOf(networkAnswers),
      ...classesOf(networkLinks),
      ...classesOf(networkQuestions),
      ...classesOf(ties),
      ...classesOf(totals),
    ] as never,
    orphanedTypes: [Association, Cluster, Company, Donor, Institution, Partner],
    validate: false,
    emitSchemaFile: false,
    // The subgraph built from it is validated instead.
    skipCheck: true,
  });
  const schema = rejectInsteadOfThrow(attachResolvers(buildSubgraph(base)));
  // Not in the subgraph's SDL: composition would have to choose between the descriptions of several subgraphs.
  schema.description = DESCRIPTION;
  return schema;
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
