import { listIn, toggled } from '../../../src/pages/address.js';
import { fill } from '../../../src/pages/language.js';
import { momentText, type GraphNode } from '../../../src/pages/views/network.js';
import { Chips } from '../components/chips.js';
import { usePlaceChips, type PlaceOptions } from '../components/place-filters.js';
import { useLanguage, useSearchState } from '../context.js';
import { MOST_STEPS, networkState } from './state.js';

interface NetworkChipsProps {
  readonly options: PlaceOptions | undefined;
  /** The name of the node in the center, if there is one. */
  readonly center: string | null;
  /** The nodes that are shown, for the names of those that were expanded. */
  readonly nodes: readonly GraphNode[];
  readonly clear: () => void;
}

/** What narrows the network: the center with its steps, ties, day, and the filters of organizations. */
export function NetworkChips({ options, center, nodes, clear }: NetworkChipsProps) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const { focus, depth, expanded } = networkState(search);
  const ties = listIn(search, 'ties');
  const tieNames: Readonly<Record<string, string>> = values.NetworkTieKind;
  const moment = momentText(language, search);
  const chips = [
    ...(focus === null
      ? []
      : [
          {
            key: 'focus',
            text: fill(words.network.focusOn, { name: center ?? '…' }),
            remove: () => change({ focus: null, depth: null }),
          },
        ]),
    ...expanded.map((key) => ({
      key: `expand ${key}`,
      text: fill(words.network.expanded, {
        name: nodes.find((node) => node.key === key)?.name ?? '…',
      }),
      remove: () => change({ expand: expanded.filter((one) => one !== key) }),
    })),
    ...(moment === ''
      ? []
      : [
          {
            key: 'moment',
            text: moment,
            remove: () => change({ asOf: null, since: null, until: null }),
          },
        ]),
    ...ties.map((kind) => ({
      key: kind,
      text: tieNames[kind] ?? kind,
      remove: () => change({ ties: toggled(ties, kind) }),
    })),
    ...usePlaceChips(options),
  ];
  return (
    <>
      <Chips chips={chips} clear={clear} />
      {focus !== null && (
        <label className="depth">
          {words.network.depth}
          <input
            type="range"
            min={1}
            max={MOST_STEPS}
            value={depth}
            onChange={({ target }) => change({ depth: target.value === '1' ? null : target.value })}
          />
          <output>{depth}</output>
        </label>
      )}
    </>
  );
}
