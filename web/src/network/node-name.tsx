import { Link } from 'wouter';
import type { GraphNode } from '../../../src/pages/views/network.js';
import { Mark } from '../components/mark.js';

type End = Pick<GraphNode, 'name' | 'kind' | 'organization'>;

/** A node by its name. An organization leads to its page; a group has none. */
export function NodeName({ of: { name, kind, organization } }: { readonly of: End }) {
  return (
    <span className="entity">
      <Mark kind={kind} />
      {organization === null ? (
        <span dir="auto">{name}</span>
      ) : (
        <Link href={`/organizations/${encodeURIComponent(organization.slug)}`} dir="auto">
          {name}
        </Link>
      )}
    </span>
  );
}
