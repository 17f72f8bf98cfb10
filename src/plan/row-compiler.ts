import {
  getArgumentValues,
  isLeafType,
  isObjectType,
  getNamedType,
  isNonNullType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { classesByType, isAncestor } from '../graph/classes.js';
import { tagSql, type Connection } from '../graph/connection.js';
import { declarationOf, type FieldDeclaration, type Link, type List } from '../graph/declare.js';
import { condition, type Bind } from '../graph/page-statement.js';
import { pageRequest, type PageRequest } from '../graph/page.js';
import type { ClassOf } from '../graph/row.js';
import type { Tables } from '../graph/tables.js';
import { selectionOf } from '../graph/selection.js';
import { collect, type CollectedField, type Document } from './collect.js';
import { jsonOfValue, quoted, TextExpression } from './json-text.js';
import { argumentsWithVariables, literal, PagePlan, partArguments } from './page-plan.js';
import {
  renamed,
  RenamedRows,
  type SelectedRows,
  TableRows,
  type RowSource,
} from './row-source.js';
import { Unplanned } from './unplanned.js';
import { Values, type Variables } from './values.js';

/** Beyond this, PostgreSQL takes longer to plan the statement than resolvers take to answer. */
const MAX_FIELDS = 1000;

type PageDeclaration = Extract<FieldDeclaration, { kind: 'PAGE' }>;

/** Compiles a selection on rows into SQL that returns it as JSON. */
export class RowCompiler {
  readonly #tables: Tables;
  readonly document: Document;
  readonly #classes = classesByType();
  readonly values = new Values();
  #aliases = 0;
  #fields = 0;

  constructor(tables: Tables, document: Document) {
    this.#tables = tables;
    this.document = document;
  }

  /** The JSON object with these fields. `types` is the number of types that a row can have. */
  object(
    fields: readonly CollectedField[],
    types: number,
    rows: RowSource | null,
    valueOf: (field: CollectedField) => string,
  ): string {
    const text = new TextExpression();
    const isCommon = ({ types: own }: CollectedField) => own.size === types;
    const [first] = fields;
    // If the first field is not common to all types, every field starts with a comma and the first one is cut off.
    const isCut = first !== undefined && !isCommon(first);
    if (!isCut) text.literal('{');
    fields.forEach((field, index) => {
      this.#fields += 1;
      if (this.#fields > MAX_FIELDS) throw new Unplanned('too many fields');
      const key = `${index === 0 && !isCut ? '' : ','}${JSON.stringify(field.key)}:`;
      const value = valueOf(field);
      if (isCommon(field) || rows === null) {
        text.literal(key).value(value);
        return;
      }
      const names = [...field.types].map(({ name }) => quoted(name));
      text.value(
        `CASE WHEN ${rows.typename()} IN (${names.join(', ')}) THEN ${quoted(key)} || ${value} ELSE '' END`,
      );
    });
    return isCut ? `'{' || substr(${text.toSql()}, 2) || '}'` : text.literal('}').toSql();
  }

  /** The JSON of a row that is read as an instance of this class. */
  #row(type: ClassOf, rows: RowSource, nodes: readonly FieldNode[]): string {
    const types = this.#typesOf(type);
    const fields = collect(this.document, types, nodes);
    return this.object(fields, types.length, rows, (field) => this.#field(field, rows));
  }

  #typesOf(rows: ClassOf): GraphQLObjectType[] {
    return [...this.#classes].flatMap(([name, target]) => {
      const type = this.document.schema.getType(name);
      return isObjectType(type) && isAncestor(rows, target) ? [type] : [];
    });
  }

  #field({ types, nodes }: CollectedField, rows: RowSource): string {
    const [node] = nodes as readonly [FieldNode];
    const [type] = types as unknown as readonly [GraphQLObjectType];
    const name = node.name.value;
    if (name === '__typename') {
      return types.size === 1 ? quoted(`"${type.name}"`) : `'"' || ${rows.typename()} || '"'`;
    }
    const field = type.getFields()[name];
    if (field === undefined) throw new Unplanned(`${type.name}.${name}`);
    const declarations = new Set([...types].map((one) => this.#declaration(one, name)));
    if (declarations.size > 1) throw new Unplanned(`${name}, which is different on each type`);
    const [declaration] = declarations;
    if (declaration === undefined) return this.#plain(field, rows);
    return this.#declared(declaration, field, nodes, rows);
  }

  #declaration(type: GraphQLObjectType, name: string): FieldDeclaration | undefined {
    const target = this.#classes.get(type.name);
    return target === undefined ? undefined : declarationOf(target, name);
  }

  #plain(field: GraphQLField<unknown, unknown>, rows: RowSource): string {
    // The result of a field with its own resolver is unknown here.
    if (field.resolve !== undefined || !isLeafType(getNamedType(field.type))) {
      throw new Unplanned(field.name);
    }
    return orNull(field, jsonOfValue(field.type, rows.column(field.name)));
  }

  #declared(
    declaration: FieldDeclaration,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    rows: RowSource,
  ): string {
    switch (declaration.kind) {
      case 'NEEDS':
        throw new Unplanned(field.name);
      case 'PART': {
        const [given = 'id'] = declaration.columns;
        const { as } = declaration;
        const own = as === null ? rows : new RenamedRows(rows, as);
        const part = this.#row(declaration.type(), own, nodes);
        return `CASE WHEN ${rows.column(given)} IS NULL THEN 'null' ELSE ${part} END`;
      }
      case 'COLUMN':
        return orNull(field, jsonOfValue(field.type, rows.column(declaration.column)));
      case 'ONE': {
        const key = rows.column(declaration.key);
        return orNull(field, `(${this.#byId(declaration.type(), key, nodes)})`);
      }
      case 'ONES': {
        const keys = this.alias('k');
        const one = this.#byId(declaration.type(), `${keys}.key`, nodes);
        return `(SELECT '[' || coalesce(string_agg(coalesce((${one}), 'null'), ',' ORDER BY ${keys}.at), '') || ']'
          FROM unnest(${rows.column(declaration.keys)}) WITH ORDINALITY AS ${keys}(key, at))`;
      }
      case 'FIRST': {
        const { type, link, order } = declaration;
        const own = this.#tableRows(type());
        const json = this.#row(type(), own, nodes);
        return orNull(
          field,
          `(SELECT ${json} FROM ${this.#linked(own, link, rows)} ORDER BY ${own.name(order)} LIMIT 1)`,
        );
      }
      case 'LIST':
        return this.#list(declaration.type(), declaration.list, field, nodes, rows);
      case 'PAGE':
        return this.page(declaration, field, nodes, rows);
    }
  }

  #list(
    type: ClassOf,
    { link, order, limit, from, where = {} }: List,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    parent: RowSource,
  ): string {
    const [node] = nodes as readonly [FieldNode];
    const own = new TableRows(this.alias('t'), type, this.#tables.listed(type, from));
    const given = (variables: Variables) => getArgumentValues(field, node, variables);
    const conditions = Object.entries(where).flatMap(([name, { sql }]) => {
      if (given(this.document.variables)[name] == null) return [];
      const value = this.values.add((variables) => given(variables)[name]);
      return [` AND ${condition(own.name(sql), value)}`];
    });
    const json = this.#row(type, own, nodes);
    const linked = this.#linked(own, link, parent, from);
    return `(SELECT '[' || coalesce(string_agg(r.j, ','), '') || ']' FROM (
      SELECT ${json} AS j FROM ${linked}${conditions.join('')}
      ORDER BY ${own.name(order)} LIMIT ${limit}) r)`;
  }

  /** The FROM clause for the rows of a parent. */
  #linked(
    own: TableRows,
    { join = '', on, key = 'id' }: Link,
    parent: RowSource,
    from = `"${own.table.name}" t`,
  ): string {
    const name = (sql: string) => renamed(sql, own.alias, parent.column(key));
    return `${name(from)} ${name(join)} WHERE ${name(on)}`;
  }

  #byId(type: ClassOf, key: string, nodes: readonly FieldNode[]): string {
    return this.one(type, `t.id = k.key`, key, nodes);
  }

  /** Selects the row with this key. */
  one(type: ClassOf, match: string, key: string, nodes: readonly FieldNode[]): string {
    const rows = this.#tableRows(type);
    const { name, type: kind } = rows.table;
    const json = this.#row(type, rows, nodes);
    const where = rows.name(match).replaceAll('k.key', () => key);
    return `SELECT ${json} FROM "${name}" ${rows.alias} WHERE ${where}${
      kind === null ? '' : ` AND ${rows.alias}.type = '${kind}'`
    }`;
  }

  page(
    declaration: PageDeclaration,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    parent: RowSource | null,
  ): string {
    const [node] = nodes as readonly [FieldNode];
    const { connection, link, filter, orders, text } = declaration;
    const requestOf = (variables: Variables) =>
      pageRequest(getArgumentValues(field, node, variables), orders, text, filter);
    const request = requestOf(this.document.variables);
    const varying = argumentsWithVariables(node);
    const placeholder = this.values.binder(requestOf);
    const bind: Bind = (part, value) =>
      partArguments(part, text).some((name) => varying.has(name))
        ? placeholder(value)
        : literal(value(request));
    const type = this.#typeOf(connection.type);
    const fields = collect(this.document, [type], nodes);
    const page = new PagePlan(
      this.#tables,
      { connection, link, filter },
      request,
      bind,
      this.alias('t'),
      parent?.column(link?.key ?? 'id') ?? null,
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

  #pageField({ nodes }: CollectedField, page: PagePlan, connection: Connection): string {
    const [node] = nodes as readonly [FieldNode];
    switch (node.name.value) {
      case '__typename':
        return quoted(`"${this.#typeOf(connection.type).name}"`);
      case 'edges':
        return page.list(this.#edge(connection, page, nodes));
      case 'nodes':
        return page.list(this.#node(connection, page.rows, nodes));
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
        throw new Unplanned(node.name.value);
    }
  }

  #edge(connection: Connection, page: PagePlan, nodes: readonly FieldNode[]): string {
    const { rows } = page;
    const type = this.#typeOf(connection.edge);
    const fields = collect(this.document, [type], nodes);
    return this.object(fields, 1, rows, (field) => {
      const [node] = field.nodes as readonly [FieldNode];
      switch (node.name.value) {
        case 'cursor':
          return page.cursor();
        case 'node':
          return this.#node(connection, rows, field.nodes);
        default:
          return this.#field(field, rows);
      }
    });
  }

  #node(
    { nodeKey, nodeClass, nodeClasses, rows: type, from }: Connection,
    rows: SelectedRows,
    nodes: readonly FieldNode[],
  ) {
    if (nodeKey === null) return this.#row(type, rows, nodes);
    if (nodeClasses !== null) {
      const id = rows.column(nodeKey);
      const cases = [...nodeClasses].map(
        ([tag, each]) => `WHEN ${quoted(tag)} THEN (${this.#byId(each, id, nodes)})`,
      );
      return `CASE ${tagSql(id)} ${cases.join('\n')} END`;
    }
    const node = nodeClass({});
    // If the row of the edge is also the row of the node, it is not read again.
    return nodeKey === 'id' && node === type && from === null
      ? this.#row(node, rows.as(node), nodes)
      : `(${this.#byId(node, rows.column(nodeKey), nodes)})`;
  }

  #typeOf(target: ClassOf): GraphQLObjectType {
    for (const [name, one] of this.#classes) {
      if (one !== target) continue;
      const type = this.document.schema.getType(name);
      if (isObjectType(type)) return type;
    }
    throw new Unplanned(target.name);
  }

  #tableRows(type: ClassOf): TableRows {
    return new TableRows(this.alias('t'), type, this.#tables.of(type));
  }

  alias(letter: 'k' | 't'): string {
    this.#aliases += 1;
    return `${letter}${this.#aliases}`;
  }
}

/** Whether a field of a connection needs rows. The request alone may be enough for `pageInfo`. */
function isReadFor(field: string | undefined): boolean {
  return field === 'edges' || field === 'nodes';
}

function orNull({ type }: GraphQLField<unknown, unknown>, json: string): string {
  return isNonNullType(type) ? json : `coalesce(${json}, 'null')`;
}
