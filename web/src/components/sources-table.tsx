import type { SourcePartsFragment } from '../../../src/pages/generated/fragments.js';
import { dateText } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';
import { DataTable } from './data-table.js';
import { Unknown } from './mark.js';

export function SourcesTable({ sources }: { readonly sources: readonly SourcePartsFragment[] }) {
  const language = useLanguage();
  const { words, values } = language;
  return (
    <DataTable
      label={words.source.title}
      rows={sources}
      keyOf={({ id }) => id}
      columns={[
        {
          label: words.column.title,
          cell: ({ title, url }) =>
            url !== null && /^https?:/i.test(url) ? (
              <a href={url} rel="noreferrer" dir="auto">
                {title}
              </a>
            ) : (
              <span dir="auto">{title}</span>
            ),
          value: ({ title }) => title,
        },
        {
          label: words.source.publisher,
          cell: ({ publisher }) => publisher ?? <Unknown />,
          value: ({ publisher }) => publisher,
        },
        {
          label: words.source.published,
          cell: ({ publishedOn }) =>
            publishedOn === null ? <Unknown /> : dateText(language, publishedOn),
          value: ({ publishedOn }) => publishedOn,
          isMinor: true,
        },
        {
          label: words.column.license,
          cell: ({ licence }) => licence ?? <Unknown />,
          value: ({ licence }) => licence,
          isMinor: true,
        },
        {
          label: words.source.confidence,
          cell: ({ confidence }) => values.Confidence[confidence],
          value: ({ confidence }) => values.Confidence[confidence],
        },
      ]}
    />
  );
}
