import { Link, useParams } from 'wouter';
import { EventDocument } from '../../../src/pages/generated/events.js';
import { calendarPath, eventTime, venueOf } from '../../../src/pages/views/events.js';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import { useAnswer } from '../api.js';
import { FactList } from '../components/fact-list.js';
import { OrganizationList, Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { useLanguage } from '../context.js';
import { NotFound } from './not-found.js';

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { slug } = useParams<{ slug: string }>();
  const answer = useAnswer(EventDocument, { slug });
  return (
    <Answer of={answer} isPage>
      {({ event: one }) =>
        one === null ? (
          <NotFound />
        ) : (
          <article>
            <PageHead
              title={one.title}
              lead={eventTime(language, one)}
              parent={{ text: words.home.events, href: '/events' }}
              operation={EventDocument}
              variables={{ slug }}
              downloads={[{ text: words.events.calendar, href: calendarPath(one) }]}
            />
            {one.description !== null && (
              <p className="text" dir="auto">
                {one.description}
              </p>
            )}
            <FactList
              facts={[
                [words.events.where, venueOf(one) ?? <Unknown key="where" />],
                [
                  words.column.region,
                  one.region && (
                    <Link href={regionPath(one.region)}>{regionName(language, one.region)}</Link>
                  ),
                ],
                [
                  words.events.organizers,
                  <OrganizationList
                    key="organizers"
                    of={one.organizers.nodes}
                    total={one.organizers.totalCount}
                  />,
                ],
                [words.events.audience, one.audience.join(', ') || null],
                [
                  words.events.calendar,
                  <a key="calendar" href={calendarPath(one)}>
                    {`${one.slug}.ics`}
                  </a>,
                ],
                [words.source.label, <SourceButton key="source" of={one.source} />],
              ]}
            />
          </article>
        )
      }
    </Answer>
  );
}
