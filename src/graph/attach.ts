import {
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Context } from '../context.js';
import { classesByType, isAncestor } from './classes.js';
import type { Connection } from './connection.js';
import { encodeCursor } from './cursor.js';
import {
  declarationOf,
  declaredFields,
  declaredFinds,
  type FieldDeclaration,
  type Renamed,
} from './declare.js';
import type { Find, Found } from './found.js';
import { pageRequest, type PageArguments } from './page.js';
import type { Page } from './reader.js';
import type { ClassOf, Row } from './row.js';

type Resolve = GraphQLFieldResolver<never, Context, never>;

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
        connection?.[field.name] ?? derivedResolver(declarationOf(target, field.name));
      if (resolve !== undefined) field.resolve = resolve as typeof field.resolve & {};
      // A plain column: graphql-js reads the property by default.
      else if (!isHandWritten(target, field.name)) delete field.resolve;
    }
  }
  return schema;
}

function attachRoots(query: GraphQLObjectType): void {
  const fields = query.getFields();
  for (const [name, find] of declaredFinds()) {
    const field = fields[name];
    if (field !== undefined)
      field.resolve = findResolver(find) as unknown as typeof field.resolve & {};
  }
  for (const declared of declaredFields().values()) {
    for (const [name, declaration] of declared) {
      const field = fields[name];
      if (field !== undefined && declaration.kind === 'PAGE' && declaration.link === null) {
        field.resolve = derivedResolver(declaration) as unknown as typeof field.resolve & {};
      }
    }
  }
}

function findResolver(find: Find): Resolve {
  return (_root, args, { reader }, info) => {
    const read = (found: Found | Error | null) =>
      found === null || found instanceof Error
        ? found
        : reader.oneBy(found.type, found.by, found.key, info);
    const found = find(args);
    return isMany(found) ? found.map(read) : read(found);
  };
}

function isMany(found: ReturnType<Find>): found is readonly (Found | Error | null)[] {
  return Array.isArray(found);
}

function derivedResolver(declaration: FieldDeclaration | undefined): Resolve | undefined {
  switch (declaration?.kind) {
    case undefined:
    case 'NEEDS':
      return undefined;
    case 'ONE': {
      const { type, key } = declaration;
      return (root: Row, _args, { reader }, info) => {
        const id = root[key];
        return id == null ? null : reader.one(type(), id as string, info);
      };
    }
    case 'ONES': {
      const { type, keys } = declaration;
      return (root: Row, _args, { reader }, info) =>
        (root[keys] as readonly string[]).map((id) => reader.one(type(), id, info));
    }
    case 'PART': {
      const [given = 'id'] = declaration.columns;
      const { as } = declaration;
      return (root: Row) => (root[given] == null ? null : renamed(root, as));
    }
    case 'COLUMN': {
      const { column } = declaration;
      return (root: Row) => root[column];
    }
    case 'FIRST': {
      const { type, link, order } = declaration;
      const key = link.key ?? 'id';
      return async (root: Row, _args, { reader }, info) => {
        const rows = await reader.list(
          type(),
          { link, order, limit: 1 },
          {},
          root[key] as string,
          info,
        );
        return rows[0] ?? null;
      };
    }
    case 'LIST': {
      const { type, list } = declaration;
      const key = list.link.key ?? 'id';
      return (root: Row, args, { reader }, info) =>
        reader.list(type(), list, args, root[key] as string, info);
    }
    case 'PAGE': {
      const { link, orders, text, filter } = declaration;
      return (root: Row | undefined, args: PageArguments, { reader }, info) =>
        reader.page(
          declaration,
          pageRequest(args, orders, text, filter),
          link === null ? null : ((root as Row)[link.key ?? 'id'] as string),
          info,
        );
    }
  }
}

function renamed(row: Row, as: Renamed | null): Row {
  if (as === null) return row;
  return Object.fromEntries(Object.entries(as).map(([field, column]) => [field, row[column]]));
}

/** The resolvers of connection types and their edges. An edge is a row together with its page. */
function connectionsByType(): ReadonlyMap<ClassOf, Readonly<Record<string, Resolve>>> {
  const resolvers = new Map<ClassOf, Readonly<Record<string, Resolve>>>();
  for (const declared of declaredFields().values()) {
    for (const declaration of declared.values()) {
      if (declaration.kind !== 'PAGE') continue;
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
  nodes: async (page: Page, _args, { reader }, info) => {
    const { rows } = await page.rows();
    const { nodeKey, nodeClass } = page.connection;
    return nodeKey === null
      ? rows
      : rows.map((row) => reader.one(nodeClass(row), row[nodeKey] as string, info));
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

function edgeFields({ nodeKey, nodeClass }: Connection): Readonly<Record<string, Resolve>> {
  return {
    cursor: (edge: Edge) => cursorOf(edge._order, edge),
    node: (edge: Edge, _args, { reader }, info) =>
      nodeKey === null ? edge : reader.one(nodeClass(edge), edge[nodeKey] as string, info),
  };
}
