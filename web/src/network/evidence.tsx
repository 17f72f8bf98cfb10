import type { EvidenceFragment } from '../../../src/pages/generated/network.js';
import { periodText } from '../../../src/pages/views/organization.js';
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
