import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  BATCH_REFUSED,
  requestedDocument,
  type DocumentRefusal,
  type DocumentRules,
} from '../documents/requested-document.js';
import { GRAPHQL_TYPE } from '../status-codes.js';
import { refuse } from './errors.js';

type Members = Readonly<Record<string, unknown>>;

/** A request that has the text of its document. */
interface Asked {
  readonly request: FastifyRequest;
  /** What the fast path takes: the body, or of a GET by id, its parameters. Undefined for other requests by GET. */
  readonly body: unknown;
}

/** Replaces the id of a registered document by its text, so that all that follows is the same for both. */
export function askedDocument(
  request: FastifyRequest,
  rules: DocumentRules,
): Asked | { readonly refusal: DocumentRefusal } {
  const isGet = request.method === 'GET';
  const sent = isGet ? request.query : request.body;
  if (Array.isArray(sent)) return { refusal: BATCH_REFUSED };
  const members: Members = isRecord(sent) ? sent : {};
  const extensions = isGet ? parsed(members.extensions) : members.extensions;
  const asked = requestedDocument({ ...members, extensions }, rules);
  if (asked.kind === 'REFUSED') return { refusal: asked };
  if (asked.kind === 'AS_SENT') return { request, body: isGet ? undefined : request.body };
  const found: Members = { ...withoutHash(members, extensions), query: asked.text };
  if (isGet) return { request: withParameters(request, found), body: bodyOf(request, found) };
  request.body = found;
  return { request, body: found };
}

/** Everything but the id and the hash, in the form in which it was sent. */
function withoutHash(members: Members, extensions: unknown): Members {
  const others = without(members, 'documentId', 'extensions');
  const asSent = members.extensions;
  if (asSent === undefined) return others;
  if (!isRecord(extensions)) return { ...others, extensions: asSent };
  const more = without(extensions, 'persistedQuery');
  if (Object.keys(more).length === 0) return others;
  return { ...others, extensions: typeof asSent === 'string' ? JSON.stringify(more) : more };
}

/** The same request with other parameters in its URL, which Apollo reads. */
function withParameters(request: FastifyRequest, parameters: Members): FastifyRequest {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    // One that is given twice is given twice again, so that it is refused.
    for (const each of [value].flat()) search.append(name, String(each));
  }
  const url = `${request.url.split('?', 1)[0] ?? ''}?${search.toString()}`;
  return Object.create(request, { url: { value: url } }) as FastifyRequest;
}

/** The body that a POST would have. Undefined if something about the GET is unusual, so that Apollo judges it. */
function bodyOf({ headers }: FastifyRequest, parameters: Members): Members | undefined {
  if (headers['content-type'] !== undefined) return undefined;
  if (parameters.variables === undefined) return parameters;
  const variables = parsed(parameters.variables);
  return isRecord(variables) ? { ...parameters, variables } : undefined;
}

/** Refuses in the media type of GraphQL responses, if the client accepts it. */
export function refuseDocument(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  refusal: DocumentRefusal,
): FastifyReply {
  const isCurrent = headers.accept?.includes(GRAPHQL_TYPE) === true;
  return refuse(reply, refusal, isCurrent ? GRAPHQL_TYPE : 'application/json');
}

const without = (members: Members, ...names: readonly string[]): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));

/** The value that a text is JSON of; undefined if it is not. */
function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
