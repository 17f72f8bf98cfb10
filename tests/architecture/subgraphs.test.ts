import { readdirSync, readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  graphqlSync,
  isInterfaceType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
  printSchema,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { ownSubgraphs, supergraphOf } from '../../federation/supergraph.js';
import { apiSchemaOf } from '../../src/federation/api-schema.js';
import { DOMAIN_OF } from '../../src/federation/domains.js';
import { isFieldsType } from '../../src/federation/split.js';
import { WEIGHTS } from '../../src/operation/cost-weights.js';
import { createSchema, createSubgraphs } from '../../src/schema.js';
import { schema } from '../support/schema.js';

const ROOT = new URL('../../../', import.meta.url);
const subgraphs = await createSubgraphs();
const supergraph = supergraphOf(await ownSubgraphs());

const wholeGraph = async () => new Map([['scan', await createSchema()]]);

/** Types with a field of this name, in a subgraph. */
const has = (subgraph: GraphQLSchema, type: string, field: string) => {
  const found = subgraph.getType(type);
  return (isObjectType(found) || isInterfaceType(found)) && found.getFields()[field] !== undefined;
};

/** What belongs to one domain, unlike the columns of a source, which stands beside each fact. */
const LISTS_OF_SOURCES = ['claims', 'grants'];

describe('the domains', () => {
  test.each(Object.entries(DOMAIN_OF))('%s is in entities/%s', (kind, domain) => {
    const folder = new URL(`entities/${domain}/`, ROOT);
    const files = readdirSync(folder).filter((name) => name.endsWith('.entity.ts'));
    const classes = files.flatMap((name) =>
      [
        ...readFileSync(new URL(name, folder), 'utf8').matchAll(
          /^export (?:abstract )?class (\w+)/gm,
        ),
      ].map(([, one]) => one),
    );
    expect(classes).toContain(kind);
  });

  test('have every field of a query and of an object with an identity once, but the columns of sources each', () => {
    const wrong: string[] = [];
    for (const type of Object.values(apiSchemaOf(schema).getTypeMap())) {
      const isOwned =
        isObjectType(type) &&
        (type.name === 'Query' || type.getInterfaces().some(({ name }) => name === 'Node'));
      if (!isOwned) continue;
      for (const field of Object.keys(type.getFields())) {
        if (field === 'id') continue;
        const owners = [...subgraphs].filter(([, one]) => has(one, type.name, field));
        const isOfSource = type.name === 'Source' && !LISTS_OF_SOURCES.includes(field);
        if (owners.length !== (isOfSource ? subgraphs.size : 1))
          wrong.push(`${type.name}.${field} is in ${String(owners.length)} subgraphs`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('share no type with a field of an interface, which gateways cannot plan', () => {
    const shared = Object.values(schema.getTypeMap()).filter(
      (type) =>
        isObjectType(type) &&
        !type.name.startsWith('_') &&
        type.name !== 'Query' &&
        !type.getInterfaces().some(({ name }) => name === 'Node') &&
        [...subgraphs.values()].filter((one) => one.getType(type.name) !== undefined).length > 1,
    );
    expect(shared.map(({ name }) => name)).toEqual(expect.arrayContaining(['PageInfo', 'Money']));
    const unplannable = shared.flatMap((type) =>
      Object.values(isObjectType(type) ? type.getFields() : {})
        .filter((field) => isInterfaceType(getNamedType(field.type)))
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(unplannable).toEqual([]);
  });
});

describe('the supergraph', () => {
  test('is composed by the library of Apollo too', async () => {
    const services = (await ownSubgraphs()).map(({ name, url, sdl }) => ({
      name,
      url,
      typeDefs: parse(sdl),
    }));
    expect(composeServices(services).errors).toBeUndefined();
  });

  test('is composed from what the subgraphs say of themselves, however many schemas the process has built', async () => {
    const sayings = [];
    for (const build of [wholeGraph, createSubgraphs, wholeGraph, createSubgraphs]) {
      const built = Array.from(await build(), ([name, one]) => {
        const { data } = graphqlSync({ schema: one, source: '{ _service { sdl } }' });
        const { sdl } = data?._service as { readonly sdl: string };
        return { name, sdl, url: 'http://127.0.0.1/' };
      });
      sayings.push(built);
    }
    const [whole, parts, ...again] = sayings.map(supergraphOf);
    expect(again).toEqual([whole, parts]);
    const sorted = (sdl: string) => printSchema(lexicographicSortSchema(buildSchema(sdl)));
    const withoutUrls = supergraph.replace(/url: "http:[^"]*"/g, 'url: "http://127.0.0.1/"');
    expect(sorted(parts ?? '')).toBe(sorted(withoutUrls));
  });

  test('has the costs of the declarations', () => {
    const fields = new Map<string, FieldDefinitionNode>(
      parse(supergraph).definitions.flatMap((definition) =>
        isFieldsType(definition) && definition.kind === Kind.OBJECT_TYPE_DEFINITION
          ? (definition.fields ?? []).map(
              (field) => [`${definition.name.value}.${field.name.value}`, field] as const,
            )
          : [],
      ),
    );
    const directiveOf = (field: FieldDefinitionNode | undefined, name: string) =>
      field?.directives?.find((one) => one.name.value === name);
    const argumentOf = (directive: ConstDirectiveNode | undefined, name: string) => {
      const value = directive?.arguments?.find((one) => one.name.value === name)?.value;
      return value?.kind === Kind.INT ? Number(value.value) : undefined;
    };
    for (const [name, { group, once = 0 }] of Object.entries(WEIGHTS)) {
      if (!fields.has(name) || group === undefined) continue;
      expect([name, argumentOf(directiveOf(fields.get(name), 'cost'), 'weight')]).toEqual([
        name,
        group + once,
      ]);
    }
    const pages = [...fields].filter(([, { type }]) => typeNamed(type).endsWith('Connection'));
    expect(pages.length).toBeGreaterThan(100);
    for (const [name, field] of pages) {
      expect([name, argumentOf(directiveOf(field, 'listSize'), 'assumedSize')]).toEqual([name, 20]);
    }
  });
});

function typeNamed(type: FieldDefinitionNode['type']): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeNamed(type.type);
}
