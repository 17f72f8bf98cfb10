import { useMemo } from 'react';
import { guardFormula } from '../../../src/domain/formula-guard.js';
import { numberText } from '../../../src/pages/language.js';
import type { GraphEdge, GraphNode } from '../../../src/pages/views/network.js';
import { DataTable } from '../components/data-table.js';
import { Mark } from '../components/mark.js';
import { useLanguage, useSearchState } from '../context.js';
import { ORGANIZATION_TYPES } from '../../../src/pages/views/organizations.js';
import { NetworkCanvas, type CanvasActions } from './canvas.js';
import { NodeName } from './evidence.js';
import { useLayout } from './layout.js';
import { communityColor, makeScene } from './scene.js';
import { networkState, readPins, writePins } from './state.js';
import { useTheme } from './theme.js';

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
  const { words } = useLanguage();
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
        <fieldset className="switch">
          <legend className="visually-hidden">{words.network.view}</legend>
          {[false, true].map((table) => (
            <label key={String(table)} className="choice">
              <input
                type="radio"
                name="view"
                checked={isTable === table}
                onChange={() => change({ view: table ? 'table' : null })}
              />
              {table ? words.network.table : words.network.drawing}
            </label>
          ))}
        </fieldset>
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
              void picture().then(({ save }) => save(csvOf(nodes, edges), 'network-shown.csv'))
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
          <Legend nodes={nodes} byKind={color === 'kind'} />
        </>
      )}
    </>
  );
}

/** The edges that are shown, by the names of their ends. */
function csvOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Blob {
  const nameOf = new Map(nodes.map(({ key, name }) => [key, name]));
  const cell = (text: string) => `"${guardFormula(text).replaceAll('"', '""')}"`;
  const lines = edges.map(({ fromKey, toKey, weight, kinds }) =>
    [
      cell(nameOf.get(fromKey) ?? fromKey),
      cell(nameOf.get(toKey) ?? toKey),
      String(weight),
      cell(kinds.join(';')),
    ].join(','),
  );
  // Excel needs the byte order mark for č and ć.
  return new Blob(['\ufefffrom,to,weight,kinds\r\n', lines.join('\r\n'), '\r\n'], {
    type: 'text/csv',
  });
}

function NodeTable({ nodes }: { readonly nodes: readonly GraphNode[] }) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const { selected } = networkState(search);
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
          cell: ({ weightedDegree }) => numberText(language, weightedDegree),
          value: ({ weightedDegree }) => weightedDegree,
          isNumber: true,
          isMinor: true,
        },
        {
          label: words.column.betweenness,
          cell: ({ betweenness }) => numberText(language, betweenness, 4),
          value: ({ betweenness }) => betweenness,
          isNumber: true,
          isMinor: true,
        },
        {
          label: words.column.community,
          cell: ({ community }) => community.name,
          value: ({ community }) => community.name,
          isMinor: true,
        },
        {
          label: words.column.ties,
          cell: ({ key, name }) => (
            <button
              type="button"
              aria-pressed={key === selected}
              aria-label={`${words.network.neighbors}: ${name}`}
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

/** What the colors and shapes mean. */
function Legend({
  nodes,
  byKind,
}: {
  readonly nodes: readonly GraphNode[];
  readonly byKind: boolean;
}) {
  const { words, values } = useLanguage();
  const kinds = ORGANIZATION_TYPES.filter((type) => nodes.some(({ kind }) => kind === type));
  const communities = [
    ...new Map(nodes.map(({ community }) => [community.number, community])).values(),
  ].sort((a, b) => a.number - b.number);
  return (
    <ul className="legend" aria-label={words.network.legend}>
      {byKind
        ? kinds.map((kind) => (
            <li key={kind} className="entity">
              <Mark kind={kind} /> {values.OrganizationType[kind]}
            </li>
          ))
        : communities
            .filter(({ number }) => communityColor(number).startsWith('--community'))
            .map(({ number, name }) => (
              <li key={number} className="entity">
                <svg className={`mark community-${number}`} viewBox="-1 -1 2 2" aria-hidden="true">
                  <circle r="1" />
                </svg>
                {name}
              </li>
            ))}
    </ul>
  );
}
