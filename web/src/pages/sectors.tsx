import type { SectorPartsFragment } from '../../../src/pages/generated/fragments.js';
import { SectorsDocument } from '../../../src/pages/generated/sectors.js';
import { numberText } from '../../../src/pages/language.js';
import { schemeOf, SECTOR_SCHEMES } from '../../../src/pages/views/sectors.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { PageHead } from '../components/page-head.js';
import { Section } from '../components/section.js';
import { SectorLink } from '../components/sectors.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

export function Page() {
  const language = useLanguage();
  const { words, values } = language;
  const { column } = words;
  const { search, change } = useSearchState();
  const scheme = schemeOf(search);
  const variables = { scheme };
  const answer = useAnswer(SectorsDocument, variables);
  const sectorColumn = {
    label: column.sector,
    cell: ({ sector }: { readonly sector: SectorPartsFragment }) => <SectorLink of={sector} />,
    value: ({ sector }: { readonly sector: SectorPartsFragment }) => sector.title,
  };
  return (
    <>
      <PageHead
        title={words.sectors.title}
        lead={words.sectors.lead}
        operation={SectorsDocument}
        variables={variables}
        downloads={[]}
      />
      <label className="field short">
        {words.sectors.scheme}
        <select value={scheme} onChange={({ target }) => change({ scheme: target.value })}>
          {SECTOR_SCHEMES.map((one) => (
            <option key={one} value={one}>
              {values.SectorScheme[one]}
            </option>
          ))}
        </select>
      </label>
      <Answer of={answer} isPage>
        {({ totals, unfundedNeeds }) => {
          const unfunded = unfundedNeeds.flatMap(({ node, needCount, initiativeCount }) =>
            'title' in node ? [{ sector: node, needCount, initiativeCount }] : [],
          );
          return (
            <>
              <Section title={words.sectors.unfunded} note={words.sectors.unfundedNote}>
                {unfunded.length === 0 ? (
                  <p className="state">{words.sectors.allFunded}</p>
                ) : (
                  <DataTable
                    label={words.sectors.unfunded}
                    rows={unfunded}
                    keyOf={({ sector }) => sector.id}
                    columns={[
                      sectorColumn,
                      {
                        label: words.initiatives.title,
                        cell: ({ initiativeCount }) => numberText(language, initiativeCount),
                        value: ({ initiativeCount }) => initiativeCount,
                        isNumber: true,
                      },
                      {
                        label: words.gathering.needs,
                        cell: ({ needCount }) => numberText(language, needCount),
                        value: ({ needCount }) => needCount,
                        isNumber: true,
                      },
                    ]}
                  />
                )}
              </Section>
              <Section title={words.sectors.title}>
                {totals.sectors.length === 0 ? (
                  <p className="state">{words.sectors.none}</p>
                ) : (
                  <DataTable
                    label={words.sectors.title}
                    rows={totals.sectors}
                    keyOf={({ sector }) => sector.id}
                    columns={[
                      sectorColumn,
                      {
                        label: words.organizations.title,
                        cell: ({ count }) => numberText(language, count),
                        value: ({ count }) => count,
                        isNumber: true,
                      },
                      {
                        label: words.initiatives.title,
                        cell: ({ sector }) => numberText(language, sector.initiatives.totalCount),
                        value: ({ sector }) => sector.initiatives.totalCount,
                        isNumber: true,
                      },
                      {
                        label: column.grants,
                        cell: ({ sector }) => numberText(language, sector.grants.totalCount),
                        value: ({ sector }) => sector.grants.totalCount,
                        isNumber: true,
                      },
                    ]}
                  />
                )}
              </Section>
            </>
          );
        }}
      </Answer>
    </>
  );
}
