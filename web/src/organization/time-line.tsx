import { dateText, fill } from '../../../src/pages/language.js';
import type { Organization } from '../../../src/pages/views/organization.js';
import { Section } from '../components/section.js';
import { useLanguage } from '../context.js';

interface Moment {
  readonly day: string;
  readonly text: string;
}

/** Everything with a known date, oldest first. */
export function TimeLine({ of: one }: { readonly of: Organization }) {
  const language = useLanguage();
  const { words, values } = language;
  const { began, ended, timelineNote, timeline } = words.organization;
  const period = (
    what: string,
    { since, until }: { readonly since: string | null; readonly until: string | null },
  ): readonly Moment[] => [
    ...(since === null ? [] : [{ day: since, text: fill(began, { what }) }]),
    ...(until === null ? [] : [{ day: until, text: fill(ended, { what }) }]),
  ];
  const named = (kind: string, name: string) => `${kind}: ${name}`;
  const moments = [
    ...one.memberships.edges.flatMap((edge) =>
      period(named(values.NetworkTieKind.MEMBERSHIP, edge.node.name), edge),
    ),
    ...one.partnerships.edges.flatMap((edge) => period(edge.node.title, edge)),
    ...one.initiatives.edges.flatMap(({ node }) =>
      period(node.title, { since: node.startedOn, until: node.endedOn }),
    ),
    ...one.grantsReceived.edges.flatMap(({ node }) =>
      node.awardedOn === null
        ? []
        : [{ day: node.awardedOn, text: named(words.organization.moneyIn, node.title) }],
    ),
    ...one.grantsMade.nodes.flatMap((node) =>
      node.awardedOn === null
        ? []
        : [{ day: node.awardedOn, text: named(words.organization.moneyOut, node.title) }],
    ),
    ...one.events.nodes.map((node) => ({ day: node.startsAt.slice(0, 10), text: node.title })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return (
    <Section title={timeline} total={moments.length} note={timelineNote}>
      <ol className="time-line">
        {moments.map(({ day, text }, at) => (
          <li key={at}>
            <time dateTime={day}>{dateText(language, day)}</time>
            <span dir="auto">{text}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
