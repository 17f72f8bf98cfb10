import { useMemo, type RefObject } from 'react';
import { useLanguage, useSearchState } from '../context.js';
import { NetworkCanvas, type CanvasActions } from './canvas.js';
import type { GraphPart } from './expanded.js';
import { useLayout, type Places } from './layout.js';
import { CommunityLegend, KindLegend } from './legend.js';
import { makeScene } from './scene.js';
import { networkState, readPins, writePins } from './state.js';
import { useTheme } from './theme.js';
import { files, ViewTools } from './view-tools.js';

export interface DrawingViewProps extends GraphPart {
  /** What is shown, in words, for files. */
  readonly title: string;
  readonly path: readonly string[];
  readonly places: RefObject<Places>;
}

/** The network as a drawing. */
export function DrawingView({ nodes, edges, title, path, places }: DrawingViewProps) {
  const { words } = useLanguage();
  const { search, change } = useSearchState();
  const { color, size, selected, pins: pinText } = networkState(search);
  const scene = useMemo(
    () => makeScene(nodes, edges, { color, size }),
    [nodes, edges, color, size],
  );
  const pins = useMemo(() => readPins(pinText), [pinText]);
  const layout = useLayout(scene, pins, places);
  const theme = useTheme();
  const emphasis = useMemo(() => ({ selected, path }), [selected, path]);
  const node = nodes.find(({ key }) => key === selected);
  const actions: CanvasActions = {
    select: (key) => change({ node: key }, true),
    focus: (key) => change({ focus: key, node: null }),
    connect: (key) => change({ from: selected ?? key, to: selected === null ? null : key }),
    pin: (key, point) => change({ pins: writePins(new Map([...pins, [key, point]])) }, true),
  };
  const about = { title, address: location.href };
  const savePng = () =>
    document.querySelector<HTMLCanvasElement>('.drawing canvas')?.toBlob((blob) => {
      if (blob) void files().then(({ save }) => save(blob, 'network.png'));
    });
  const saveSvg = async () => {
    const [{ save }, { svgOf }] = await Promise.all([files(), import('./picture.js')]);
    const svg = svgOf(scene, layout.places, { ...emphasis, hovered: null }, theme, about);
    save(new Blob([svg], { type: 'image/svg+xml' }), 'network.svg');
  };
  const saveFile = async (format: 'gexf' | 'graphml') => {
    const { save, gexfOf, graphmlOf } = await files();
    const drawn = { nodes, edges, places: layout.places, ...about };
    save(format === 'gexf' ? gexfOf(drawn) : graphmlOf(drawn), `network-shown.${format}`);
  };
  return (
    <>
      <ViewTools of={{ nodes, edges }}>
        <button type="button" onClick={savePng}>
          PNG
        </button>
        <button type="button" onClick={() => void saveSvg()}>
          SVG
        </button>
        <button type="button" onClick={() => void saveFile('gexf')}>
          GEXF
        </button>
        <button type="button" onClick={() => void saveFile('graphml')}>
          GraphML
        </button>
      </ViewTools>
      <NetworkCanvas
        scene={scene}
        layout={layout}
        emphasis={emphasis}
        actions={actions}
        status={node ? `${node.name}: ${words.column.degree} ${node.degree}` : ''}
      />
      {color === 'kind' ? <KindLegend nodes={nodes} /> : <CommunityLegend nodes={nodes} />}
    </>
  );
}
