import { Link } from 'wouter';
import { EventsDocument } from '../../../src/pages/generated/events.js';
import { count } from '../../../src/pages/language.js';
import {
  calendarPath,
  eventsVariables,
  eventTime,
  venueOf,
  type NetworkEvent,
} from '../../../src/pages/views/events.js';
import { useAnswer } from '../api.js';
import { OrganizationList, Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { Answer, Nothing } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search } = useSearchState();
  const variables = eventsVariables(search);
  const answer = useAnswer(EventsDocument, variables);
  return (
    <>
      <PageHead
        title={words.home.events}
        lead={
          answer.data && `${count(language, words.events.lead, answer.data.events.totalCount)}.`
        }
        operation={EventsDocument}
        variables={variables}
        downloads={[{ text: words.events.calendar, href: '/events.ics' }]}
      />
      <Answer of={answer} isPage>
        {({ events: { nodes, pageInfo } }) => {
          const now = new Date().toISOString();
          const isPast = ({ startsAt, endsAt }: NetworkEvent) => (endsAt ?? startsAt) < now;
          const upcoming = nodes.filter((event) => !isPast(event)).toReversed();
          const past = nodes.filter(isPast);
          if (nodes.length === 0) return <Nothing />;
          return (
            <>
              <Section title={words.events.upcoming} total={upcoming.length}>
                <Events of={upcoming} />
              </Section>
              <Section title={words.events.past} total={past.length}>
                <Events of={past} />
              </Section>
              <Pager pageInfo={pageInfo} />
            </>
          );
        }}
      </Answer>
    </>
  );
}

function Events({ of }: { readonly of: readonly NetworkEvent[] }) {
  const language = useLanguage();
  const { words } = language;
  return (
    <ul className="entries">
      {of.map((event) => (
        <li key={event.id}>
          <h3>
            <Link href={`/events/${encodeURIComponent(event.slug)}`} dir="auto">
              {event.title}
            </Link>
          </h3>
          <p>
            <time dateTime={event.startsAt}>{eventTime(language, event)}</time>
          </p>
          <p>{venueOf(event) ?? <Unknown />}</p>
          <OrganizationList of={event.organizers.nodes} total={event.organizers.totalCount} />
          <p className="entry-tools">
            <a href={calendarPath(event)}>{words.events.calendar}</a>
            <SourceButton of={event.source} />
          </p>
        </li>
      ))}
    </ul>
  );
}
