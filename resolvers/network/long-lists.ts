import { responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../src/context.js';
import { directions, LinkRow } from '../../src/network/link-rows.js';
import type { ListQuestion } from '../../src/network/list-text.js';
import type { OpenNetwork } from '../../src/network/network.js';
import { rowsWith, type NodeColumns } from '../../src/network/node-row.js';
import { nodeColumns, type NodeRow } from '../../src/network/node-rows.js';
import type { Numbers } from '../../src/network/shared-arrays.js';
import { inTurns } from './in-turns.js';
import { hasField, shapeOf } from './list-shape.js';
import { askedMetrics } from './network-selection.js';

/** An edge of a network, whose nodes and records resolvers can ask for. */
export type EdgeRow = LinkRow<OpenNetwork>;

/** Lists of fewer entries are not worth the way to a worker and back. */
const FROM_ENTRIES = 100;

/** Nodes with their metrics: written by a worker if nothing else is selected and there are many of them. */
export async function longNodes(
  network: OpenNetwork,
  nodes: Numbers,
  columns: NodeColumns,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<(NodeRow | Promise<NodeRow>)[]> {
  const isWritten = await written(network, { of: 'NODES', items: nodes, columns }, context, info);
  return isWritten ? [] : inTurns(nodes, rowsWith(network.view, columns, network));
}

/** Edges: written by a worker if all that is selected comes from the network and there are many of them. */
export async function longEdges(
  network: OpenNetwork,
  edges: Numbers,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<(EdgeRow | Promise<EdgeRow>)[]> {
  const isWritten = await written(network, { of: 'EDGES', items: edges }, context, info);
  if (isWritten) return [];
  return inTurns(directions(network.view.graph, edges), (one) => new LinkRow(network, one));
}

async function written(
  network: OpenNetwork,
  {
    of,
    items,
    columns,
  }: Pick<ListQuestion, 'of'> & { readonly items: Numbers; readonly columns?: NodeColumns },
  { lists, patience }: Context,
  info: GraphQLResolveInfo,
): Promise<boolean> {
  if (lists === undefined || items.length < FROM_ENTRIES) return false;
  const shape = shapeOf(info);
  if (shape === null) return false;
  const { view, request } = network;
  const bridges = hasField(shape, 'isBridge')
    ? orNull(view.weakPoints(patience).then((weak) => weak.bridges))
    : null;
  const measured = columns ?? orNull(nodeColumns(network, askedMetrics(info), patience));
  const [own, values] = [await bridges, await measured];
  // The resolver of the field reports the error.
  if (values === null || (bridges !== null && own === null)) return false;
  const key = JSON.stringify([of, shape, request.options, request.numberedAsOf]);
  const list = await view.listText(
    { of, items, shape, columns: values, bridges: own },
    key,
    patience,
  );
  if (list === null) return false;
  lists.add(responsePathAsArray(info.path), list);
  return true;
}

const orNull = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null);
