import {
  getArgumentValues,
  Kind,
  OperationTypeNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DATA_VERSION } from '../graph/data-version.js';
import { declaredFields, declaredFinds } from '../graph/declare.js';
import type { Find, Found } from '../graph/found.js';
import type { Tables } from '../graph/tables.js';
import { collect, type CollectedField, type Document } from './collect.js';
import { quoted } from './json-text.js';
import { RowCompiler } from './row-compiler.js';
import { Unplanned } from './unplanned.js';
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
}

/** Compiles a query. The plan fits all variables that agree on which are given, on types and on sort orders. */
export function compile(
  { schema, tables }: Mapping,
  operation: OperationDefinitionNode,
  fragments: Document['fragments'],
  variables: Variables,
): Plan {
  return new OperationCompiler(new RowCompiler(tables, { schema, fragments, variables })).compile(
    operation,
  );
}

class OperationCompiler {
  readonly #rows: RowCompiler;

  constructor(rows: RowCompiler) {
    this.#rows = rows;
  }

  compile(operation: OperationDefinitionNode): Plan {
    const query = this.#rows.document.schema.getQueryType();
    if (query == null || operation.operation !== OperationTypeNode.QUERY)
      throw new Unplanned('no query');
    const root = { kind: Kind.FIELD, name: operation.name, selectionSet: operation.selectionSet };
    const fields = collect(this.#rows.document, [query], [root as unknown as FieldNode]);
    const data = this.#rows.object(fields, 1, null, (field) => this.#root(query, field));
    return {
      text: `SELECT ${DATA_VERSION} || ' ' || ${data} AS data`,
      parts: fields.length,
      values: this.#rows.values.of,
    };
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
        return this.#rows.page(declaration, field, nodes, null);
      }
    }
    throw new Unplanned(name);
  }

  #found(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], find: Find): string {
    const [node] = nodes as readonly [FieldNode];
    const finds = (variables: Variables) => find(getArgumentValues(field, node, variables));
    const found = finds(this.#rows.document.variables);
    if (!Array.isArray(found)) {
      const { type, by } = planned(found as Found | null);
      const key = this.#rows.values.add((variables) => {
        const now = finds(variables) as Found | null;
        if (now !== null && (now.type !== type || now.by !== by))
          throw new Unplanned('another kind', { isLasting: false });
        return now?.key ?? null;
      });
      return `coalesce((${this.#rows.one(type, by.match, `${key}::${by.type}`, nodes)}), 'null')`;
    }
    // Many keys: each names one of a few ways to read it.
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
    const at = this.#rows.alias('k');
    const keys = this.#rows.values.add((variables) =>
      many(variables).map((one) => one?.key ?? null),
    );
    const [first] = ways;
    const list = (value: string, from: string) =>
      `(SELECT '[' || coalesce(string_agg(coalesce(${value}, 'null'), ',' ORDER BY ${at}.at), '') || ']' FROM ${from})`;
    if (first !== undefined && ways.length === 1) {
      const one = this.#rows.one(first.type, first.by.match, `${at}.key`, nodes);
      return list(
        `(${one})`,
        `unnest(${keys}::${first.by.type}[]) WITH ORDINALITY AS ${at}(key, at)`,
      );
    }
    const cases = ways.map(
      ({ type, by }, way) =>
        `WHEN ${way} THEN (${this.#rows.one(type, by.match, `${at}.key::${by.type}`, nodes)})`,
    );
    const numbers = this.#rows.values.add((variables) =>
      many(variables).map((one) => one?.way ?? null),
    );
    return list(
      cases.length === 0 ? 'NULL' : `CASE ${at}.way ${cases.join('\n')} END`,
      `unnest(${numbers}::int[], ${keys}::text[]) WITH ORDINALITY AS ${at}(way, key, at)`,
    );
  }
}

function planned(found: Found | Error | null): Found {
  if (found === null || found instanceof Error)
    throw new Unplanned('nothing to find', { isLasting: false });
  return found;
}
