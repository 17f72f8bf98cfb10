import type { DrawableNode, GraphNode } from '../../../src/pages/views/network.js';
import { ORGANIZATION_TYPES } from '../../../src/pages/views/organizations.js';
import { Mark } from '../components/mark.js';
import { useLanguage } from '../context.js';
import { communityColor } from './scene.js';

/** What the colors and shapes of kinds mean. */
export function KindLegend({ nodes }: { readonly nodes: readonly DrawableNode[] }) {
  const { words, values } = useLanguage();
  const kinds = ORGANIZATION_TYPES.filter((type) => nodes.some(({ kind }) => kind === type));
  return (
    <ul className="legend" aria-label={words.network.legend}>
      {kinds.map((kind) => (
        <li key={kind} className="entity">
          <Mark kind={kind} /> {values.OrganizationType[kind]}
        </li>
      ))}
    </ul>
  );
}

/** The largest communities with their colors. */
export function CommunityLegend({ nodes }: { readonly nodes: readonly GraphNode[] }) {
  const { words } = useLanguage();
  const communities = [
    ...new Map(
      nodes.flatMap(({ community }) => (community ? [[community.number, community] as const] : [])),
    ).values(),
  ].sort((a, b) => a.number - b.number);
  return (
    <ul className="legend" aria-label={words.network.legend}>
      {communities
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
