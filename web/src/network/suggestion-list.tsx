import { Link } from 'wouter';
import {
  NetworkSuggestionsDocument,
  type NetworkSuggestionsQuery,
} from '../../../src/pages/generated/network.js';
import type { Answered } from '../../../src/pages/view.js';
import { networkSelection } from '../../../src/pages/views/network.js';
import { useAnswer } from '../api.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import { NodeName } from './node-name.js';

type Suggestion = NonNullable<Answered<NetworkSuggestionsQuery>['network']['suggestions']>[number];
type Offer = NonNullable<Suggestion['offers'][number]['offer']>;

interface SuggestionListProps {
  /** The node that all pairs have, or null. */
  readonly node: string | null;
  readonly matchingOffers: boolean;
}

/** Pairs that should meet, each with the reasons. */
export function SuggestionList({ node, matchingOffers }: SuggestionListProps) {
  const { words } = useLanguage();
  const { search } = useSearchState();
  const { filter, ties, asOf, since, until } = networkSelection(search);
  const answer = useAnswer(NetworkSuggestionsDocument, {
    filter,
    ties,
    asOf,
    since,
    until,
    node,
    matchingOffers,
  });
  return (
    <Answer of={answer}>
      {({ network: { suggestions } }) =>
        suggestions === null || suggestions.length === 0 ? (
          <p className="state">{words.network.noSuggestions}</p>
        ) : (
          <ol className="suggestions">
            {suggestions.map((one) => (
              <li key={`${one.first.key} ${one.second.key}`}>
                <NodeName of={one.first} />
                <NodeName of={one.second} />
                <Reasons of={one} />
              </li>
            ))}
          </ol>
        )
      }
    </Answer>
  );
}

function Reasons({ of: { common, commonCount, offers } }: { readonly of: Suggestion }) {
  const { words } = useLanguage();
  return (
    <>
      <span className="hint">
        {words.column.common}: {common.map(({ name }) => name).join(', ')}
        {commonCount > common.length &&
          ` ${words.network.more.replace('{n}', String(commonCount - common.length))}`}
      </span>
      {offers.length > 0 && (
        <ul className="evidence">
          {offers.flatMap(({ need, offer }) =>
            [need, offer].flatMap((side) =>
              side === null
                ? []
                : [
                    <OfferSide
                      key={`${need?.slug ?? ''} ${offer?.slug ?? ''} ${side.slug}`}
                      of={side}
                    />,
                  ],
            ),
          )}
        </ul>
      )}
    </>
  );
}

/** What one of the two needs, or what the other offers. */
function OfferSide({
  of: { direction, slug, title, organization, source },
}: {
  readonly of: Offer;
}) {
  const { values } = useLanguage();
  return (
    <li>
      <span>{values.OfferDirection[direction]}</span>
      <Link href={`/offers/${encodeURIComponent(slug)}`} dir="auto">
        {title}
      </Link>
      <span className="hint" dir="auto">
        {organization.name}
      </span>
      <SourceButton of={source} />
    </li>
  );
}
