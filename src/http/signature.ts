import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Handler } from './endpoint.js';
import { refuse } from './errors.js';

/** Where Hive Gateway puts the signature: base64 of the HMAC-SHA256 of the query and its variables. */
export const SIGNATURE = 'hmac-signature';

/** The handler for requests that were signed with the secret; all others are refused. No secret, no signature needed. */
export function signedBy(secret: string | null, handler: Handler): Handler {
  if (secret === null) return handler;
  return (request: FastifyRequest, reply: FastifyReply) => {
    if (!isSigned(request.body, secret)) {
      return refuse(reply, {
        code: 'INVALID_SIGNATURE',
        message: `This subgraph answers only a gateway: the request has no valid signature in extensions.${SIGNATURE}. Send operations to the gateway, or sign them with SUBGRAPH_SECRET.`,
      });
    }
    request.body = withoutSignature(request.body as SignedBody);
    return handler(request, reply);
  };
}

interface SignedBody {
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What remains is an ordinary request, which the fast path answers. */
function withoutSignature({ extensions, ...body }: SignedBody): object {
  const others = Object.entries(extensions).filter(([name]) => name !== SIGNATURE);
  return others.length === 0 ? body : { ...body, extensions: Object.fromEntries(others) };
}

/** The signature of an operation; null if its variables are nested too deeply. */
export function signatureOf(
  { query, variables }: { readonly query?: unknown; readonly variables?: unknown },
  secret: string,
): Buffer | null {
  const text = stableText({ query, variables: isEmpty(variables) ? undefined : variables });
  return text === null ? null : createHmac('sha256', secret).update(text).digest();
}

function isSigned(body: unknown, secret: string): boolean {
  const { query, variables, extensions } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const signature = (extensions as Readonly<Record<string, unknown>> | null | undefined)?.[
    SIGNATURE
  ];
  if (typeof signature !== 'string') return false;
  const expected = signatureOf({ query, variables }, secret);
  const given = Buffer.from(signature, 'base64');
  return expected !== null && given.length === expected.length && timingSafeEqual(given, expected);
}

function isEmpty(variables: unknown): boolean {
  // What is undefined is not in the JSON that is sent.
  return variables == null || Object.values(variables).every((value) => value === undefined);
}

/** JSON with sorted keys, as the gateway signs it; null if it is nested too deeply. */
function stableText(value: unknown): string | null {
  try {
    return JSON.stringify(sorted(value));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  // Such as a Date.
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return (value as { toJSON(): unknown }).toJSON();
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
