// The text and the id under which an operation is registered (docs/decisions/0028-trusted-documents.md). The generator of
// the pages' modules and that of docs/operations both use this, so they cannot disagree.
import { createHash } from 'node:crypto';
import { Kind, print, visit } from 'graphql';

/**
 * One operation with the fragments that it uses, and nothing else: the order is fixed, comments are gone.
 * @param {import('graphql').OperationDefinitionNode} operation
 * @param {ReadonlyMap<string, import('graphql').FragmentDefinitionNode>} fragments by name
 */
export function registeredText(operation, fragments) {
  /** @type {Map<string, import('graphql').FragmentDefinitionNode>} */
  const used = new Map();
  /** @param {import('graphql').ASTNode} node */
  const collect = (node) => {
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (fragment === undefined) throw new Error(`There is no fragment ${value}.`);
        if (used.has(value)) return;
        used.set(value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  const sorted = [...used.keys()].sort().map((name) => used.get(name));
  return print({ kind: Kind.DOCUMENT, definitions: [operation, ...sorted] });
}

/**
 * The SHA256 hex document identifier of GraphQL over HTTP.
 * @param {string} text
 */
export function documentIdOf(text) {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/**
 * The fragments of documents, by name.
 * @param {readonly import('graphql').DocumentNode[]} documents
 */
export function fragmentsOf(documents) {
  const fragments = documents
    .flatMap(({ definitions }) => definitions)
    .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
