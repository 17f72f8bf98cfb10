import { describe, expect, test } from '@jest/globals';
import { isObjectType, type GraphQLObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { classesByType } from '../../src/fields/classes.js';
import { declarationOf } from '../../src/fields/declarations.js';
import { WEIGHTS } from '../../src/operation/cost-weights.js';
import { schema } from '../support/schema.js';

/** Resolved by hand, but no more work than other objects and lists: they look up what has been read or computed. */
const USUAL: ReadonlySet<string> = new Set(
  `FacetValue.node FlowNode.node GrantGroup.node UnfundedNeed.node Initiative.funding
   Network.neighbourhood Network.between
   Network.graph Network.methods Network.cut NetworkCommunity.central NetworkCommunity.members
   NetworkNeighbourhood.nodes NetworkNeighbourhood.edges NetworkNeighbourhood.cut
   NetworkRelation.pathCount NetworkRelation.paths NetworkRelation.commonPartners NetworkPath.hops
   NetworkSuggestion.first NetworkSuggestion.second NetworkSuggestion.common NetworkSuggestion.offers
   NetworkChanges.added NetworkChanges.ended 
   NetworkLink.from NetworkLink.to NetworkLink.ties NetworkTie.record
   Identifier.url Identifier.registerUrl FactCoverage.dated FactCoverage.placed FactCoverage.sources
   OrganizationCoverage.identified OrganizationCoverage.withCountry OrganizationCoverage.withRegion
   OrganizationCoverage.withSector OrganizationCoverage.withWebsite`.split(/\s+/),
);

const types = Object.values(schema.getTypeMap()).filter(isObjectType);
const classes = classesByType();
const fields = types.flatMap((type) =>
  Object.keys(type.getFields()).map((field) => [type, field] as const),
);
const namesOf = (type: GraphQLObjectType, field: string) =>
  [type, ...type.getInterfaces()].map(({ name }) => `${name}.${field}`);

/** The fields whose resolvers nothing is known of but their code. */
function writtenByHand(): string[] {
  const { fieldResolvers } = getMetadataStorage();
  const written = new Set(
    fieldResolvers.flatMap(({ kind, schemaName, getObjectType }) => {
      const target = getObjectType?.() as { name: string } | undefined;
      return kind === 'external' && target !== undefined ? [`${target.name}.${schemaName}`] : [];
    }),
  );
  return fields.flatMap(([type, field]) => {
    const target = classes.get(type.name);
    const declared = target === undefined ? undefined : declarationOf(target, field);
    const isDeclared = declared !== undefined && declared.kind !== 'RESOLVED';
    const [name] = namesOf(type, field).filter((each) => written.has(each));
    return name === undefined || isDeclared ? [] : [name];
  });
}

describe('the weights of fields', () => {
  test('refer to fields of the schema', () => {
    const known = new Set(fields.flatMap(([type, field]) => namesOf(type, field)));
    expect(Object.keys(WEIGHTS).filter((field) => !known.has(field))).toEqual([]);
  });

  test('are set, or deliberately the default, for each field with a hand-written resolver', () => {
    const written = new Set(writtenByHand());
    expect(written.size).toBeGreaterThan(40);
    expect([...written].filter((field) => !(field in WEIGHTS) && !USUAL.has(field))).toEqual([]);
    expect([...USUAL].filter((field) => !written.has(field))).toEqual([]);
  });
});
