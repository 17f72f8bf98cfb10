import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import {
  NetworkAroundDocument,
  NetworkDocument,
  NetworkOptionsDocument,
} from '../../../src/pages/generated/network.js';
import { count, dateText, fill, numberText } from '../../../src/pages/language.js';
import {
  affordableNodes,
  momentText,
  NETWORK_FILES,
  networkFile,
  networkLead,
  networkSelection,
  networkVariables,
  shownVariables,
} from '../../../src/pages/views/network.js';
import { ApiError, useAnswer } from '../api.js';
import { FilterPanel } from '../components/filter-panel.js';
import { PageHead } from '../components/page-head.js';
import { Answer, Loading, Nothing } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import { NetworkChips } from '../network/chips.js';
import { DaySlider, FIRST_DAY, today } from '../network/day.js';
import { useExpanded, type GraphPart } from '../network/expanded.js';
import { NetworkFilters } from '../network/filters.js';
import { loadDrawing, NetworkView } from '../network/network-view.js';
import { keysOf, PathPanel, usePath } from '../network/path.js';
import { networkState, NO_FILTERS } from '../network/state.js';
import { Suggestions } from '../network/suggestions.js';

/** Loaded when a node is selected. */
const Selected = lazy(async () => ({
  default: (await import('../network/selected.js')).Selected,
}));

/** What the server sends at most around a node. */
const MOST_AROUND = 400;

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const { isTable, focus, depth, selected, expanded } = networkState(search);
  useEffect(() => {
    // While the answer is on its way. If it fails, the view asks for it again, and says so.
    if (!isTable) loadDrawing().catch(() => undefined);
  }, [isTable]);
  const variables = networkVariables(search);
  const selection = networkSelection(search);
  const whole = useAnswer(NetworkDocument, variables);
  const aroundVariables = {
    ...selection,
    ...shownVariables(search),
    node: focus ?? '',
    depth,
    first: MOST_AROUND,
  };
  const around = useAnswer(NetworkAroundDocument, aroundVariables, { isEnabled: focus !== null });
  const [isLimited, setLimited] = useState(false);
  const cost = whole.error instanceof ApiError ? whole.error.cost : null;
  const { first } = variables;
  useEffect(() => {
    if (cost === null || first === 1) return;
    setLimited(true);
    change({ first: String(affordableNodes(first, cost)) }, true);
  }, [cost, first, change]);
  const [to] = useState(today);
  const options = useAnswer(NetworkOptionsDocument, {
    from: FIRST_DAY,
    to,
    filter: selection.filter,
    ties: selection.ties,
  });
  const path = usePath();
  const pathKeys = useMemo(() => keysOf(path.data?.network.between), [path.data]);

  const all = whole.data?.network;
  const near = focus === null ? undefined : around.data?.network.neighbourhood;
  const part: GraphPart = useMemo(
    () =>
      near
        ? { nodes: (near.nodes ?? []).map(({ node: one }) => one), edges: near.edges }
        : { nodes: all?.nodes ?? [], edges: all?.edges ?? [] },
    [near, all],
  );
  const { nodes, edges } = useExpanded(part, expanded, search);
  const node = nodes.find(({ key }) => key === selected);
  const center = nodes.find(({ key }) => key === focus);
  const clear = useCallback(() => change(NO_FILTERS), [change]);
  const lead = all && networkLead(language, all.graph, search);
  const isCut = focus === null && all !== undefined && all.graph.nodeCount > nodes.length;

  const shown =
    nodes.length === 0 ? (
      <Nothing clear={clear} />
    ) : (
      <NetworkView nodes={nodes} edges={edges} path={pathKeys} title={lead ?? ''} />
    );
  return (
    <div className="network">
      <PageHead
        title={words.network.title}
        lead={lead}
        operation={focus === null ? NetworkDocument : NetworkAroundDocument}
        variables={focus === null ? variables : aroundVariables}
        downloads={NETWORK_FILES.map((format) => ({
          text: format.toUpperCase(),
          href: networkFile(search, format),
        }))}
      />
      <div className="network-grid">
        <FilterPanel>
          <NetworkFilters options={options.data?.totals} />
        </FilterPanel>
        <div className="network-main">
          <NetworkChips
            options={options.data?.totals}
            center={center?.name ?? null}
            nodes={nodes}
            clear={clear}
          />
          {isCut && (
            <div className="notice">
              <p>
                {fill(words.network.cut, {
                  first: numberText(language, nodes.length),
                  total: numberText(language, all.graph.nodeCount),
                })}
              </p>
              {isLimited ? (
                <p>{words.network.limited}</p>
              ) : (
                <button type="button" onClick={() => change({ first: '5000' })}>
                  {words.network.drawAll}
                </button>
              )}
              <button type="button" onClick={() => change({ view: 'table' })}>
                {words.network.table}
              </button>
            </div>
          )}
          {focus === null ? (
            <Answer of={whole} isPage>
              {() => shown}
            </Answer>
          ) : (
            <Answer of={around} isPage>
              {() => shown}
            </Answer>
          )}
          <Answer of={options}>
            {({ network }) => <DaySlider history={network.history ?? []} />}
          </Answer>
          {momentText(language, search) === '' &&
            all !== undefined &&
            all.graph.undatedEdges > 0 && (
              <p className="hint">
                {count(language, words.network.undated, all.graph.undatedEdges)}
              </p>
            )}
          {all && (
            <p className="hint">
              {fill(words.footer.current, { day: dateText(language, all.graph.asOfChange) })}
            </p>
          )}
        </div>
        <div className="network-side">
          {node ? (
            <Suspense fallback={<Loading />}>
              <Selected node={node} shown={nodes} key={node.key} />
            </Suspense>
          ) : (
            <p className="hint side-section">{words.network.none}</p>
          )}
          <PathPanel nodes={all?.nodes ?? nodes} answer={path} />
          {selection.level === 'ORGANIZATION' && <Suggestions node={node} />}
        </div>
      </div>
    </div>
  );
}
