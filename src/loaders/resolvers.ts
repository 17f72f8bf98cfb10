import {
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { classesByType, isAncestor } from '../fields/classes.js';
import { classOfNode, type Connection } from '../fields/connection.js';
import { encodeCursor } from '../fields/cursor.js';
import {
  declarationOf,
  declaredFields,
  declaredLookups,
  rootConnection,
  type EmbeddedColumns,
  type FieldDeclaration,
} from '../fields/declarations.js';
import type { Lookup, Target } from '../fields/lookup.js';
import { pageRequest, type PageArguments } from '../fields/page-request.js';
import type { ClassOf, Row } from '../fields/row.js';
import type { Loaders } from './loaders.js';
import type { Page } from './page.js';

/** What these resolvers need of the context of an operation. */
interface WithLoaders {
  readonly loaders: Loaders;
}

type Resolve = GraphQLFieldResolver<never, WithLoaders, never>;

/**
 * Attaches the resolver of every declared field to the schema itself, bypassing type-graphql's wrappers:
 * resolvers run once for every value of a response.
 */
export function attachResolvers(schema: GraphQLSchema): GraphQLSchema {
  const { fieldResolvers } = getMetadataStorage();
  const classOf = classesByType();
  const connections = connectionsByType();
  const isHandWritten = (type: ClassOf, field: string) =>
    fieldResolvers.some(
      ({ schemaName, getObjectType, target, methodName }) =>
        schemaName === field &&
        isAncestor(getObjectType?.() as ClassOf, type) &&
        methodName in (target as { prototype: object }).prototype,
    );
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    if (type === schema.getQueryType()) {
      attachRoots(type);
      continue;
    }
    const target = classOf.get(type.name);
    if (target === undefined) continue;
    const connection = connections.get(target);
    for (const field of Object.values(type.getFields())) {
      const resolve =
        connection?.[field.name] ?? declaredResolver(declarationOf(target, field.name));
      if (resolve !== undefined) field.resolve = resolve as typeof field.resolve & {};
      // A plain column: graphql-js reads the property by default.
      else if (!isHandWritten(target, field.name)) delete field.resolve;
    }
  }
  return schema;
}

function attachRoots(query: GraphQLObjectType): void {
  for (const field of Object.values(query.getFields())) {
    const lookup = declaredLookups().get(field.name);
    const resolve =
      lookup === undefined ? declaredResolver(rootConnection(field.name)) : lookupResolver(lookup);
    if (resolve !== undefined) field.resolve = resolve as typeof field.resolve & {};
  }
}

function lookupResolver(lookup: Lookup): Resolve {
  return (_root, args, { loaders }, info) => {
    const read = (target: Target | Error | null) =>
      target === null || target instanceof Error
        ? target
        : loaders.oneBy(target.type, target.by, target.key, info);
    const targets = lookup(args);
    return isMany(targets) ? targets.map(read) : read(targets);
  };
}

function isMany(targets: ReturnType<Lookup>): targets is readonly (Target | Error | null)[] {
  return Array.isArray(targets);
}

function declaredResolver(declaration: FieldDeclaration | undefined): Resolve | undefined {
  switch (declaration?.kind) {
    case undefined:
    case 'RESOLVED':
      return undefined;
    case 'REFERENCE': {
      const { type, key } = declaration;
      return (root: Row, _args, { loaders }, info) => {
        const id = root[key];
        return id == null ? null : loaders.one(type(), id as string, info);
      };
    }
    case 'REFERENCES': {
      const { type, keys } = declaration;
      return (root: Row, _args, { loaders }, info) =>
        (root[keys] as readonly string[]).map((id) => loaders.one(type(), id, info));
    }
    case 'EMBEDDED': {
      const { columns } = declaration;
      return (root: Row) => embedded(root, columns);
    }
    case 'COLUMN': {
      const { property } = declaration;
      return (root: Row) => root[property];
    }
    case 'FIRST': {
      const { type, list } = declaration;
      return async (root: Row, _args, { loaders }, info) => {
        const [first] = await loaders.list(type(), list, {}, root.id as string, info);
        return first ?? null;
      };
    }
    case 'LIST': {
      const { type, list } = declaration;
      return (root: Row, args, { loaders }, info) =>
        loaders.list(type(), list, args, root.id as string, info);
    }
    case 'CONNECTION': {
      const { link, orders, text, filter } = declaration;
      return (root: Row | undefined, args: PageArguments, { loaders }, info) =>
        loaders.page(
          declaration,
          pageRequest(args, orders, text, filter),
          link === null ? null : ((root as Row).id as string),
          info,
        );
    }
  }
}

function embedded(row: Row, columns: EmbeddedColumns): Row | null {
  const entries = Object.entries(columns).map(([field, property]) => [field, row[property]]);
  return entries[0]?.[1] == null ? null : (Object.fromEntries(entries) as Row);
}

/** The resolvers of connection types and their edges. An edge is a row together with its page. */
function connectionsByType(): ReadonlyMap<ClassOf, Readonly<Record<string, Resolve>>> {
  const resolvers = new Map<ClassOf, Readonly<Record<string, Resolve>>>();
  for (const declared of declaredFields().values()) {
    for (const declaration of declared.values()) {
      if (declaration.kind !== 'CONNECTION') continue;
      const { connection } = declaration;
      resolvers.set(connection.type, PAGE_FIELDS);
      resolvers.set(connection.edge, edgeFields(connection));
    }
  }
  return resolvers;
}

type Edge = Row & { readonly _order: string };

const cursorOf = (order: string, row: Row) =>
  encodeCursor(order, [...(row._keys as readonly string[]), row.id as string]);

const PAGE_FIELDS: Readonly<Record<string, Resolve>> = {
  edges: async (page: Page) => {
    const { rows } = await page.rows();
    return rows.map((row): Edge => ({ ...row, _order: page.request.sorting.name }));
  },
  nodes: async (page: Page, _args, { loaders }, info) => {
    const { rows } = await page.rows();
    const { node } = page.connection;
    if (node.kind === 'ROW') return rows;
    return rows.map((row) => {
      const id = row[node.key] as string;
      return loaders.one(classOfNode(node, id), id, info);
    });
  },
  pageInfo: async (page: Page) => {
    const { rows, hasMore } = await page.rows();
    const { fromEnd, after, before, sorting } = page.request;
    const [first, last] = [rows.at(0), rows.at(-1)];
    return {
      // A cursor is only issued for an existing row, so there is an entry on its other side.
      hasNextPage: fromEnd ? before !== null : hasMore,
      hasPreviousPage: fromEnd ? hasMore : after !== null,
      startCursor: first === undefined ? null : cursorOf(sorting.name, first),
      endCursor: last === undefined ? null : cursorOf(sorting.name, last),
    };
  },
  totalCount: (page: Page) => page.count(),
};

function edgeFields({ node }: Connection): Readonly<Record<string, Resolve>> {
  return {
    cursor: (edge: Edge) => cursorOf(edge._order, edge),
    node: (edge: Edge, _args, { loaders }, info) => {
      if (node.kind === 'ROW') return edge;
      const id = edge[node.key] as string;
      return loaders.one(classOfNode(node, id), id, info);
    },
  };
}
