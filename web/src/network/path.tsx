import { lazy, Suspense, useState } from 'react';
import {
  NetworkPathDocument,
  type NetworkPathQuery,
} from '../../../src/pages/generated/network.js';
import { networkSelection, type GraphNode } from '../../../src/pages/views/network.js';
import type { Answered } from '../../../src/pages/view.js';
import { useAnswer } from '../api.js';
import { Answer, Loading } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import { networkState } from './state.js';

/** Loaded when there is a question. */
const Connected = lazy(async () => ({ default: (await import('./connected.js')).Connected }));

type NodePicker = (typeof import('./node-picker.js'))['NodePicker'];

export type Relation = NonNullable<Answered<NetworkPathQuery>['network']['between']>;

/** The answer to how the two ends in the address are connected. */
export function usePath() {
  const { search } = useSearchState();
  const { from, to } = networkState(search);
  return useAnswer(
    NetworkPathDocument,
    { ...networkSelection(search), from: from ?? '', to: to ?? '' },
    { isEnabled: from !== null && to !== null },
  );
}

/** The keys of the nodes of the first shortest path, in order. */
export function keysOf(relation: Relation | null | undefined): readonly string[] {
  const hops = relation?.paths[0]?.hops ?? [];
  const [first] = hops;
  if (!first) return [];
  return [first.from.key, ...hops.map((hop) => hop.to.key)];
}

/** How two are connected: choose both, and see the evidence of each step. */
export function PathPanel({
  nodes,
  answer,
}: {
  readonly nodes: readonly GraphNode[];
  readonly answer: ReturnType<typeof usePath>;
}) {
  const { words } = useLanguage();
  const { search } = useSearchState();
  const { from, to } = networkState(search);
  return (
    <section aria-labelledby="path" className="side-section">
      <h2 id="path">{words.network.path}</h2>
      <Ends nodes={nodes} />
      {from !== null && to !== null && (
        <Answer of={answer}>
          {({ network: { between } }) =>
            between?.isConnected !== true ? (
              <p className="state">{words.network.notConnected}</p>
            ) : (
              <Suspense fallback={<Loading />}>
                <Connected relation={between} />
              </Suspense>
            )
          }
        </Answer>
      )}
    </section>
  );
}

/** The two boxes that choose the ends. */
function Ends({ nodes }: { readonly nodes: readonly GraphNode[] }) {
  const { words } = useLanguage();
  const { search, change } = useSearchState();
  const { from, to } = networkState(search);
  const [wanted, setWanted] = useState<'from' | 'to' | null>(null);
  // Loaded when one of them gets the focus: it is a tenth of the budget of a page.
  const [Picker, setPicker] = useState<NodePicker | null>(null);
  const nameOf = (end: string | null) => nodes.find(({ key }) => key === end)?.name ?? '';
  return (
    <div>
      {(
        [
          ['from', words.network.from, from],
          ['to', words.network.to, to],
        ] as const
      ).map(([end, label, selected]) =>
        Picker ? (
          <Picker
            key={end}
            label={label}
            nodes={nodes}
            selected={selected}
            hasFocus={end === wanted}
            select={(key) => change({ [end]: key })}
          />
        ) : (
          <label key={end} className="field">
            {label}
            <input
              type="search"
              role="combobox"
              aria-expanded="false"
              aria-controls="path"
              value={nameOf(selected)}
              readOnly
              onFocus={() => {
                setWanted(end);
                void import('./node-picker.js').then((loaded) =>
                  setPicker(() => loaded.NodePicker),
                );
              }}
            />
          </label>
        ),
      )}
    </div>
  );
}
