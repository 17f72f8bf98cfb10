import {
  isTypeDefinitionNode,
  Kind,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { DOMAINS, type Domain } from './domain-names.js';
import type { Ownership } from './ownership.js';

export type FieldsType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const SHAREABLE: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'shareable' },
};

/**
 * The definitions of each domain's subgraph: its queries, its own fields of every object with an identity, and all
 * types that these need. An object of another domain has its key, and what this domain adds to it.
 */
export function splitByDomain(
  { definitions }: DocumentNode,
  ownership: Ownership,
): Readonly<Record<Domain, readonly DefinitionNode[]>> {
  const used = DOMAINS.map((domain) => reachable(partsOf(definitions, domain, ownership)));
  const isShared = (name: string) => used.filter((types) => types.has(name)).length > 1;
  const share = (definition: DefinitionNode): DefinitionNode =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    definition.name.value !== 'Query' &&
    ownership.ofType(definition.name.value) === null &&
    isShared(definition.name.value)
      ? { ...definition, directives: [...besides('shareable', definition), SHAREABLE] }
      : definition;
  const entries = DOMAINS.map((domain, index) => [
    domain,
    [...(used[index] as ReadonlyMap<string, DefinitionNode>).values()].map(share),
  ]);
  return Object.fromEntries(entries) as Record<Domain, readonly DefinitionNode[]>;
}

const besides = (directive: string, { directives = [] }: FieldsType) =>
  directives.filter(({ name }) => name.value !== directive);

/** All definitions, those of the root and of objects with an identity reduced to the fields of the domain. */
function partsOf(
  definitions: readonly DefinitionNode[],
  domain: Domain,
  ownership: Ownership,
): readonly DefinitionNode[] {
  return definitions.map((definition) => {
    if (!isFieldsType(definition)) return definition;
    const type = definition.name.value;
    const owner = ownership.ofType(type);
    if (type !== 'Query' && owner === null) return definition;
    const all = definition.fields ?? [];
    const own = all.filter(
      ({ name }) => name.value === 'id' || ownership.ofField(type, name.value) === domain,
    );
    const isShared = ({ name }: FieldDefinitionNode) => ownership.isShared(type, name.value);
    const fields = all
      .filter((field) => own.includes(field) || isShared(field))
      .map((field) =>
        isShared(field)
          ? { ...field, directives: [...(field.directives ?? []), SHAREABLE] }
          : field,
      );
    if (owner === domain || type === 'Query') return { ...definition, fields };
    return {
      ...definition,
      fields,
      interfaces: (definition.interfaces ?? []).filter(({ name }) => isOfAll(name.value)),
      directives: keysIn(definition, own),
    };
  });
}

/** The interfaces that an object keeps in the subgraphs of other domains: the others have fields of its own domain. */
const isOfAll = (name: string) => name === 'Node' || name === 'Organization';

/**
 * The keys whose fields are there; one that leads to nothing here cannot be resolved here. An interface has keys only
 * in its own subgraph: with more, the planner finds no end if another body joins by an interface object.
 */
function keysIn(
  { kind, directives = [], interfaces = [] }: FieldsType,
  fields: readonly FieldDefinitionNode[],
): readonly ConstDirectiveNode[] {
  if (kind === Kind.INTERFACE_TYPE_DEFINITION) return [];
  const names = new Set(fields.map(({ name }) => name.value));
  const keys = directives.filter(({ name, arguments: [key] = [] }) => {
    if (name.value !== 'key' || key?.value.kind !== Kind.STRING) return false;
    return names.has(key.value.value.split(' ')[0] ?? '');
  });
  const isStub =
    fields.length === 1 && interfaces.every(({ name }) => name.value !== 'Organization');
  return isStub ? keys.map(unresolvable) : keys;
}

const unresolvable = (key: ConstDirectiveNode): ConstDirectiveNode => ({
  ...key,
  arguments: [
    ...(key.arguments ?? []),
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'resolvable' },
      value: { kind: Kind.BOOLEAN, value: false },
    },
  ],
});

/** The definitions that can be reached from a query or from an object that a gateway can ask for, by name. */
function reachable(definitions: readonly DefinitionNode[]): ReadonlyMap<string, DefinitionNode> {
  const byName = new Map(
    definitions.flatMap((one) =>
      isTypeDefinitionNode(one) ? [[one.name.value, one] as const] : [],
    ),
  );
  const found = new Map<string, DefinitionNode>();
  const reach = (name: string, isPossible: boolean): void => {
    const definition = byName.get(name);
    if (definition === undefined) return;
    const isNew = !found.has(name);
    found.set(name, definition);
    if (isPossible && definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      for (const one of implementations.get(name) ?? []) if (!found.has(one)) reach(one, true);
    }
    if (!isNew) return;
    // What a type implements has to be defined, but brings no other types along.
    if (isFieldsType(definition)) {
      for (const one of definition.interfaces ?? []) reach(one.name.value, false);
    }
    visit(definition, {
      NamedType: (node, key) => {
        if (key === 'type') reach(node.name.value, true);
      },
    });
  };
  const implementations = new Map<string, string[]>();
  for (const one of definitions) {
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name } of one.interfaces ?? []) {
      implementations.set(name.value, [...(implementations.get(name.value) ?? []), one.name.value]);
    }
  }
  for (const one of definitions) {
    if (isFieldsType(one) && (one.name.value === 'Query' || isResolvable(one))) {
      reach(one.name.value, true);
    }
  }
  return found;
}

function isResolvable({ kind, directives = [] }: FieldsType): boolean {
  return (
    kind === Kind.OBJECT_TYPE_DEFINITION &&
    directives.some(
      ({ name, arguments: args = [] }) =>
        name.value === 'key' && args.every((one) => one.name.value !== 'resolvable'),
    )
  );
}

export function isFieldsType(definition: DefinitionNode): definition is FieldsType {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}
