import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import {
  NetworkEgoDocument,
  NetworkSelectedDocument,
} from '../../../src/pages/generated/network.js';
import { numberText } from '../../../src/pages/language.js';
import {
  egoVariables,
  type EgoEdge,
  type EgoNode,
  type TieEdge,
} from '../../../src/pages/views/ego.js';
import type { Organization } from '../../../src/pages/views/organization.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { useLanguage } from '../context.js';
import { NetworkCanvas, type CanvasActions } from '../network/canvas.js';
import { Evidence } from '../network/evidence.js';
import { NodeName } from '../network/node-name.js';
import { MOST_ADDED } from '../network/expanded.js';
import { useLayout, type Point } from '../network/layout.js';
import { KindLegend } from '../network/legend.js';
import { makeScene } from '../network/scene.js';
import { ViewSwitch } from '../network/view-switch.js';

/** Whom the organization is connected with directly, as a drawing or as a table with the evidence. */
export function EgoNetwork({ of: one }: { readonly of: Organization }) {
  const known = useAnswer(NetworkEgoDocument, egoVariables(one.id, false));
  // An organization that is newer than the network needs the next one, which takes longer.
  const isNew = known.data?.network.neighbourhood === null;
  const current = useAnswer(NetworkEgoDocument, egoVariables(one.id, true), { isEnabled: isNew });
  return (
    <Answer of={isNew ? current : known}>
      {({ network: { neighbourhood } }) =>
        neighbourhood === null ? null : (
          <Around
            of={one}
            nodes={(neighbourhood.nodes ?? []).map(({ node }) => node)}
            edges={neighbourhood.edges}
          />
        )
      }
    </Answer>
  );
}

interface AroundProps {
  readonly of: Organization;
  readonly nodes: readonly EgoNode[];
  readonly edges: readonly EgoEdge[];
}

function Around({ of: one, nodes, edges }: AroundProps) {
  const language = useLanguage();
  const { words } = language;
  const [, navigate] = useLocation();
  const [isTable, setTable] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const [pins, setPins] = useState<ReadonlyMap<string, Point>>(new Map());
  const scene = useMemo(
    () => makeScene(nodes, edges, { color: 'kind', size: 'degree' }),
    [nodes, edges],
  );
  const layout = useLayout(scene, pins);
  const emphasis = useMemo(() => ({ selected, path: [] }), [selected]);
  const node = nodes.find(({ key }) => key === selected);
  const network = (parameters: Readonly<Record<string, string>>) =>
    `/network?${new URLSearchParams(parameters).toString()}`;
  const actions: CanvasActions = {
    select: setSelected,
    focus: (key) => navigate(network({ focus: key })),
    connect: (key) => navigate(network({ from: one.id, to: key })),
    pin: (key, point) => setPins(new Map([...pins, [key, point]])),
  };
  const total = nodes.find(({ key }) => key === one.id)?.degree ?? 0;
  return (
    <Section title={words.organization.around} total={total} shown={nodes.length - 1}>
      <div className="view-tools">
        <ViewSwitch isTable={isTable} change={setTable} />
        <Link className="button" href={network({ focus: one.id })}>
          {words.organization.inNetwork}
        </Link>
      </div>
      {isTable ? (
        <Ties of={one} />
      ) : (
        <div className="ego">
          <NetworkCanvas
            scene={scene}
            layout={layout}
            emphasis={emphasis}
            actions={actions}
            isPart
            status={node ? `${node.name}: ${words.column.degree} ${node.degree}` : ''}
          />
          <KindLegend nodes={nodes} />
          {node && node.key !== one.id && (
            <div className="selected-tie">
              <h3>
                <NodeName of={node} />
              </h3>
              <Ties of={one} to={node.key} />
            </div>
          )}
        </div>
      )}
    </Section>
  );
}

/** What the organization is connected by: with all its neighbors as a table, or with one. Asked for when it is shown. */
function Ties({ of: one, to }: { readonly of: Organization; readonly to?: string }) {
  const language = useLanguage();
  const { column, network, organization } = language.words;
  const answer = useAnswer(NetworkSelectedDocument, {
    filter: {},
    ties: null,
    asOf: null,
    level: 'ORGANIZATION',
    node: one.id,
    first: MOST_ADDED,
  });
  const other = (edge: TieEdge) => (edge.fromKey === one.id ? edge.to : edge.from);
  return (
    <Answer of={answer}>
      {({ network: { neighbourhood } }) => {
        const own = (neighbourhood?.edges ?? []).filter(
          ({ fromKey, toKey }) => fromKey === one.id || toKey === one.id,
        );
        if (to !== undefined) {
          return own
            .filter((edge) => other(edge).key === to)
            .map((edge) => <Evidence key={to} of={edge} />);
        }
        return (
          <DataTable
            label={organization.around}
            rows={own}
            keyOf={({ fromKey, toKey }) => `${fromKey} ${toKey}`}
            columns={[
              {
                label: column.name,
                cell: (edge) => <NodeName of={other(edge)} />,
                value: (edge) => other(edge).name,
              },
              {
                label: column.ties,
                cell: ({ tieCount }) => numberText(language, tieCount),
                value: ({ tieCount }) => tieCount,
                isNumber: true,
              },
              { label: network.evidence, cell: (edge) => <Evidence of={edge} /> },
            ]}
          />
        );
      }}
    </Answer>
  );
}
