import type { UseQueryResult } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useParams } from 'wouter';
import { ApiError } from '../api.js';
import { useLanguage } from '../context.js';
import { NotFound } from '../pages/not-found.js';
import { hasServed, Served } from './served.js';

export function Loading() {
  const { words } = useLanguage();
  return (
    <p className="state" role="status">
      {words.state.loading}
    </p>
  );
}

/** That something failed, why, and what to do. It tries again by itself if the server is away. */
function Failed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const { words } = useLanguage();
  const isAway = error instanceof ApiError && error.isTransient;
  return (
    <div className="state failed" role="alert">
      <p>
        <strong>{isAway ? words.state.away : words.state.failed}</strong>
      </p>
      {error.message && <p>{error.message}</p>}
      <button type="button" onClick={retry}>
        {words.state.retry}
      </button>
    </div>
  );
}

/** Nothing matches: how to get back to something. */
export function Nothing({ clear }: { readonly clear?: (() => void) | undefined }) {
  const { words } = useLanguage();
  return (
    <div className="state">
      <p>{words.state.nothing}</p>
      {clear && (
        <button type="button" onClick={clear}>
          {words.state.clear}
        </button>
      )}
    </div>
  );
}

/** Keeps a fault in one part of a page to that part. */
class Boundary extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | null }
> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Failed error={error} retry={() => this.setState({ error: null })} />;
  }
}

interface AnswerProps<Data> {
  readonly of: UseQueryResult<Data>;
  /** Whether it is the content of the whole page, which the server has written already. */
  readonly isPage?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** Below the boundary, so that a fault while it is made is caught there. */
function Content<Data>({
  data,
  children,
}: Pick<AnswerProps<Data>, 'children'> & { readonly data: Data }) {
  return children(data);
}

/** The content made of an answer, or the state of the question: loading, failed. A failed part leaves the others. */
export function Answer<Data>({ of, isPage = false, children }: AnswerProps<Data>) {
  const isOfOne = Object.keys(useParams()).length > 0;
  // A part of the path that cannot be an id leads nowhere, as on the server.
  if (isPage && isOfOne && of.error instanceof ApiError && of.error.isBadInput) return <NotFound />;
  if (of.isError) return <Failed error={of.error} retry={() => void of.refetch()} />;
  if (of.data === undefined) return isPage && hasServed() ? <Served /> : <Loading />;
  return (
    <div className="answer" aria-busy={of.isPlaceholderData} data-ready={!of.isPlaceholderData}>
      <Boundary>
        <Content data={of.data}>{children}</Content>
      </Boundary>
    </div>
  );
}
