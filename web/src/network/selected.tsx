import { NetworkSelectedDocument } from '../../../src/pages/generated/network.js';
import { networkSelection, type GraphNode } from '../../../src/pages/views/network.js';
import { count, numberText } from '../../../src/pages/language.js';
import { useAnswer } from '../api.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import { Evidence } from './evidence.js';
import { NodeName } from './node-name.js';
import { MOST_ADDED } from './expanded.js';
import { networkState } from './state.js';

interface SelectedProps {
  readonly node: GraphNode;
  /** The nodes that are shown. */
  readonly shown: readonly GraphNode[];
}

/** The selected node: its figures, and everything that it is connected with, by what evidence. */
export function Selected({ node, shown }: SelectedProps) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const { expanded } = networkState(search);
  const { key } = node;
  const answer = useAnswer(NetworkSelectedDocument, {
    ...networkSelection(search),
    node: key,
    first: MOST_ADDED,
  });
  const near = answer.data?.network.neighbourhood?.nodes ?? [];
  const whole = near.find(({ distance }) => distance === 0)?.node;
  const shownKeys = new Set(shown.map((one) => one.key));
  const hidden = near.filter((one) => !shownKeys.has(one.node.key)).length;
  const figures = [
    [words.column.degree, numberText(language, node.degree)],
    ...(whole === undefined
      ? []
      : ([
          [words.column.betweenness, numberText(language, whole.betweenness, 4)],
          [words.column.core, numberText(language, whole.coreNumber)],
          [words.column.community, whole.community.name],
        ] as const)),
  ] as const;
  return (
    <section aria-labelledby="selected" className="side-section">
      <h2 id="selected">
        <NodeName of={node} />
      </h2>
      <p className="hint">
        {node.kind === null
          ? whole && count(language, words.network.nodes, whole.organizationCount)
          : values.OrganizationType[node.kind]}
      </p>
      <p className="actions">
        <button type="button" onClick={() => change({ focus: key, node: null })}>
          {words.network.focus}
        </button>
        {hidden > 0 && !expanded.includes(key) && (
          <button type="button" onClick={() => change({ expand: [...expanded, key] })}>
            {count(language, words.network.expand, hidden)}
          </button>
        )}
        <button type="button" onClick={() => change({ from: key })}>
          {words.network.swap}
        </button>
        <button type="button" onClick={() => change({ to: key })}>
          {words.network.target}
        </button>
      </p>
      <dl className="facts">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.network.neighbors}</h3>
      <Answer of={answer}>
        {({ network }) => (
          <ul className="neighbors">
            {(network.neighbourhood?.edges ?? [])
              .filter(({ fromKey, toKey }) => fromKey === key || toKey === key)
              .map((edge) => {
                const other = edge.fromKey === key ? edge.to : edge.from;
                return (
                  <li key={other.key}>
                    <details>
                      <summary>
                        <span dir="auto">{other.name}</span>
                        <span className="count">{numberText(language, edge.tieCount)}</span>
                      </summary>
                      <Evidence of={edge} />
                      <button
                        type="button"
                        className="plain"
                        onClick={() => change({ node: other.key })}
                      >
                        {words.network.selected}: {other.name}
                      </button>
                    </details>
                  </li>
                );
              })}
          </ul>
        )}
      </Answer>
    </section>
  );
}
