import { ORGANIZATION_CLASSES } from '../../resolvers/network/organization-kinds.resolver.js';
import { NODE_CLASSES } from '../../resolvers/node-classes.js';
import { BY_IDENTIFIER, byAnyId, identifierKey } from '../../resolvers/shared/keys.js';
import { isIdOf, parseUuid, type IdKind } from '../domain/ids.js';
import { inputFault } from '../domain/input-fault.js';
import { badInput, type ClientError } from '../errors.js';
import type { Lookup, Target } from '../fields/lookup.js';
import type { ClassOf } from '../fields/row.js';

const MAX_REPRESENTATIONS = 1000;

/**
 * Looks up the objects that other graphs refer to by key. Each is found or fails on its own: null if it does not
 * exist, an error if its key is invalid. Other fields of a representation are ignored.
 */
export const lookUpEntities: Lookup = (args) => {
  const representations = args.representations as readonly unknown[];
  if (representations.length > MAX_REPRESENTATIONS) {
    throw badInput(
      `'representations' has ${String(representations.length)} entries; the maximum is ${String(MAX_REPRESENTATIONS)}. Split them across several requests.`,
      ['representations'],
    );
  }
  return representations.map(targetOf);
};

function targetOf(representation: unknown, index: number): Target | Error | null {
  const { __typename, id, identifier } = (representation ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const entity = entityNamed(__typename);
  if (entity === undefined) {
    return refused(index, ['__typename'], `is not an entity of this graph.`);
  }
  const [kind, type] = entity;
  if (id !== undefined) {
    const key = parseUuid(id);
    if (key === null) return refused(index, ['id'], 'is not a valid id.');
    return isIdOf(kind, key) ? byAnyId(type, kind, key) : null;
  }
  if (kind === 'Organization' && isIdentifier(identifier)) {
    const fault = inputFault(identifier);
    if (fault !== null) return refused(index, ['identifier', ...fault.path], fault.text);
    const key = identifierKey(identifier);
    return key === null ? null : { type, by: BY_IDENTIFIER, key };
  }
  return refused(
    index,
    ['id'],
    `is missing. Send a key of the type: 'id', or for organizations also 'identifier { scheme value }'.`,
  );
}

/** The kind of id and the class of the named type. */
function entityNamed(name: unknown): readonly [IdKind, ClassOf] | undefined {
  if (typeof name !== 'string') return undefined;
  const organization = ORGANIZATION_CLASSES.get(name);
  if (organization !== undefined) return ['Organization', organization];
  return Object.hasOwn(NODE_CLASSES, name)
    ? [name as IdKind, NODE_CLASSES[name as IdKind]]
    : undefined;
}

function isIdentifier(value: unknown): value is { scheme: string; value: string } {
  const { scheme, value: text } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof scheme === 'string' && typeof text === 'string';
}

function refused(index: number, path: readonly (string | number)[], what: string): ClientError {
  const inputPath = ['representations', index, ...path];
  return badInput(`'${inputPath.join('.')}' ${what}`, inputPath);
}
