import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { collect, operationAsField, type Document } from '../src/planner/collect.js';

type Variables = Readonly<Record<string, unknown>>;

/** The normal forms that are kept of one document: one for each set of values of its `@skip` and `@include`. */
const MAX_FORMS = 16;

/**
 * Operations without `@skip`, `@include` and fragments of their own, with each field once. The runtime merges the
 * items of a list by position only if the list is selected once, and cannot plan an operation that selects nothing.
 */
export class Normalizer {
  readonly #schema: GraphQLSchema;
  readonly #forms = new WeakMap<DocumentNode, LRUCache<string, DocumentNode>>();
  readonly #conditions = new WeakMap<DocumentNode, readonly string[]>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** The same object for the same document, operation and conditions, because plans are cached by it. */
  normalize(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): DocumentNode {
    const values = this.#conditionsOf(document).map((name) => variables[name] === true);
    const key = JSON.stringify([operation.name?.value ?? null, values]);
    const forms = this.#forms.get(document) ?? new LRUCache({ max: MAX_FORMS });
    this.#forms.set(document, forms);
    const known = forms.get(key);
    if (known !== undefined) return known;
    const form = this.#formOf(document, operation, variables);
    forms.set(key, form);
    return form;
  }

  /** Makes the next form like this one of the document another object. */
  forget(document: DocumentNode, form: DocumentNode): void {
    const forms = this.#forms.get(document);
    for (const [key, known] of forms?.entries() ?? []) if (known === form) forms?.delete(key);
  }

  /** The variables that decide what is selected. */
  #conditionsOf(document: DocumentNode): readonly string[] {
    const known = this.#conditions.get(document);
    if (known !== undefined) return known;
    const names = new Set<string>();
    visit(document, {
      Directive: ({ name, arguments: args = [] }) => {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
    this.#conditions.set(document, [...names]);
    return [...names];
  }

  #formOf(
    { definitions }: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): DocumentNode {
    const fragments = new Map(
      definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
    const document: Document = { schema: this.#schema, fragments, variables };
    const root = this.#schema.getRootType(operation.operation);
    if (root == null) throw new Error(`The schema has no type for ${operation.operation}.`);
    const selections = this.#selections(document, root, [operationAsField(operation)]);
    return {
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }],
    };
  }

  #selections(
    document: Document,
    parent: GraphQLCompositeType,
    nodes: readonly FieldNode[],
  ): readonly SelectionNode[] {
    const possible = this.#possibleTypes(parent);
    return collect(document, possible, nodes).flatMap(({ types, nodes: [first, ...others] }) => {
      if (first === undefined) return [];
      const field = this.#field(document, [...types], first, [first, ...others]);
      const isOfAll = types.size === possible.length && hasField(parent, first.name.value);
      return isOfAll ? [field] : this.#conditionsFor([...types], first.name.value, field);
    });
  }

  #field(
    document: Document,
    types: readonly GraphQLObjectType[],
    first: FieldNode,
    nodes: readonly FieldNode[],
  ): FieldNode {
    const { kind, alias, name, arguments: args } = first;
    const own: FieldNode = {
      kind,
      name,
      ...(alias && { alias }),
      ...(args && { arguments: args }),
    };
    const [type] = types;
    const value = type?.getFields()[name.value]?.type;
    const named = value === undefined ? undefined : getNamedType(value);
    if (named === undefined || !isCompositeType(named)) return own;
    const selections = this.#selections(document, named, nodes);
    return { ...own, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  }

  /** The field for these types only: by an interface that has just these types, or else for each of them. */
  #conditionsFor(
    types: readonly GraphQLObjectType[],
    name: string,
    field: FieldNode,
  ): readonly SelectionNode[] {
    const [first] = types;
    const common = first?.getInterfaces().find((one) => {
      const possible = this.#schema.getPossibleTypes(one);
      return (
        hasField(one, name) &&
        possible.length === types.length &&
        types.every((type) => possible.includes(type))
      );
    });
    return (common === undefined ? types : [common]).map(({ name: condition }) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
    }));
  }

  #possibleTypes(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
  }
}

function hasField(type: GraphQLCompositeType, name: string): boolean {
  if (name === '__typename') return true;
  return (isInterfaceType(type) || isObjectType(type)) && Object.hasOwn(type.getFields(), name);
}
