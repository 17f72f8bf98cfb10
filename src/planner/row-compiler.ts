import {
  getArgumentValues,
  isLeafType,
  getNamedType,
  isNonNullType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { functionRows, from, rows as rowsOf, type AnyColumns } from '../fields/columns.js';
import { tagSql, type Connection } from '../fields/connection.js';
import {
  declarationOf,
  type ConnectionDeclaration,
  type FieldDeclaration,
  type List,
} from '../fields/declarations.js';
import { BY_ID, type LookupKey } from '../fields/lookup.js';
import { pageRequest, type PageRequest } from '../fields/page-request.js';
import type { Bind } from '../fields/page-sql.js';
import { linkSql } from '../fields/relation.js';
import type { ClassOf } from '../fields/row.js';
import { selectionOf } from '../fields/selection.js';
import { and, join, literal, sql, type Sql } from '../fields/sql.js';
import type { Tables } from '../fields/tables.js';
import { collect, type CollectedField, type Document } from './collect.js';
import { jsonOfValue, TextExpression } from './json-text.js';
import { NotPlannable } from './not-plannable.js';
import { argumentsWithVariables, documentLiteral, PagePlan, partArguments } from './page-plan.js';
import type { SchemaTypes } from './schema-types.js';
import { EmbeddedRows, PlainRows, SelectedRows, type RowSource } from './row-source.js';
import { DeferredValues, type Variables } from './values.js';
import { firstOf } from '../domain/present.js';

/** Beyond this, PostgreSQL takes longer to plan the statement than resolvers take to answer. */
const MAX_FIELDS = 1000;

/** Compiles a selection on rows into SQL that returns it as JSON. */
export class RowCompiler {
  readonly #tables: Tables;
  readonly document: Document;
  readonly #types: SchemaTypes;
  readonly values = new DeferredValues();
  #fields = 0;

  constructor(tables: Tables, types: SchemaTypes, document: Document) {
    this.#tables = tables;
    this.#types = types;
    this.document = document;
  }

  /** The JSON object with these fields. `types` is the number of types that a row can have. */
  object(
    fields: readonly CollectedField[],
    types: number,
    rows: RowSource | null,
    valueOf: (field: CollectedField) => Sql,
  ): Sql {
    const text = new TextExpression();
    const isCommon = ({ types: own }: CollectedField) => own.size === types;
    const [first] = fields;
    // If the first field is not common to all types, every field starts with a comma and the first one is cut off.
    const isCut = first !== undefined && !isCommon(first);
    if (!isCut) text.literal('{');
    fields.forEach((field, index) => {
      this.#fields += 1;
      if (this.#fields > MAX_FIELDS) throw new NotPlannable('too many fields');
      const key = `${index === 0 && !isCut ? '' : ','}${JSON.stringify(field.key)}:`;
      const value = valueOf(field);
      if (isCommon(field) || rows === null) {
        text.literal(key).value(value);
        return;
      }
      const names = join([...field.types].map(({ name }) => literal(name)));
      text.value(
        sql`CASE WHEN ${rows.typename()} IN (${names}) THEN ${literal(key)} || ${value} ELSE '' END`,
      );
    });
    return isCut ? sql`'{' || substr(${text.toSql()}, 2) || '}'` : text.literal('}').toSql();
  }

  /** The JSON of a row that is read as an instance of this class. */
  #row(type: ClassOf, rows: RowSource, nodes: readonly FieldNode[]): Sql {
    const types = this.#types.typesOf(type);
    const fields = collect(this.document, types, nodes);
    return this.object(fields, types.length, rows, (field) => this.#field(field, rows));
  }

  #field({ types, nodes }: CollectedField, rows: RowSource): Sql {
    const [node] = nodes as readonly [FieldNode];
    const type = firstOf(types);
    const name = node.name.value;
    if (name === '__typename') {
      return types.size === 1 ? literal(`"${type.name}"`) : sql`'"' || ${rows.typename()} || '"'`;
    }
    const field = type.getFields()[name];
    if (field === undefined) throw new NotPlannable(`${type.name}.${name}`);
    const declarations = new Set([...types].map((one) => this.#declaration(one, name)));
    if (declarations.size > 1) throw new NotPlannable(`${name}, which is different on each type`);
    const [declaration] = declarations;
    if (declaration === undefined) return this.#plain(field, rows);
    return this.#declared(declaration, field, nodes, rows);
  }

  #declaration(type: GraphQLObjectType, name: string): FieldDeclaration | undefined {
    const target = this.#types.classOf(type);
    return target === undefined ? undefined : declarationOf(target, name);
  }

  #plain(field: GraphQLField<unknown, unknown>, rows: RowSource): Sql {
    // The result of a field with its own resolver is unknown here.
    if (field.resolve !== undefined || !isLeafType(getNamedType(field.type))) {
      throw new NotPlannable(field.name);
    }
    return orNull(field, jsonOfValue(field.type, rows.column(field.name)));
  }

  #declared(
    declaration: FieldDeclaration,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    rows: RowSource,
  ): Sql {
    switch (declaration.kind) {
      case 'RESOLVED':
        throw new NotPlannable(field.name);
      case 'EMBEDDED': {
        const { type, columns } = declaration;
        const [given = 'id'] = Object.values(columns);
        const json = this.#row(type(), new EmbeddedRows(rows, columns), nodes);
        return sql`CASE WHEN ${rows.column(given)} IS NULL THEN 'null' ELSE ${json} END`;
      }
      case 'COLUMN':
        return orNull(field, jsonOfValue(field.type, rows.column(declaration.property)));
      case 'REFERENCE': {
        const key = rows.column(declaration.key);
        return orNull(field, sql`(${this.#byId(declaration.type(), key, nodes)})`);
      }
      case 'REFERENCES': {
        const keys = keysOf(sql`unnest(${rows.column(declaration.keys)})`);
        return listOf(sql`(${this.#byId(declaration.type(), keys.key, nodes)})`, keys);
      }
      case 'FIRST':
        return orNull(field, sql`(${this.#list(declaration, field, nodes, rows)})`);
      case 'LIST':
        return sql`(SELECT '[' || coalesce(string_agg(r.j, ','), '') || ']' FROM (${this.#list(declaration, field, nodes, rows)}) r)`;
      case 'CONNECTION':
        return this.page(declaration, field, nodes, rows);
    }
  }

  /** Selects the JSON of the rows of a list, as the column `j`. */
  #list(
    { type, list }: { readonly type: () => ClassOf; readonly list: List },
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    parent: RowSource,
  ): Sql {
    const { link, order, limit, rows, where = {} } = list;
    const [node] = nodes as readonly [FieldNode];
    const row = rows?.() ?? rowsOf(type());
    const linked = linkSql(link, type(), row, parent.column('id'));
    const given = (variables: Variables) => getArgumentValues(field, node, variables);
    const conditions = Object.entries(where).flatMap(([name, { condition }]) => {
      if (given(this.document.variables)[name] == null) return [];
      return [
        condition(
          row,
          this.values.add((variables) => given(variables)[name]),
        ),
      ];
    });
    const json = this.#row(type(), new PlainRows(this.#tables, type(), row), nodes);
    return sql`SELECT ${json} AS j FROM ${from(row)} ${linked.join}
      WHERE ${and([linked.on, ...conditions])} ORDER BY ${order(row)} LIMIT ${literal(limit)}`;
  }

  #byId(type: ClassOf, key: Sql, nodes: readonly FieldNode[]): Sql {
    return this.one(type, BY_ID, key, nodes);
  }

  /** Selects the row with this key. */
  one(type: ClassOf, by: LookupKey, key: Sql, nodes: readonly FieldNode[]): Sql {
    const row = rowsOf(type) as AnyColumns;
    const json = this.#row(type, new PlainRows(this.#tables, type, row), nodes);
    const isOfKind = this.#tables.isOfKind(type, row);
    const conditions = [by.match(row, key), ...(isOfKind === null ? [] : [isOfKind])];
    return sql`SELECT ${json} FROM ${from(row)} WHERE ${and(conditions)}`;
  }

  page(
    declaration: ConnectionDeclaration,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    parent: RowSource | null,
  ): Sql {
    const [node] = nodes as readonly [FieldNode];
    const { connection, filter, orders, text } = declaration;
    const requestOf = (variables: Variables) =>
      pageRequest(getArgumentValues(field, node, variables), orders, text, filter);
    const request = requestOf(this.document.variables);
    const varying = argumentsWithVariables(node);
    const placeholder = this.values.binder(requestOf);
    const bind: Bind = (part, value) =>
      partArguments(part, text).some((name) => varying.has(name))
        ? placeholder(value)
        : documentLiteral(value(request));
    const type = this.#typeOf(connection.type);
    const fields = collect(this.document, [type], nodes);
    const page = new PagePlan(
      this.#tables,
      declaration,
      request,
      { parentId: parent?.column('id') ?? null, bind },
      {
        looksAhead: this.#looksAhead(fields, request),
        readsRows: fields.some(({ nodes: [asked] }) => isReadFor(asked?.name.value)),
      },
    );
    const json = this.object(fields, 1, null, (asked) => this.#pageField(asked, page, connection));
    return page.around(json);
  }

  /** Whether the query asks for more entries beyond the page, in the direction of reading. */
  #looksAhead(fields: readonly CollectedField[], { fromEnd }: PageRequest): boolean {
    const asked = fromEnd ? 'hasPreviousPage' : 'hasNextPage';
    return fields.some(({ nodes }) =>
      selectionOf(nodes, Object.fromEntries(this.document.fragments)).has(asked),
    );
  }

  #pageField({ nodes }: CollectedField, page: PagePlan, connection: Connection): Sql {
    const [node] = nodes as readonly [FieldNode];
    switch (node.name.value) {
      case '__typename':
        return literal(`"${this.#typeOf(connection.type).name}"`);
      case 'edges':
        return page.entries(this.#edge(connection, page, nodes));
      case 'nodes':
        return page.entries(this.#node(connection, page, nodes));
      case 'totalCount':
        return page.count();
      case 'pageInfo': {
        const type = this.document.schema.getType('PageInfo') as GraphQLObjectType;
        const fields = collect(this.document, [type], nodes);
        return this.object(fields, 1, null, (asked) =>
          page.info((asked.nodes as readonly [FieldNode])[0].name.value),
        );
      }
      default:
        throw new NotPlannable(node.name.value);
    }
  }

  #edge(connection: Connection, page: PagePlan, nodes: readonly FieldNode[]): Sql {
    const rows = this.#pageRows(page, connection.edge);
    const type = this.#typeOf(connection.edge);
    const fields = collect(this.document, [type], nodes);
    return this.object(fields, 1, rows, (field) => {
      const [node] = field.nodes as readonly [FieldNode];
      switch (node.name.value) {
        case 'cursor':
          return page.cursor();
        case 'node':
          return this.#node(connection, page, field.nodes);
        default:
          return this.#field(field, rows);
      }
    });
  }

  /** The rows of a page, read as instances of this class. */
  #pageRows(page: PagePlan, type: ClassOf, prefix = ''): SelectedRows {
    const inner = new PlainRows(this.#tables, type, page.row, page.between);
    return new SelectedRows(page.list, inner, prefix);
  }

  #node({ node, source, edge }: Connection, page: PagePlan, nodes: readonly FieldNode[]): Sql {
    const rowType = source.kind === 'TABLE' ? source.entity : null;
    switch (node.kind) {
      case 'ROW':
        if (rowType === null) throw new NotPlannable('a derived row as node');
        return this.#row(rowType, this.#pageRows(page, rowType), nodes);
      case 'ANY': {
        const id = this.#pageRows(page, edge).column(node.key);
        const cases = [...node.types].map(
          ([tag, each]) => sql`WHEN ${literal(tag)} THEN (${this.#byId(each, id, nodes)})`,
        );
        return sql`CASE ${tagSql(id)} ${join(cases, '\n')} END`;
      }
      case 'REFERENCE': {
        const type = node.type();
        // If the row of the edge is also the row of the node, it is not read again.
        return node.key === 'id' && type === rowType
          ? this.#row(type, this.#pageRows(page, type, `${type.name}.`), nodes)
          : sql`(${this.#byId(type, this.#pageRows(page, edge).column(node.key), nodes)})`;
      }
    }
  }

  #typeOf(target: ClassOf): GraphQLObjectType {
    const type = this.#types.typeOf(target);
    if (type === undefined) throw new NotPlannable(target.name);
    return type;
  }
}

/** Whether a field of a connection needs rows. The request alone may be enough for `pageInfo`. */
function isReadFor(field: string | undefined): boolean {
  return field === 'edges' || field === 'nodes';
}

function orNull({ type }: GraphQLField<unknown, unknown>, json: Sql): Sql {
  return isNonNullType(type) ? json : sql`coalesce(${json}, 'null')`;
}

/** Rows with a number each, in the column `at`. */
export function keysOf(call: Sql, columns: readonly string[] = ['key']) {
  return functionRows(sql`${call} WITH ORDINALITY`, [...columns, 'at']) as {
    readonly key: Sql;
    readonly at: Sql;
  } & AnyColumns;
}

/** The JSON list with an entry for each key, in their order. */
export function listOf(json: Sql, keys: { readonly at: Sql }): Sql {
  return sql`(SELECT '[' || coalesce(string_agg(coalesce(${json}, 'null'), ',' ORDER BY ${keys.at}), '') || ']' FROM ${from(keys)})`;
}
