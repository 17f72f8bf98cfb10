import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { Answered, Operation } from '../../src/pages/view.js';

/** Why there is no answer, in words for people. */
export class ApiError extends Error {
  /** Whether the server is away or busy, so that the same question can succeed later. */
  readonly isTransient: boolean;

  constructor(message: string, isTransient: boolean) {
    super(message);
    this.isTransient = isTransient;
  }
}

interface Body<Result> {
  readonly data?: Result;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks the public API. An answer in part counts as none: a page would show it as if it were whole. */
async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answered<Result>> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: operation.toString(), variables }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('', true);
  }
  const isTransient = response.status >= 500 || response.status === 429;
  const body = (await response.json().catch(() => ({}))) as Body<Result>;
  if (body.errors?.[0] !== undefined) throw new ApiError(body.errors[0].message, isTransient);
  if (body.data === undefined) throw new ApiError(response.statusText, isTransient);
  return body.data as Answered<Result>;
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
