import { lazy, Suspense } from 'react';
import { listIn, toggled } from '../../../src/pages/address.js';
import { fill } from '../../../src/pages/language.js';
import { Loading } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

/** Loaded when it is opened. */
const SuggestionList = lazy(async () => ({
  default: (await import('./suggestion-list.js')).SuggestionList,
}));

interface SuggestionsProps {
  /** The selected node, with which the list can be limited to. */
  readonly node: { readonly key: string; readonly name: string } | undefined;
}

/**
 * Who have common partners and no tie yet, and who offers what the other needs. `meet=open` opens it, `offers` keeps
 * pairs with such an offer, and `node` those with the selected node.
 */
export function Suggestions({ node }: SuggestionsProps) {
  const { words } = useLanguage();
  const { search, change } = useSearchState();
  const meet = listIn(search, 'meet');
  const isOpen = meet.length > 0;
  const choices = [
    ['offers', words.network.withOffers],
    ...(node ? ([['node', fill(words.network.onlyWith, { name: node.name })]] as const) : []),
  ] as const;
  return (
    <details
      className="side-section"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) change({ meet: open ? 'open' : null }, true);
      }}
    >
      <summary>
        <h2>{words.network.suggestions}</h2>
      </summary>
      <p className="hint">{words.network.suggestionsNote}</p>
      {choices.map(([choice, text]) => (
        <label key={choice} className="choice">
          <input
            type="checkbox"
            checked={meet.includes(choice)}
            onChange={() => change({ meet: toggled(meet, choice) })}
          />
          {text}
        </label>
      ))}
      {isOpen && (
        <Suspense fallback={<Loading />}>
          <SuggestionList
            node={meet.includes('node') ? (node?.key ?? null) : null}
            matchingOffers={meet.includes('offers')}
          />
        </Suspense>
      )}
    </details>
  );
}
