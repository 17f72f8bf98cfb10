import type {
  NetworkEgoQuery,
  NetworkEgoQueryVariables,
  NetworkSelectedQuery,
} from '../generated/network.js';

type Around = NonNullable<NonNullable<NetworkEgoQuery['network']>['neighbourhood']>;
export type EgoEdge = Around['edges'][number];
export type TieEdge = NonNullable<
  NonNullable<NetworkSelectedQuery['network']>['neighbourhood']
>['edges'][number];
export type EgoNode = NonNullable<Around['nodes']>[number]['node'];

/** As many as can be read beside the other parts of a page; the network shows all. */
const MOST_AROUND = 60;

/** An organization and everything that it is connected with directly. */
export function egoVariables(node: string, current: boolean): NetworkEgoQueryVariables {
  return { node, first: MOST_AROUND, current };
}
