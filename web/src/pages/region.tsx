import { Link, useParams } from 'wouter';
import { exportUrl } from '../../../src/pages/address.js';
import { RegionDocument } from '../../../src/pages/generated/regions.js';
import { count as countText, dateText, numberText } from '../../../src/pages/language.js';
import { organizationMeasure } from '../../../src/pages/map/drawing.js';
import { gatheringLead, specialities } from '../../../src/pages/views/gathering.js';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import {
  knownOnlyByLarger,
  largerName,
  regionVariables,
} from '../../../src/pages/views/regions.js';
import { useAnswer } from '../api.js';
import { FactList } from '../components/fact-list.js';
import { Gathered } from '../components/gathering.js';
import { PageHead } from '../components/page-head.js';
import { RegionMap } from '../components/region-map.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { useLanguage } from '../context.js';
import { NotFound } from './not-found.js';

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const variables = regionVariables(useParams<{ code: string }>());
  const answer = useAnswer(RegionDocument, variables);
  return (
    <Answer of={answer} isPage>
      {({ region, regions, unplaced, grantTotals, here, everywhere }) =>
        region === null ? (
          <NotFound />
        ) : (
          <article>
            <PageHead
              title={regionName(language, region)}
              lead={gatheringLead(language, region)}
              parent={{ text: words.regions.title, href: '/regions' }}
              operation={RegionDocument}
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
                [words.column.code, `NUTS ${region.code}`],
                [
                  words.gathering.parent,
                  region.parent && (
                    <Link href={regionPath(region.parent)}>
                      {regionName(language, region.parent)}
                    </Link>
                  ),
                ],
                [
                  words.gathering.parts,
                  region.children.nodes.length === 0 ? null : (
                    <ul className="inline-list">
                      {region.children.nodes.map((child) => (
                        <li key={child.id}>
                          <Link href={regionPath(child)}>{regionName(language, child)}</Link>{' '}
                          <span className="count">
                            {numberText(
                              language,
                              // A region with one part is that part.
                              (region.children.nodes.length === 1 ? region : child).organizations
                                .totalCount,
                            )}
                          </span>
                        </li>
                      ))}
                    </ul>
                  ),
                ],
                [words.source.label, <SourceButton key="source" of={region.source} />],
              ]}
            />
            {knownOnlyByLarger(region).map(({ region: larger, count }) => (
              <p key={larger.id} className="note only-larger">
                {countText(language, words.regions.onlyLarger, count)}{' '}
                <Link href={regionPath(larger)}>{largerName(language, larger)}</Link>
              </p>
            ))}
            <Gathered
              of={region}
              money={grantTotals}
              special={specialities(language, here, everywhere)}
              filter={`region=${region.code}`}
            />
            <Section title={words.regions.around} note={words.regions.mapNote}>
              <RegionMap
                label={words.regions.around}
                regions={regions.nodes}
                measures={[organizationMeasure(language, unplaced)]}
                here={region.code}
              />
            </Section>
            <Section
              title={words.home.events}
              total={region.events.totalCount}
              shown={region.events.nodes.length}
            >
              <ul className="plain-list">
                {region.events.nodes.map(({ id, slug, title, startsAt }) => (
                  <li key={id}>
                    <Link href={`/events/${encodeURIComponent(slug)}`} dir="auto">
                      {title}
                    </Link>{' '}
                    <span className="hint">{dateText(language, startsAt)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          </article>
        )
      }
    </Answer>
  );
}
