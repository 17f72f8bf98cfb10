import { Link } from 'wouter';
import { changed } from '../../../src/pages/address.js';
import { comparedFunders } from '../../../src/pages/views/funding.js';
import { useLanguage, useSearchState } from '../context.js';

/** The way to the comparison, where two funders are selected. */
export function CompareLink() {
  const { words } = useLanguage();
  const { search } = useSearchState();
  if (comparedFunders(search) === null) return null;
  return (
    <p>
      <Link className="button" href={`/funding/compare${changed(search, { after: null })}`}>
        {words.compare.link}
      </Link>
    </p>
  );
}
