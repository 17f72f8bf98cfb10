// A plugin of GraphQL Code Generator (codegen.yml): `typed-document-node`, with the id of each operation among the
// registered documents in its `__meta__`, so that the pages send the id instead of the text.
import { Kind } from 'graphql';
import { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';
import { documentIdOf, fragmentsOf, registeredText } from './document-id.mjs';

/** @param {import('graphql').DocumentNode} document one operation with its fragments */
function metaOf(document) {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return { documentId: documentIdOf(registeredText(operation, fragmentsOf([document]))) };
}

export const plugin = (schema, documents, config, info) =>
  typedDocumentNode(
    schema,
    documents,
    { ...config, unstable_onExecutableDocumentNode: metaOf },
    info,
  );
