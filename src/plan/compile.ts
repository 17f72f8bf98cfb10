import {
  getArgumentValues,
  isCompositeType,
  isLeafType,
  getNamedType,
  isNonNullType,
  Kind,
  visit,
  BREAK,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { classesByType, isAncestor } from '../graph/classes.js';
import { tagSql, type Connection } from '../graph/connection.js';
import {
  declarationOf,
  declaredFields,
  declaredFinds,
  type FieldDeclaration,
  type Link,
  type List,
  type TextArgument,
} from '../graph/declare.js';
import type { Find, Found } from '../graph/found.js';
import {
  condition,
  pageOf,
  wholeList,
  type Bind,
  type PageSource,
} from '../graph/page-statement.js';
import { pageRequest, type PageArguments, type PageRequest } from '../graph/page.js';
import type { ClassOf } from '../graph/row.js';
import type { Tables } from '../graph/tables.js';
import { selectionOf } from '../graph/selection.js';
import { collect, type CollectedField, type Document } from './collect.js';
import { jsonOfValue, quoted, TextExpression } from './json-text.js';
import { renamed, SelectedRows, TableRows, type RowSource } from './row-source.js';
import { Unplanned } from './unplanned.js';
import { Values, type Variables } from './values.js';

/** An operation as one statement, whose only column is the text of the answer's `data`. */
export interface Plan {
  readonly text: string;
  /** What the placeholders stand for; throws what is wrong with the arguments. */
  readonly values: (variables: Variables) => readonly unknown[];
}

/** A statement far beyond what anybody asks for would take longer to plan than to answer otherwise. */
const MAX_FIELDS = 1000;

/** What a planner knows of the schema whatever is asked. */
export interface Mapping {
  readonly schema: GraphQLSchema;
  readonly tables: Tables;
}

type PageDeclaration = Extract<FieldDeclaration, { kind: 'PAGE' }>;

/** Compiles a query for variables like these: which are given, and what they say of kinds and orders. */
export function compile(
  { schema, tables }: Mapping,
  operation: OperationDefinitionNode,
  fragments: Document['fragments'],
  variables: Variables,
): Plan {
  return new Compiler(tables, { schema, fragments, variables }).operation(operation);
}

class Compiler {
  readonly #tables: Tables;
  readonly #document: Document;
  readonly #classes = classesByType();
  readonly #values = new Values();
  #aliases = 0;
  #fields = 0;

  constructor(tables: Tables, document: Document) {
    this.#tables = tables;
    this.#document = document;
  }

  operation(operation: OperationDefinitionNode): Plan {
    const query = this.#document.schema.getQueryType();
    if (query == null || operation.operation !== 'query') throw new Unplanned('no query');
    const root = { kind: Kind.FIELD, name: operation.name, selectionSet: operation.selectionSet };
    const fields = collect(this.#document, [query], [root as unknown as FieldNode]);
    const data = this.#object(fields, 1, null, (field) => this.#root(query, field));
    return { text: `SELECT ${data} AS data`, values: this.#values.of };
  }

  #root(query: GraphQLObjectType, { nodes }: CollectedField): string {
    const [node] = nodes as readonly [FieldNode];
    const name = node.name.value;
    const field = query.getFields()[name];
    if (name === '__typename') return quoted(`"${query.name}"`);
    if (field === undefined) throw new Unplanned(name);
    const find = declaredFinds().get(name);
    if (find !== undefined) return this.#found(field, nodes, find);
    for (const declared of declaredFields().values()) {
      const declaration = declared.get(name);
      if (declaration?.kind === 'PAGE' && declaration.link === null) {
        return this.#page(declaration, field, nodes, null);
      }
    }
    throw new Unplanned(name);
  }

  /** The object with these fields, of rows that can be of so many types. */
  #object(
    fields: readonly CollectedField[],
    types: number,
    rows: RowSource | null,
    valueOf: (field: CollectedField) => string,
  ): string {
    const text = new TextExpression();
    const isCommon = ({ types: own }: CollectedField) => own.size === types;
    const [first] = fields;
    // Where nothing that all types have comes first, every field brings a comma, and the first is cut off.
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

  /** What is asked of a row that is read as one of a class. */
  #row(type: ClassOf, rows: RowSource, nodes: readonly FieldNode[]): string {
    const types = this.#typesOf(type);
    const fields = collect(this.#document, types, nodes);
    return this.#object(fields, types.length, rows, (field) => this.#field(field, rows));
  }

  #typesOf(rows: ClassOf): GraphQLObjectType[] {
    return [...this.#classes].flatMap(([name, target]) => {
      const type = this.#document.schema.getType(name) as GraphQLObjectType | undefined;
      return type !== undefined && isAncestor(rows, target) ? [type] : [];
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
    // What has a resolver of its own may say anything.
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
        const part = this.#row(declaration.type(), rows, nodes);
        return `CASE WHEN ${rows.column(given)} IS NULL THEN 'null' ELSE ${part} END`;
      }
      case 'ONE': {
        const key = rows.column(declaration.key);
        return orNull(field, `(${this.#byId(declaration.type(), key, nodes)})`);
      }
      case 'ONES': {
        const keys = this.#alias('k');
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
        return this.#page(declaration, field, nodes, rows);
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
    const own = new TableRows(this.#alias('t'), type, this.#tables.listed(type, from));
    const given = (variables: Variables) => getArgumentValues(field, node, variables);
    const conditions = Object.entries(where).flatMap(([name, { sql }]) => {
      if (given(this.#document.variables)[name] == null) return [];
      const value = this.#values.add((variables) => given(variables)[name]);
      return [` AND ${condition(own.name(sql), value)}`];
    });
    const json = this.#row(type, own, nodes);
    const linked = this.#linked(own, link, parent, from);
    return `(SELECT '[' || coalesce(string_agg(r.j, ','), '') || ']' FROM (
      SELECT ${json} AS j FROM ${linked}${conditions.join('')}
      ORDER BY ${own.name(order)} LIMIT ${limit}) r)`;
  }

  /** The rows of a parent, as they stand behind FROM. */
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
    return this.#one(type, `t.id = k.key`, key, nodes);
  }

  /** The one row that a key leads to. */
  #one(type: ClassOf, match: string, key: string, nodes: readonly FieldNode[]): string {
    const rows = this.#tableRows(type);
    const { name, type: kind } = rows.table;
    const json = this.#row(type, rows, nodes);
    const where = rows.name(match).replaceAll('k.key', () => key);
    return `SELECT ${json} FROM "${name}" ${rows.alias} WHERE ${where}${
      kind === null ? '' : ` AND ${rows.alias}.type = '${kind}'`
    }`;
  }

  #found(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], find: Find): string {
    const [node] = nodes as readonly [FieldNode];
    const finds = (variables: Variables) => find(getArgumentValues(field, node, variables));
    const found = finds(this.#document.variables);
    if (!Array.isArray(found)) {
      const { type, by } = planned(found as Found | null);
      const key = this.#values.add((variables) => {
        const now = finds(variables) as Found | null;
        if (now !== null && (now.type !== type || now.by !== by))
          throw new Unplanned('another kind', { isLasting: false });
        return now?.key ?? null;
      });
      return `coalesce((${this.#one(type, by.match, `${key}::${by.type}`, nodes)}), 'null')`;
    }
    // Many: each says by which of a few ways it is read.
    const ways: Found[] = [];
    const wayOf = (one: Found) =>
      ways.findIndex(({ type, by }) => type === one.type && by === one.by);
    for (const one of found as (Found | null)[]) {
      if (one !== null && wayOf(planned(one)) < 0) ways.push(one);
    }
    const many = (variables: Variables) =>
      (finds(variables) as readonly (Found | Error | null)[]).map((one) => {
        if (one === null) return null;
        const way = wayOf(planned(one));
        if (way < 0) throw new Unplanned('another kind', { isLasting: false });
        return { way, key: planned(one).key };
      });
    const at = this.#alias('k');
    const wayList = this.#values.add((variables) => many(variables).map((one) => one?.way ?? null));
    const keyList = this.#values.add((variables) => many(variables).map((one) => one?.key ?? null));
    const cases = ways.map(
      ({ type, by }, way) =>
        `WHEN ${way} THEN (${this.#one(type, by.match, `${at}.key::${by.type}`, nodes)})`,
    );
    const value = cases.length === 0 ? `NULL` : `CASE ${at}.way ${cases.join('\n')} END`;
    return `(SELECT '[' || coalesce(string_agg(coalesce(${value}, 'null'), ',' ORDER BY ${at}.at), '') || ']'
      FROM unnest(${wayList}::int[], ${keyList}::text[]) WITH ORDINALITY AS ${at}(way, key, at))`;
  }

  #page(
    declaration: PageDeclaration,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    parent: RowSource | null,
  ): string {
    const [node] = nodes as readonly [FieldNode];
    const { connection, link, filter, orders, text } = declaration;
    const requestOf = (variables: Variables) =>
      pageRequest(getArgumentValues(field, node, variables) as PageArguments, orders, text);
    const request = requestOf(this.#document.variables);
    const varying = argumentsWithVariables(node);
    const placeholder = this.#values.binder(requestOf);
    const bind: Bind = (part, value) =>
      partArguments(part, text).some((name) => varying.has(name))
        ? placeholder(value)
        : literal(value(request));
    const type = this.#typeOf(connection.type);
    const fields = collect(this.#document, [type], nodes);
    const page = new PagePlan(
      this.#tables,
      { connection, link, filter },
      request,
      bind,
      this.#alias('t'),
      parent?.column(link?.key ?? 'id') ?? null,
      this.#looksAhead(fields, request),
    );
    const json = this.#object(fields, 1, null, (asked) => this.#pageField(asked, page, connection));
    return page.around(json);
  }

  /** Whether it is asked if there is more beyond the page, in the direction in which it is read. */
  #looksAhead(fields: readonly CollectedField[], { fromEnd }: PageRequest): boolean {
    const asked = fromEnd ? 'hasPreviousPage' : 'hasNextPage';
    return fields.some(({ nodes }) =>
      selectionOf(nodes, Object.fromEntries(this.#document.fragments)).has(asked),
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
        const type = this.#document.schema.getType('PageInfo') as GraphQLObjectType;
        const fields = collect(this.#document, [type], nodes);
        return this.#object(fields, 1, null, (asked) =>
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
    const fields = collect(this.#document, [type], nodes);
    return this.#object(fields, 1, rows, (field) => {
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
    // Where the row of the edge is that of the node too, it is not read again.
    return nodeKey === 'id' && node === type && from === null
      ? this.#row(node, rows.as(node), nodes)
      : `(${this.#byId(node, rows.column(nodeKey), nodes)})`;
  }

  #typeOf(target: ClassOf): GraphQLObjectType {
    for (const [name, one] of this.#classes) {
      if (one !== target) continue;
      const type = this.#document.schema.getType(name);
      if (isCompositeType(type)) return type as GraphQLObjectType;
    }
    throw new Unplanned(target.name);
  }

  #tableRows(type: ClassOf): TableRows {
    return new TableRows(this.#alias('t'), type, this.#tables.of(type));
  }

  #alias(letter: 'k' | 't'): string {
    this.#aliases += 1;
    return `${letter}${this.#aliases}`;
  }
}

/** A page in the making: what is asked of it decides what has to be read for it. */
class PagePlan {
  readonly rows: SelectedRows;
  readonly #tables: Tables;
  readonly #source: PageSource;
  readonly #request: PageRequest;
  readonly #bind: Bind;
  readonly #parentKey: string | null;
  /** Whether one row more than the page is read. */
  readonly #looksAhead: boolean;
  /** Whether rows are read at all. */
  #reads = false;

  constructor(
    tables: Tables,
    source: PageSource,
    request: PageRequest,
    bind: Bind,
    alias: string,
    parentKey: string | null,
    looksAhead: boolean,
  ) {
    this.#looksAhead = looksAhead;
    this.#tables = tables;
    this.#source = source;
    this.#request = request;
    this.#bind = bind;
    this.#parentKey = parentKey;
    const { connection } = source;
    const table = tables.of(connection.rows);
    this.rows = new SelectedRows(
      alias,
      connection.nodeKey === null ? connection.rows : connection.edge,
      table,
    );
  }

  get #scope() {
    const { alias } = this.rows;
    return { name: (sql: string) => renamed(sql, alias, this.#parentKey), bind: this.#bind };
  }

  /** The size again: a literal or the same placeholder. */
  #size(): string {
    return `${this.#bind('size', ({ size }) => size)}::int`;
  }

  /** The list of what each row of the page gives. */
  list(json: string): string {
    this.#reads = true;
    const number = `${this.rows.alias}."_n"`;
    const order = this.#request.fromEnd ? ` ORDER BY ${number} DESC` : '';
    const filter = this.#looksAhead ? ` FILTER (WHERE ${number} <= ${this.#size()})` : '';
    return `'[' || coalesce(string_agg(${json}, ','${order})${filter}, '') || ']'`;
  }

  count(): string {
    const rows = wholeList(this.#tables, this.#source, this.#request, this.#scope);
    return `(SELECT count(*)::text FROM ${rows})`;
  }

  cursor(): string {
    return this.#cursorOf(this.#key(), this.#id());
  }

  info(field: string): string {
    const { fromEnd, after, before } = this.#request;
    switch (field) {
      case '__typename':
        return `'"PageInfo"'`;
      case 'hasNextPage':
        return fromEnd ? quoted(String(before !== null)) : this.#hasMore();
      case 'hasPreviousPage':
        return fromEnd ? this.#hasMore() : quoted(String(after !== null));
      case 'startCursor':
        return this.#cursorAt(fromEnd ? 'LAST' : 'FIRST');
      case 'endCursor':
        return this.#cursorAt(fromEnd ? 'FIRST' : 'LAST');
      default:
        throw new Unplanned(field);
    }
  }

  #hasMore(): string {
    this.#reads = true;
    return `(coalesce(max(${this.rows.alias}."_n"), 0) > ${this.#size()})::text`;
  }

  /** The cursor of the row that was read first or last of the page. */
  #cursorAt(place: 'FIRST' | 'LAST'): string {
    this.#reads = true;
    const at =
      place === 'FIRST'
        ? `least(1, ${this.#size()})`
        : `least(count(${this.#key()}), ${this.#size()})`;
    const [key, id] = [this.#key(), this.#id()].map((each) => `(array_agg(${each}))[${at}]`);
    return `coalesce(${this.#cursorOf(String(key), String(id))}, 'null')`;
  }

  #key(): string {
    return this.rows.select('_key', `(${this.#request.key.sql})::text`);
  }

  #id(): string {
    return this.rows.select('id', 't.id');
  }

  /** As `encodeCursor` does it. */
  #cursorOf(key: string, id: string): string {
    const payload = `${quoted(`[${JSON.stringify(this.#request.order)},`)} || to_json(${key})::text || ',"' || ${id} || '"]'`;
    return `(SELECT '"' || translate(encode(convert_to(left(md5(c.payload), 8) || c.payload, 'UTF8'), 'base64'), E'+/=\\n', '-_') || '"' FROM (SELECT ${payload} AS payload) c)`;
  }

  /** The object of the page, over the rows that it needs. */
  around(json: string): string {
    if (!this.#reads) return json;
    const { alias } = this.rows;
    const { rows, order } = pageOf(this.#tables, this.#source, this.#request, this.#scope);
    const ahead = this.#looksAhead ? 1 : 0;
    const page = `(SELECT ${this.rows.selectList()} FROM ${rows}
      ORDER BY ${order} LIMIT ${this.#bind('size', ({ size }) => size + ahead)}::int) ${alias}`;
    return this.#looksAhead || this.#request.fromEnd
      ? `(SELECT ${json} FROM (SELECT *, row_number() OVER () AS "_n" FROM ${page}) ${alias})`
      : `(SELECT ${json} FROM ${page})`;
  }
}

function planned(found: Found | Error | null): Found {
  if (found === null || found instanceof Error)
    throw new Unplanned('nothing to find', { isLasting: false });
  return found;
}

function orNull({ type }: GraphQLField<unknown, unknown>, json: string): string {
  return isNonNullType(type) ? json : `coalesce(${json}, 'null')`;
}

/** The arguments that a part of a request comes from. */
function partArguments(part: Parameters<Bind>[0], text: TextArgument | null): readonly string[] {
  if (part === 'size') return ['first', 'last'];
  return part === 'text' ? [text?.name ?? ''] : [part];
}

function argumentsWithVariables(node: FieldNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      Variable: () => {
        found.add(argument.name.value);
        return BREAK;
      },
    });
  }
  return found;
}

/** What stands in the document stands in the statement, where the planner of the database sees it. */
function literal(value: unknown): string {
  if (value == null) return 'NULL';
  if (typeof value === 'number') return value < 0 ? `(${value})` : String(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `(ARRAY[${value.map(literal).join(', ')}])`;
  if (value instanceof Date) return quoted(value.toISOString());
  throw new Unplanned('a value that is no literal');
}
