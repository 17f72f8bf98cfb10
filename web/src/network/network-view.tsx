import { useMemo } from 'react';
import { numberText } from '../../../src/pages/language.js';
import type { GraphEdge, GraphNode } from '../../../src/pages/views/network.js';
import { DataTable } from '../components/data-table.js';
import { useLanguage, useSearchState } from '../context.js';
import { NetworkCanvas, type CanvasActions } from './canvas.js';
import { NodeName } from './evidence.js';
import { useLayout } from './layout.js';
import { CommunityLegend, KindLegend } from './legend.js';
import { makeScene } from './scene.js';
import { networkState, readPins, writePins } from './state.js';
import { useTheme } from './theme.js';
import { ViewSwitch } from './view-switch.js';

/** Loaded when a file is asked for: most visits never do. */
const picture = () => import('./picture.js');

interface NetworkViewProps {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly path: readonly string[];
  /** What is shown, in words, for files. */
  readonly title: string;
}

/** The network as a drawing, or as a table with the same content. */
export function NetworkView({ nodes, edges, path, title }: NetworkViewProps) {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const { isTable, color, size, selected, pins: pinText } = networkState(search);
  const scene = useMemo(
    () => makeScene(nodes, edges, { color, size }),
    [nodes, edges, color, size],
  );
  const pins = useMemo(() => readPins(pinText), [pinText]);
  const layout = useLayout(scene, pins);
  const theme = useTheme();
  const emphasis = useMemo(() => ({ selected, path }), [selected, path]);
  const node = nodes.find(({ key }) => key === selected);
  const actions: CanvasActions = {
    select: (key) => change({ node: key }, true),
    focus: (key) => change({ focus: key, node: null }),
    connect: (key) => change({ from: selected ?? key, to: selected === null ? null : key }),
    pin: (key, point) => change({ pins: writePins(new Map([...pins, [key, point]])) }, true),
  };
  const canvas = () => document.querySelector<HTMLCanvasElement>('.drawing canvas');
  const savePicture = () =>
    canvas()?.toBlob((blob) => {
      if (blob) void picture().then(({ save }) => save(blob, 'network.png'));
    });
  const saveSvg = async () => {
    const { save, svgOf } = await picture();
    const svg = svgOf(scene, layout.places, { ...emphasis, hovered: null }, theme, {
      title,
      address: location.href,
    });
    save(new Blob([svg], { type: 'image/svg+xml' }), 'network.svg');
  };
  return (
    <>
      <div className="view-tools">
        <ViewSwitch
          isTable={isTable}
          change={(table) => change({ view: table ? 'table' : null })}
        />
        <div className="toolbar" role="group" aria-label={words.network.image}>
          {!isTable && (
            <>
              <button type="button" onClick={savePicture}>
                PNG
              </button>
              <button type="button" onClick={() => void saveSvg()}>
                SVG
              </button>
            </>
          )}
          <button
            type="button"
            onClick={() =>
              void picture().then(({ save, csvOf }) =>
                save(csvOf(language, { nodes, edges, isTable }), 'network-shown.csv'),
              )
            }
          >
            CSV
          </button>
          {pins.size > 0 && (
            <button type="button" onClick={() => change({ pins: null })}>
              {words.network.moved} ({pins.size})
            </button>
          )}
        </div>
      </div>
      {isTable ? (
        <NodeTable nodes={nodes} />
      ) : (
        <>
          <NetworkCanvas
            scene={scene}
            layout={layout}
            emphasis={emphasis}
            actions={actions}
            status={node ? `${node.name}: ${words.column.degree} ${node.degree}` : ''}
          />
          {color === 'kind' ? <KindLegend nodes={nodes} /> : <CommunityLegend nodes={nodes} />}
        </>
      )}
    </>
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
      columns={[
        {
          label: words.column.name,
          cell: (node) => <NodeName of={node} />,
          value: ({ name }) => name,
        },
        {
          label: words.column.kind,
          cell: ({ kind }) => (kind === null ? '' : values.OrganizationType[kind]),
          value: ({ kind }) => kind && values.OrganizationType[kind],
          isMinor: true,
        },
        {
          label: words.column.degree,
          cell: ({ degree }) => numberText(language, degree),
          value: ({ degree }) => degree,
          isNumber: true,
        },
        {
          label: words.column.weight,
          cell: ({ weightedDegree }) => figure(weightedDegree),
          value: ({ weightedDegree }) => weightedDegree ?? null,
          isNumber: true,
          isMinor: true,
        },
        {
          label: words.column.betweenness,
          cell: ({ betweenness }) => figure(betweenness, 4),
          value: ({ betweenness }) => betweenness ?? null,
          isNumber: true,
          isMinor: true,
        },
        {
          label: words.column.community,
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
