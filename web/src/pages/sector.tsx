import { useParams } from 'wouter';
import { exportUrl } from '../../../src/pages/address.js';
import { SectorDocument } from '../../../src/pages/generated/sectors.js';
import { numberText } from '../../../src/pages/language.js';
import { gatheringLead, specialities } from '../../../src/pages/views/gathering.js';
import { sectorKey } from '../../../src/pages/views/places.js';
import { sectorMeasure, sectorVariables } from '../../../src/pages/views/sectors.js';
import { useAnswer } from '../api.js';
import { FactList } from '../components/fact-list.js';
import { Gathered } from '../components/gathering.js';
import { PageHead } from '../components/page-head.js';
import { RegionMap } from '../components/region-map.js';
import { Section } from '../components/section.js';
import { SectorLink } from '../components/sectors.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { useLanguage } from '../context.js';
import { NotFound } from './not-found.js';

export function Page() {
  const language = useLanguage();
  const { words, values } = language;
  const variables = sectorVariables(useParams<{ scheme: string; code: string }>());
  const answer = useAnswer(SectorDocument, variables);
  return (
    <Answer of={answer} isPage>
      {({ sector, regions, nowhere, grantTotals, here, everywhere }) =>
        sector === null ? (
          <NotFound />
        ) : (
          <article>
            <PageHead
              title={sector.title}
              lead={gatheringLead(language, sector)}
              parent={{ text: words.sectors.title, href: `/sectors?scheme=${sector.scheme}` }}
              operation={SectorDocument}
              variables={variables}
              downloads={[
                {
                  text: `${words.organizations.title}: CSV`,
                  href: exportUrl('organizations.csv', variables.organizations),
                },
                {
                  text: `${words.column.grants}: CSV`,
                  href: exportUrl('grants.csv', variables.grants),
                },
              ]}
            />
            <FactList
              facts={[
                [words.sectors.scheme, values.SectorScheme[sector.scheme]],
                [words.column.code, sector.code],
                [
                  words.gathering.parent,
                  sector.parent && <SectorLink key="parent" of={sector.parent} />,
                ],
                [
                  words.gathering.parts,
                  sector.children.nodes.length === 0 ? null : (
                    <ul className="plain-list">
                      {sector.children.nodes.map((child) => (
                        <li key={child.id}>
                          <SectorLink of={child} />{' '}
                          <span className="count">
                            {numberText(language, child.organizations.totalCount)}
                          </span>
                        </li>
                      ))}
                    </ul>
                  ),
                ],
                [words.source.label, <SourceButton key="source" of={sector.source} />],
              ]}
            />
            <Gathered
              of={sector}
              money={grantTotals}
              special={specialities(language, here, everywhere)}
              filter={`sector=${sectorKey(sector)}`}
            />
            <Section title={words.regions.around} note={words.regions.mapNote}>
              <RegionMap
                label={words.regions.around}
                regions={regions.nodes}
                measures={[sectorMeasure(language, nowhere, sector)]}
              />
            </Section>
          </article>
        )
      }
    </Answer>
  );
}
