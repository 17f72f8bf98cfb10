import type { Organization } from '../../../src/pages/views/organization.js';
import { SourcesTable } from '../components/sources-table.js';
import { Section } from '../components/section.js';
import { useLanguage } from '../context.js';

/** Every source behind the facts of the page. */
export function Sources({ of: one }: { readonly of: Organization }) {
  const { words } = useLanguage();
  const { nodes, totalCount } = one.sources;
  return (
    <Section title={words.source.title} total={totalCount} shown={nodes.length}>
      <SourcesTable sources={nodes} />
    </Section>
  );
}
