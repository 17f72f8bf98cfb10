import { sankey, sankeyLinkHorizontal, type SankeyGraph } from 'd3-sankey';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  FundingFlowsDocument,
  type FundingFlowsQuery,
  type Measure,
} from '../../../src/pages/generated/funding.js';
import { count, moneyText, numberText, type Language } from '../../../src/pages/language.js';
import { excluding, FACETS, grantFilter, type Funding } from '../../../src/pages/views/funding.js';
import type { Answered } from '../../../src/pages/view.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { Money } from '../components/money.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

type Flows = Answered<FundingFlowsQuery>['grantFlows'];
type FlowNode = Flows['nodes'][number];

const COLUMNS = 4;
const ROW = 38;
/** Below this, the drawing scrolls. */
const LEAST_WIDTH = 660;

/** Where the money goes, in one currency at a time: funder, program, recipient, sector. */
export function FlowsSection({ data: { grantTotals } }: { readonly data: Funding }) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const offered = grantTotals.amounts.toSorted((a, b) => b.grantCount - a.grantCount);
  const chosen =
    offered.find(({ measure, currency }) => `${measure}-${currency}` === search.get('flows')) ??
    offered[0];
  const measure: Measure = chosen?.measure ?? 'AWARDED';
  const currency = chosen?.currency ?? 'EUR';
  const answer = useAnswer(
    FundingFlowsDocument,
    { filter: grantFilter(search), currency, measure },
    { isEnabled: chosen !== undefined },
  );
  if (chosen === undefined) return null;
  return (
    <Section title={words.funding.flows} note={words.funding.flowsNote}>
      <label className="convert">
        {words.column.amount}{' '}
        <select
          value={`${measure}-${currency}`}
          onChange={({ target }) => change({ flows: target.value })}
        >
          {offered.map((one) => (
            <option key={`${one.measure}-${one.currency}`} value={`${one.measure}-${one.currency}`}>
              {values.Measure[one.measure]}, {one.currency}
            </option>
          ))}
        </select>
      </label>
      <Answer of={answer}>
        {({ grantFlows }) => (
          <>
            {grantFlows.links.length === 0 ? (
              <p className="state">{words.funding.noMoney}</p>
            ) : (
              <Sankey flows={grantFlows} />
            )}
            {grantFlows.leftOutCount > 0 && (
              <p className="note">
                {count(language, words.funding.flowsLeftOut, grantFlows.leftOutCount)}
              </p>
            )}
            {grantFlows.equallySplitCount > 0 && (
              <p className="note">
                {count(language, words.funding.split, grantFlows.equallySplitCount)}
              </p>
            )}
            <details>
              <summary>{words.network.table}</summary>
              <FlowTable flows={grantFlows} />
            </details>
          </>
        )}
      </Answer>
    </Section>
  );
}

function labelOf({ words }: Language, { kind, label }: FlowNode): string {
  if (kind === 'REST') return words.funding.rest;
  return kind === 'UNKNOWN' ? words.funding.unknown : (label ?? '');
}

interface Placed {
  readonly name: string;
}

/** The flows as bands. Each node narrows the page to its value. */
function Sankey({ flows }: { readonly flows: Flows }) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const perColumn = Array.from(
    { length: COLUMNS },
    (_, level) => flows.nodes.filter((node) => node.level === level).length,
  );
  const height = Math.max(120, Math.max(...perColumn) * ROW);
  const [width, setWidth] = useState(LEAST_WIDTH);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!frame.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(LEAST_WIDTH, Math.floor(entry.contentRect.width)));
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  const graph = useMemo(() => layOut(flows, width, height), [flows, width, height]);
  const byName = new Map(flows.nodes.map((node) => [node.name, node]));
  const narrow = ({ dimension, key }: FlowNode) => {
    const parameter = FACETS.find(([one]) => one === dimension)?.[1];
    if (parameter === undefined || key === null) return;
    change({ [parameter]: key, [excluding(parameter)]: null, after: null });
  };
  const line = sankeyLinkHorizontal<Placed, { value: number }>();
  const title = `${values.Measure[flows.measure]}, ${flows.currency}`;
  return (
    <div
      className="table-frame"
      ref={frame}
      tabIndex={0}
      role="group"
      aria-label={words.funding.flows}
    >
      <svg
        className="sankey"
        width={width}
        height={height + 32}
        role="group"
        aria-label={`${words.funding.flows}: ${title}`}
      >
        {(['FUNDER', 'PROGRAMME', 'RECIPIENT', 'SECTOR'] as const).map((dimension, level) => (
          <text key={dimension} x={columnX(level, width)} y={14} className="sankey-column">
            {values.GrantDimension[dimension]}
          </text>
        ))}
        <g transform="translate(0 24)">
          <g className="sankey-links" aria-hidden="true">
            {graph.links.map((link, at) => (
              <path key={at} d={line(link) ?? ''} strokeWidth={Math.max(1, link.width ?? 1)} />
            ))}
          </g>
          {graph.nodes.map((placed) => {
            const node = byName.get(placed.name);
            if (!node) return null;
            const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = placed;
            const label = labelOf(language, node);
            const amount = moneyText(language, node.amount);
            const isOn = search.has(node.dimension.toLowerCase());
            return (
              <g
                key={placed.name}
                role={node.key === null ? 'img' : 'button'}
                tabIndex={node.key === null ? undefined : 0}
                aria-label={node.key === null ? `${label}: ${amount}` : undefined}
                aria-pressed={node.key === null ? undefined : isOn}
                className="sankey-node"
                onClick={() => narrow(node)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  narrow(node);
                }}
              >
                <title>{`${label}: ${amount}`}</title>
                <rect x={x0} y={y0} width={x1 - x0} height={Math.max(2, y1 - y0)} />
                <text x={x1 + 6} y={(y0 + y1) / 2} className="sankey-label">
                  {shortened(label, width / COLUMNS)}
                </text>
                <text x={x1 + 6} y={(y0 + y1) / 2 + 13} className="sankey-amount">
                  {amount}
                </text>
              </g>
            );
          })}
        </g>
      </svg>
    </div>
  );
}

const LETTER_WIDTH = 6.6;

/** As much of a label as has space in its column. */
function shortened(label: string, width: number): string {
  const most = Math.floor((width - 30) / LETTER_WIDTH);
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

const columnX = (level: number, width: number) => (level * width) / COLUMNS;

/** Each node is in the column of its dimension, so no flow leads back, and the layout ends. */
function layOut(
  flows: Flows,
  width: number,
  height: number,
): SankeyGraph<Placed, { value: number }> {
  const levels = new Map(flows.nodes.map(({ name, level }) => [name, level]));
  const layout = sankey<Placed, { value: number; source: string; target: string }>()
    .nodeId(({ name }) => name)
    .nodeWidth(10)
    .nodePadding(26)
    .nodeAlign(({ name }) => levels.get(name) ?? 0)
    .extent([
      [0, 4],
      [columnX(COLUMNS - 1, width) + 10, height - 12],
    ]);
  return layout({
    nodes: flows.nodes.map(({ name }) => ({ name })),
    links: flows.links.map(({ from, to, amount }) => ({
      source: from,
      target: to,
      // Only for the width of the band; what is written is exact.
      value: Math.max(0, Number(amount.amount)),
    })),
  });
}

function FlowTable({ flows }: { readonly flows: Flows }) {
  const language = useLanguage();
  const { words } = language;
  const byName = new Map(flows.nodes.map((node) => [node.name, node]));
  const nameOf = (name: string) => {
    const node = byName.get(name);
    return node ? labelOf(language, node) : name;
  };
  return (
    <DataTable
      label={words.funding.flows}
      rows={flows.links}
      keyOf={({ from, to }) => `${from} ${to}`}
      columns={[
        {
          label: words.column.from,
          cell: ({ from }) => <span dir="auto">{nameOf(from)}</span>,
          value: ({ from }) => nameOf(from),
        },
        {
          label: words.column.to,
          cell: ({ to }) => <span dir="auto">{nameOf(to)}</span>,
          value: ({ to }) => nameOf(to),
        },
        {
          label: words.column.amount,
          cell: ({ amount }) => <Money of={amount} />,
          value: ({ amount }) => Number(amount.amount),
          isNumber: true,
        },
        {
          label: words.column.grants,
          cell: ({ grantCount }) => numberText(language, grantCount),
          value: ({ grantCount }) => grantCount,
          isNumber: true,
        },
      ]}
    />
  );
}
