import type { AnyErrorCode } from '../status-codes.js';
import { hashOf, idOf, type RegisteredDocuments } from './registered-documents.js';

/** How a request names its document. All of it comes from a client, so it can be of any type. */
export interface DocumentParameters {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

export interface DocumentRules {
  readonly registered: RegisteredDocuments;
  /** Whether documents that are not registered are refused. */
  readonly onlyRegistered: boolean;
}

/** What becomes of a request. */
export type RequestedDocument =
  /** Neither an id nor a hash: it runs as it was sent, or is refused for other reasons. */
  | { readonly kind: 'AS_SENT' }
  /** This document runs; the id and the hash have served their purpose. */
  | { readonly kind: 'DOCUMENT'; readonly text: string }
  | DocumentRefusal;

export interface DocumentRefusal {
  readonly kind: 'REFUSED';
  readonly code: AnyErrorCode;
  readonly message: string;
  readonly inputPath?: readonly string[];
}

const ID = /^sha256:[0-9a-f]{64}$/;
const EXAMPLE = `"sha256:" and 64 lower-case hexadecimal digits`;
const HASH_PATH = ['extensions', 'persistedQuery', 'sha256Hash'];

/** Which document a request is for: by its text, by `documentId`, or by the hash of Apollo's persisted queries. */
export function requestedDocument(
  asked: DocumentParameters,
  { registered, onlyRegistered }: DocumentRules,
): RequestedDocument {
  const { query, documentId } = asked;
  const persisted = persistedQueryOf(asked);
  if (documentId != null) {
    if (isGiven(query)) {
      return invalid(
        `The request has both 'documentId' and 'query'. Send one of them.`,
        'documentId',
      );
    }
    if (persisted !== undefined) {
      return invalid(
        `The request has both 'documentId' and 'extensions.persistedQuery'. Send one of them.`,
        'documentId',
      );
    }
    return byId(documentId, registered);
  }
  if (persisted !== undefined) return byHash(persisted, query, { registered, onlyRegistered });
  return onlyRegistered ? ID_REQUIRED : { kind: 'AS_SENT' };
}

/** The refusal of several operations in one request. */
export const BATCH_REFUSED: DocumentRefusal = {
  kind: 'REFUSED',
  code: 'BAD_REQUEST',
  message:
    'The request body is a list. Send one operation a request, as an object with "documentId" or "query".',
};

const ID_REQUIRED: DocumentRefusal = {
  kind: 'REFUSED',
  code: 'PERSISTED_DOCUMENT_ID_REQUIRED',
  message: `This server runs only registered documents. Send 'documentId' (${EXAMPLE}) instead of 'query'; docs/operations lists the documents.`,
  inputPath: ['documentId'],
};

function byId(documentId: unknown, registered: RegisteredDocuments): RequestedDocument {
  if (typeof documentId !== 'string') {
    return invalid(`'documentId' must be one string: ${EXAMPLE}.`, 'documentId');
  }
  if (!ID.test(documentId)) {
    return invalid(
      `'${shortened(documentId)}' is not a valid 'documentId'; expected ${EXAMPLE}.`,
      'documentId',
    );
  }
  const text = registered.textOf(documentId);
  if (text !== null) return { kind: 'DOCUMENT', text };
  return {
    kind: 'REFUSED',
    code: 'PERSISTED_DOCUMENT_NOT_FOUND',
    message: `No document is registered as '${documentId}'. Send the id of a registered document, or the text as 'query' if the server accepts it.`,
    inputPath: ['documentId'],
  };
}

/** An alias for clients of Apollo's persisted queries. Nothing is registered by it. */
function byHash(
  persisted: unknown,
  query: unknown,
  { registered, onlyRegistered }: DocumentRules,
): RequestedDocument {
  const { version, sha256Hash } = isRecord(persisted) ? persisted : {};
  if (version !== 1) {
    return invalid(
      `'extensions.persistedQuery' must be an object with "version": 1 and "sha256Hash".`,
      ...HASH_PATH.slice(0, 2),
    );
  }
  if (typeof sha256Hash !== 'string' || !ID.test(idOf(sha256Hash))) {
    return invalid(
      `'extensions.persistedQuery.sha256Hash' must be 64 lower-case hexadecimal digits.`,
      ...HASH_PATH,
    );
  }
  if (isGiven(query) && (typeof query !== 'string' || hashOf(query) !== sha256Hash)) {
    return invalid(
      `'extensions.persistedQuery.sha256Hash' is not the SHA-256 of 'query'. Correct the hash, or omit it.`,
      ...HASH_PATH,
    );
  }
  const text = registered.textOf(idOf(sha256Hash));
  if (text !== null) return { kind: 'DOCUMENT', text };
  if (typeof query === 'string' && isGiven(query)) {
    return onlyRegistered ? ID_REQUIRED : { kind: 'DOCUMENT', text: query };
  }
  return {
    kind: 'REFUSED',
    code: 'PERSISTED_QUERY_NOT_FOUND',
    message: onlyRegistered
      ? `No document is registered with this hash, and this server runs only registered documents. Send the hash of one of docs/operations.`
      : `No document is registered with this hash. Send the text as 'query'; the server does not keep it, so send the text each time.`,
    inputPath: HASH_PATH,
  };
}

function persistedQueryOf({ extensions }: DocumentParameters): unknown {
  const value = isRecord(extensions) ? extensions.persistedQuery : undefined;
  return value === null ? undefined : value;
}

function invalid(message: string, ...inputPath: readonly string[]): DocumentRefusal {
  return { kind: 'REFUSED', code: 'BAD_REQUEST', message, inputPath };
}

/** An empty text counts as none, as in Apollo. */
const isGiven = (query: unknown) => query != null && query !== '';

const shortened = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
