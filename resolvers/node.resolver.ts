import { ID, Resolver } from 'type-graphql';
import { Node } from '../entities/shared/node.interface.js';
import { kindOfId, parseUuid } from '../src/domain/ids.js';
import { badInput } from '../src/errors.js';
import { type Declared, LookupQuery } from '../src/fields/decorators.js';
import type { Target } from '../src/fields/lookup.js';
import { byAnyId } from './shared/keys.js';
import { NODE_CLASSES } from './node-classes.js';

const MAX_NODES = 100;

@Resolver()
export class NodeResolver {
  @LookupQuery(() => Node, {
    nullable: true,
    description: 'Returns any object by its id. Null if not found.',
    args: {
      id: { type: () => ID, description: 'The id, as returned by any `id` field.', required: true },
    },
    lookup: ({ id }) => {
      const target = targetOf(id as string, ['id']);
      if (target instanceof Error) throw target;
      return target;
    },
  })
  node!: Declared;

  @LookupQuery(() => [Node], {
    nullable: 'itemsAndList',
    description: `Returns up to ${String(MAX_NODES)} objects by their ids, in the order requested. An entry is null if nothing has that id, and null with an error if the id is invalid.`,
    args: {
      ids: {
        type: () => [ID],
        description: 'The ids of the objects to return, at most 100.',
        required: true,
      },
    },
    lookup: (args) => {
      const ids = args.ids as readonly string[];
      if (ids.length > MAX_NODES) {
        throw badInput(
          `'ids' has ${String(ids.length)} ids; the maximum is ${String(MAX_NODES)}. Split them across several requests.`,
          ['ids'],
        );
      }
      return ids.map((id, index) => targetOf(id, ['ids', index]));
    },
  })
  nodes!: Declared;
}

/** Returns the error of an invalid id instead of throwing it, because it must not fail the other ids. */
function targetOf(text: string, inputPath: readonly (string | number)[]): Target | Error | null {
  const id = parseUuid(text);
  if (id === null) {
    return badInput(
      `'${inputPath.join('.')}' is not a valid id; expected the value of an 'id' field, such as 0190c5e2-7b1a-8001-9f3d-5a2b6c7d8e9f.`,
      inputPath,
    );
  }
  const kind = kindOfId(id);
  if (kind === null) return null;
  return byAnyId(NODE_CLASSES[kind], kind, id);
}
