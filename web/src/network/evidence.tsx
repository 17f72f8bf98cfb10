import { Link } from 'wouter';
import type { EvidenceFragment } from '../../../src/pages/generated/network.js';
import type { GraphNode } from '../../../src/pages/views/network.js';
import { periodText } from '../../../src/pages/views/organization.js';
import { Mark } from '../components/mark.js';
import { SourceButton } from '../components/source.js';
import { useLanguage } from '../context.js';

/** What two nodes are connected by: each tie with its period and its source. */
export function Evidence({ of: link }: { readonly of: EvidenceFragment }) {
  const language = useLanguage();
  const { words, values } = language;
  return (
    <ul className="evidence">
      {link.ties.map(({ kind, since, until, source, record }, at) => (
        <li key={`${record?.id ?? ''} ${at}`}>
          <span>{values.NetworkTieKind[kind]}</span>
          {record && 'title' in record && <span dir="auto">{record.title}</span>}
          <span className="hint">{periodText(language, { since, until })}</span>
          {source && <SourceButton of={source} />}
        </li>
      ))}
      {link.tieCount > link.ties.length && (
        <li>{words.network.more.replace('{n}', String(link.tieCount - link.ties.length))}</li>
      )}
    </ul>
  );
}

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
