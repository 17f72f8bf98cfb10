import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { statusOf, type AnyErrorCode } from '../../src/status-codes.js';
import { documentIdOf, type Answered, type Operation } from '../../src/pages/view.js';

/** Why there is no answer, in words for people. */
export class ApiError extends Error {
  /** Whether the server is away or busy, so that the same question can succeed later. */
  readonly isTransient: boolean;
  /** What the operation would have cost, if that was too much. */
  readonly cost: Cost | null;
  /** Whether a value that was asked for cannot be one, such as a text that is not an id. */
  readonly isBadInput: boolean;

  constructor(
    message: string,
    isTransient: boolean,
    { cost = null, isBadInput = false }: Partial<Pick<ApiError, 'cost' | 'isBadInput'>> = {},
  ) {
    super(message);
    this.isTransient = isTransient;
    this.cost = cost;
    this.isBadInput = isBadInput;
  }
}

export interface Cost {
  readonly value: number;
  readonly limit: number;
  readonly costliest: readonly { readonly path: string; readonly points: number }[];
}

interface Body<Result> {
  readonly data?: Result;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: AnyErrorCode } & Partial<Cost>;
  }[];
}

/** Asks the public API. An answer in part counts as none: a page would show it as if it were whole. */
async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answered<Result>> {
  let response: Response;
  try {
    response = await fetch(...requestFor(documentIdOf(operation), variables, signal));
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('', true);
  }
  const { data, errors } = await bodyOf<Result>(response);
  const [error] = errors ?? [];
  if (error !== undefined) {
    const code = error.extensions?.code;
    // The error of one field of an answer in part does not show in the status of the response.
    throw new ApiError(
      error.message,
      TRANSIENT.has(code === undefined ? response.status : statusOf(code)),
      {
        cost: code === 'QUERY_TOO_COSTLY' ? (error.extensions as Cost) : null,
        isBadInput: code === 'BAD_USER_INPUT',
      },
    );
  }
  if (data === undefined) throw new ApiError(response.statusText, TRANSIENT.has(response.status));
  return data as Answered<Result>;
}

/** Longer URLs are refused by some proxies. */
const MAX_URL = 2000;
const ACCEPT = { accept: 'application/graphql-response+json' };

/** By GET, whose answer the browser keeps and only revalidates, unless the variables are long. */
function requestFor(documentId: string, variables: unknown, signal?: AbortSignal) {
  const search = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
  const url = `/graphql?${search.toString()}`;
  const byPost = {
    method: 'POST',
    headers: { ...ACCEPT, 'content-type': 'application/json' },
    body: JSON.stringify({ documentId, variables }),
  };
  const isShort = url.length <= MAX_URL;
  return [
    isShort ? url : '/graphql',
    { ...(isShort ? { headers: ACCEPT } : byPost), ...(signal && { signal }) },
  ] as const;
}

/** The status codes of a server, or of a proxy before it, that is away or busy. */
const TRANSIENT: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** The body of a response; empty if it is not JSON, as from a proxy. */
async function bodyOf<Result>(response: Response): Promise<Body<Result>> {
  if (response.headers.get('content-type')?.includes('json') !== true) return {};
  return (await response.json()) as Body<Result>;
}

/** How long to wait before a question is asked again that the server could not answer. */
const RETRY_MS = 2000;

const isAway = (error: unknown) => error instanceof ApiError && error.isTransient;

/** How the answer to an operation is asked for; the previous one stays while a new one is loading. */
export function answerOptions<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
): UseQueryOptions<Answered<Result>> {
  return {
    queryKey: [operation.toString(), variables],
    queryFn: ({ signal }) => ask(operation, variables, signal),
    placeholderData: (previous) => previous,
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (isAway(state.error) ? RETRY_MS : false),
  };
}

export function useAnswer<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { isEnabled = true }: { readonly isEnabled?: boolean } = {},
): UseQueryResult<Answered<Result>> {
  return useQuery({ ...answerOptions(operation, variables), enabled: isEnabled });
}
