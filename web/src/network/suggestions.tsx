import { useState } from 'react';
import { NetworkSuggestionsDocument } from '../../../src/pages/generated/network.js';
import { networkSelection } from '../../../src/pages/views/network.js';
import { useAnswer } from '../api.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import { NodeName } from './evidence.js';

/** Who have many common partners and no tie yet. Asked for only when it is opened. */
export function Suggestions() {
  const { words } = useLanguage();
  const { search } = useSearchState();
  const [isOpen, setOpen] = useState(false);
  const { filter, ties, asOf, since, until } = networkSelection(search);
  const answer = useAnswer(
    NetworkSuggestionsDocument,
    { filter, ties, asOf, since, until },
    { isEnabled: isOpen },
  );
  return (
    <details
      className="side-section"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2>{words.network.suggestions}</h2>
      </summary>
      <p className="hint">{words.network.suggestionsNote}</p>
      {isOpen && (
        <Answer of={answer}>
          {({ network }) => (
            <ol className="suggestions">
              {(network.suggestions ?? []).map(({ first, second, common, commonCount }) => (
                <li key={`${first.key} ${second.key}`}>
                  <NodeName of={first} />
                  <NodeName of={second} />
                  <span className="hint">
                    {words.column.common}: {common.map(({ name }) => name).join(', ')}
                    {commonCount > common.length &&
                      ` ${words.network.more.replace('{n}', String(commonCount - common.length))}`}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Answer>
      )}
    </details>
  );
}
