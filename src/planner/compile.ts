import {
  getArgumentValues,
  OperationTypeNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DATA_VERSION } from '../fields/data-version.js';
import { declaredLookups, rootConnection } from '../fields/declarations.js';
import type { Lookup, Target } from '../fields/lookup.js';
import { join, literal, raw, sql, type Sql } from '../fields/sql.js';
import type { Tables } from '../fields/tables.js';
import { collect, operationAsField, type CollectedField, type Document } from './collect.js';
import { NotPlannable } from './not-plannable.js';
import { keysOf, listOf, RowCompiler } from './row-compiler.js';
import type { SchemaTypes } from './schema-types.js';
import type { Variables } from './values.js';

/** An operation as one statement. Its only column holds the version of the data, a space, and the response's `data` as JSON. */
export interface Plan {
  readonly text: string;
  /** The number of root fields. */
  readonly parts: number;
  /** The values of the placeholders. Throws if an argument is invalid. */
  readonly values: (variables: Variables) => readonly unknown[];
}

/** What a planner needs to know about the schema, independent of the operation. */
export interface Mapping {
  readonly schema: GraphQLSchema;
  readonly tables: Tables;
  readonly types: SchemaTypes;
}

/** Compiles a query. The plan fits all variables that agree on which are given, on types and on sort orders. */
export function compile(
  { schema, tables, types }: Mapping,
  operation: OperationDefinitionNode,
  fragments: Document['fragments'],
  variables: Variables,
): Plan {
  const rows = new RowCompiler(tables, types, { schema, fragments, variables });
  const { sql: text, parts } = new OperationCompiler(rows).compile(operation);
  const statement = tables.render(text);
  return { text: statement.text, parts, values: rows.values.resolver(statement) };
}

class OperationCompiler {
  readonly #rows: RowCompiler;

  constructor(rows: RowCompiler) {
    this.#rows = rows;
  }

  compile(operation: OperationDefinitionNode): { readonly sql: Sql; readonly parts: number } {
    const query = this.#rows.document.schema.getQueryType();
    if (query == null || operation.operation !== OperationTypeNode.QUERY)
      throw new NotPlannable('a mutation');
    const fields = collect(this.#rows.document, [query], [operationAsField(operation)]);
    const data = this.#rows.object(fields, 1, null, (field) => this.#root(query, field));
    return {
      sql: sql`SELECT ${raw(DATA_VERSION)} || ' ' || ${data} AS data`,
      parts: fields.length,
    };
  }

  #root(query: GraphQLObjectType, { nodes }: CollectedField): Sql {
    const [node] = nodes as readonly [FieldNode];
    const name = node.name.value;
    const field = query.getFields()[name];
    if (name === '__typename') return literal(`"${query.name}"`);
    if (field === undefined) throw new NotPlannable(name);
    const lookup = declaredLookups().get(name);
    if (lookup !== undefined) return this.#lookup(field, nodes, lookup);
    const declaration = rootConnection(name);
    if (declaration === undefined) throw new NotPlannable(name);
    return this.#rows.page(declaration, field, nodes, null);
  }

  #lookup(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], lookup: Lookup): Sql {
    const [node] = nodes as readonly [FieldNode];
    const lookups = (variables: Variables) => lookup(getArgumentValues(field, node, variables));
    const targets = lookups(this.#rows.document.variables);
    if (!Array.isArray(targets)) {
      const { type, by } = existing(targets as Target | null);
      const key = this.#rows.values.add((variables) => {
        const now = lookups(variables) as Target | null;
        if (now !== null && (now.type !== type || now.by !== by)) throw anotherKind();
        return now?.key ?? null;
      });
      const one = this.#rows.one(type, by, sql`${key}::${raw(by.type)}`, nodes);
      return sql`coalesce((${one}), 'null')`;
    }
    return this.#lookupMany(targets as readonly (Target | Error | null)[], lookups, nodes);
  }

  /** Many keys, each read in one of a few ways. */
  #lookupMany(
    targets: readonly (Target | Error | null)[],
    lookups: (variables: Variables) => ReturnType<Lookup>,
    nodes: readonly FieldNode[],
  ): Sql {
    const ways: Target[] = [];
    const wayOf = (one: Target) =>
      ways.findIndex(({ type, by }) => type === one.type && by === one.by);
    for (const one of targets) {
      if (one !== null && wayOf(existing(one)) < 0) ways.push(existing(one));
    }
    const many = (variables: Variables) =>
      (lookups(variables) as readonly (Target | Error | null)[]).map((one) => {
        if (one === null) return null;
        const way = wayOf(existing(one));
        if (way < 0) throw anotherKind();
        return { way, key: existing(one).key };
      });
    const keys = this.#rows.values.add((variables) =>
      many(variables).map((one) => one?.key ?? null),
    );
    const [first] = ways;
    if (first !== undefined && ways.length === 1) {
      const given = keysOf(sql`unnest(${keys}::${raw(first.by.type)}[])`);
      return listOf(sql`(${this.#rows.one(first.type, first.by, given.key, nodes)})`, given);
    }
    const numbers = this.#rows.values.add((variables) =>
      many(variables).map((one) => one?.way ?? null),
    );
    const given = keysOf(sql`unnest(${numbers}::int[], ${keys}::text[])`, ['way', 'key']);
    const cases = ways.map(({ type, by }, way) => {
      const one = this.#rows.one(type, by, sql`${given.key}::${raw(by.type)}`, nodes);
      return sql`WHEN ${literal(way)} THEN (${one})`;
    });
    const chosen = sql`CASE ${given.way as Sql} ${join(cases, '\n')} END`;
    return listOf(cases.length === 0 ? literal(null) : chosen, given);
  }
}

const anotherKind = () => new NotPlannable('another kind of key', { isLasting: false });

function existing(target: Target | Error | null): Target {
  if (target === null || target instanceof Error)
    throw new NotPlannable('nothing to look up', { isLasting: false });
  return target;
}
