import { Link } from 'wouter';
import { useLanguage, useSearchState } from '../context.js';

interface PagerProps {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The way to the next page of a list. The way back is that of the browser. */
export function Pager({ pageInfo: { hasNextPage, endCursor } }: PagerProps) {
  const { words } = useLanguage();
  const { href } = useSearchState();
  if (!hasNextPage) return null;
  return (
    <p>
      <Link className="button" href={href({ after: endCursor })}>
        {words.state.more}
      </Link>
    </p>
  );
}
