import { InMemoryCache } from '@apollo/client';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import relay from 'relay-runtime';
import type {
  ConcreteRequest,
  NormalizationArgument,
  NormalizationSelection,
  OperationDescriptor,
} from 'relay-runtime';
import { collect, type CollectedField, type Document } from '../../src/planner/collect.js';

/** An operation as a client with a normalizing cache sends it. */
export interface ClientOperation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface ClientCache {
  write(operation: ClientOperation, data: object): void;
  /** The answer from the cache. Not whole: something is missing, and a client asks the server again. */
  read(operation: ClientOperation): { readonly data: unknown; readonly isWhole: boolean };
}

/** Adds `__typename` everywhere, and `id` wherever there can be one: what these clients do. */
export function asClientsSend(schema: GraphQLSchema, query: string): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    parse(query),
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node) {
          const type = types.getParentType();
          if (!isCompositeType(type) || type === schema.getQueryType()) return undefined;
          return { ...node, selections: [...node.selections, TYPENAME, ...idOf(type)] };
        },
      },
    }),
  );
}

const fieldNamed = (name: string): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
});
const TYPENAME = fieldNamed('__typename');
const ID = fieldNamed('id');
/** Some of what has this type are nodes. */
const NODE_ID: SelectionNode = {
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Node' } },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [ID] },
};

function idOf(type: GraphQLOutputType): readonly SelectionNode[] {
  if ((isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields()) return [ID];
  return isAbstractType(type) ? [NODE_ID] : [];
}

/** That of Apollo Client, with its usual settings. */
export function apolloCache(schema: GraphQLSchema): ClientCache {
  const possibleTypes = Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
  const cache = new InMemoryCache({ possibleTypes });
  return {
    write({ document, variables }, data) {
      cache.writeQuery({ query: document, variables, data });
    },
    read({ document, variables }) {
      const { result, complete } = cache.diff({
        query: document,
        variables,
        optimistic: false,
        returnPartialData: true,
      });
      return { data: result, isWhole: complete };
    },
  };
}

/** Relay's store. Its compiler would make the operations from files; here they are made from documents. */
export function relayCache(schema: GraphQLSchema): ClientCache {
  const environment = new relay.Environment({
    store: new relay.Store(new relay.RecordSource()),
    network: relay.Network.create(() => {
      throw new Error('Nothing is fetched here.');
    }),
  });
  const known = new Map<ClientOperation, OperationDescriptor>();
  const compiled = (operation: ClientOperation): OperationDescriptor => {
    const descriptor =
      known.get(operation) ??
      relay.createOperationDescriptor(
        new RelayCompiler(schema, operation).request(`Operation${String(known.size)}`),
        {},
      );
    known.set(operation, descriptor);
    return descriptor;
  };
  return {
    write(operation, data) {
      environment.commitPayload(compiled(operation), data);
    },
    read(operation) {
      const { data, isMissingData } = environment.lookup(compiled(operation).fragment);
      return { data, isWhole: !isMissingData };
    },
  };
}

/** Variables, directives and fragments are done with: what is left is fields, of all or of some types. */
class RelayCompiler {
  readonly #document: Document;
  readonly #operation: OperationDefinitionNode;

  constructor(schema: GraphQLSchema, { document, variables }: ClientOperation) {
    const { definitions } = document;
    const fragments = definitions.filter(
      (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
    );
    this.#document = {
      schema,
      variables,
      fragments: new Map(fragments.map((one) => [one.name.value, one])),
    };
    this.#operation = definitions.find(
      (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
  }

  request(name: string): ConcreteRequest {
    const query = this.#document.schema.getQueryType() as GraphQLObjectType;
    const selections = this.#selections(
      [query],
      [{ ...fieldNamed(name), selectionSet: this.#operation.selectionSet }],
    );
    // The same selections are written by and read by: nothing is masked.
    const part = { name, argumentDefinitions: [], selections };
    return {
      kind: 'Request',
      fragment: { kind: 'Fragment', type: query.name, metadata: null, abstractKey: null, ...part },
      operation: { kind: 'Operation', ...part },
      params: { cacheID: name, id: null, metadata: {}, name, operationKind: 'query', text: name },
    } as unknown as ConcreteRequest;
  }

  #selections(types: readonly GraphQLObjectType[], nodes: readonly FieldNode[]) {
    return collect(this.#document, types, nodes).flatMap((field): NormalizationSelection[] => {
      const selection = this.#field(field);
      return field.types.size === types.length
        ? [selection]
        : [...field.types].map(({ name }) => ({
            kind: 'InlineFragment',
            type: name,
            abstractKey: null,
            selections: [selection],
          }));
    });
  }

  #field({ key, types, nodes }: CollectedField): NormalizationSelection {
    const [node] = nodes as readonly [FieldNode];
    const [parent] = types as unknown as readonly [GraphQLObjectType];
    const name = node.name.value;
    const common = { name, alias: key === name ? null : key, args: this.#args(node) };
    const field = parent.getFields()[name] as GraphQLField<unknown, unknown> | undefined;
    const type = field === undefined ? null : getNamedType(field.type);
    if (field === undefined || isLeafType(type)) return { kind: 'ScalarField', ...common };
    return {
      kind: 'LinkedField',
      ...common,
      plural: isListType(getNullableType(field.type)),
      concreteType: isObjectType(type) ? type.name : null,
      selections: this.#selections(
        isObjectType(type) ? [type] : this.#document.schema.getPossibleTypes(type as never),
        nodes,
      ),
    };
  }

  /** As given: a default is not written out. In the order of their names, as keys of the store have them. */
  #args({ arguments: given = [] }: FieldNode): readonly NormalizationArgument[] {
    return given
      .map((argument) => ({
        kind: 'Literal' as const,
        name: argument.name.value,
        value: valueFromASTUntyped(argument.value, this.#document.variables),
      }))
      .filter(({ value }) => value !== undefined)
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }
}
