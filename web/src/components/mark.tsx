import { Link } from 'wouter';
import type { OrganizationType } from '../../../src/pages/generated/fragments.js';
import { useLanguage } from '../context.js';
import { SHAPES } from '../marks.js';

/** The small sign of a kind of organization; its name is for screen readers and on hover. */
export function Mark({ kind }: { readonly kind: OrganizationType | null }) {
  const { values } = useLanguage();
  if (kind === null) return null;
  return (
    <svg className={`mark kind-${kind.toLowerCase()}`} viewBox="-1.2 -1.2 2.4 2.4" role="img">
      <title>{values.OrganizationType[kind]}</title>
      <path d={SHAPES[kind]} />
    </svg>
  );
}

interface Named {
  readonly slug: string;
  readonly name: string;
  readonly type: OrganizationType;
}

/** An organization by its name, which leads to its page. */
export function OrganizationLink({ of: { slug, name, type } }: { readonly of: Named }) {
  return (
    <span className="entity">
      <Mark kind={type} />
      <Link href={`/organizations/${encodeURIComponent(slug)}`} dir="auto">
        {name}
      </Link>
    </span>
  );
}

/** Several organizations, and how many there are beyond those shown. */
export function OrganizationList({
  of,
  total = of.length,
}: {
  readonly of: readonly Named[];
  readonly total?: number;
}) {
  const { words } = useLanguage();
  if (of.length === 0) return <Unknown />;
  return (
    <ul className="inline-list">
      {of.map((one) => (
        <li key={one.slug}>
          <OrganizationLink of={one} />
        </li>
      ))}
      {total > of.length && <li>{words.network.more.replace('{n}', String(total - of.length))}</li>}
    </ul>
  );
}

/** A value that no source states. It is never shown as zero or as nothing. */
export function Unknown() {
  const { words } = useLanguage();
  return <span className="unknown">{words.state.unknown}</span>;
}
