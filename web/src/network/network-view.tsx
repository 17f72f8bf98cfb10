import { lazy, Suspense, useRef } from 'react';
import { numberText } from '../../../src/pages/language.js';
import type { GraphNode } from '../../../src/pages/views/network.js';
import { DataTable } from '../components/data-table.js';
import { Loading } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import type { DrawingViewProps } from './drawing-view.js';
import { NodeName } from './node-name.js';
import type { Places } from './layout.js';
import { networkState } from './state.js';
import { ViewTools } from './view-tools.js';

/** The table needs none of it. */
export const loadDrawing = () => import('./drawing-view.js');
const DrawingView = lazy(async () => ({ default: (await loadDrawing()).DrawingView }));

/** The network as a drawing, or as a table with the same content. */
export function NetworkView(props: Omit<DrawingViewProps, 'places'>) {
  const { search } = useSearchState();
  const { nodes, edges } = props;
  const places = useRef<Places>(new Map());
  return networkState(search).isTable ? (
    <>
      <ViewTools of={{ nodes, edges }} />
      <NodeTable nodes={nodes} />
    </>
  ) : (
    <Suspense fallback={<Loading />}>
      <DrawingView {...props} places={places} />
    </Suspense>
  );
}

function NodeTable({ nodes }: { readonly nodes: readonly GraphNode[] }) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const { selected } = networkState(search);
  // The figures are asked for when the table is opened.
  const figure = (value: number | undefined, digits?: number) =>
    value === undefined ? '' : numberText(language, value, digits);
  return (
    <DataTable
      label={words.network.table}
      rows={nodes}
      keyOf={({ key }) => key}
      selected={selected}
      order={{ value: search.get('sort'), change: (sort) => change({ sort }, true) }}
      columns={[
        {
          label: words.column.name,
          id: 'name',
          cell: (node) => <NodeName of={node} />,
          value: ({ name }) => name,
        },
        {
          label: words.column.kind,
          id: 'kind',
          cell: ({ kind }) => (kind === null ? '' : values.OrganizationType[kind]),
          value: ({ kind }) => kind && values.OrganizationType[kind],
          isMinor: true,
        },
        {
          label: words.column.degree,
          id: 'degree',
          cell: ({ degree }) => numberText(language, degree),
          value: ({ degree }) => degree,
          isNumber: true,
        },
        {
          label: words.column.weight,
          id: 'weight',
          cell: ({ weightedDegree }) => figure(weightedDegree),
          value: ({ weightedDegree }) => weightedDegree ?? null,
          isNumber: true,
          isMinor: true,
        },
        {
          label: words.column.betweenness,
          id: 'betweenness',
          cell: ({ betweenness }) => figure(betweenness, 4),
          value: ({ betweenness }) => betweenness ?? null,
          isNumber: true,
          isMinor: true,
        },
        {
          label: words.column.community,
          id: 'community',
          cell: ({ community }) => community?.name,
          value: ({ community }) => community?.name ?? null,
          isMinor: true,
        },
        {
          label: words.column.ties,
          cell: ({ key, name }) => (
            <button
              type="button"
              aria-pressed={key === selected}
              aria-label={`${words.network.evidence}: ${name}`}
              onClick={() => change({ node: key === selected ? null : key }, true)}
            >
              {words.network.evidence}
            </button>
          ),
        },
      ]}
    />
  );
}
