import { Link } from 'wouter';
import type { GrantRowFragment } from '../../../src/pages/generated/fragments.js';
import { dateText, fill } from '../../../src/pages/language.js';
import type { Organization } from '../../../src/pages/views/organization.js';
import { Section } from '../components/section.js';
import { useLanguage } from '../context.js';

interface Moment {
  readonly day: string;
  readonly text: string;
  readonly href?: string;
}

const moment = (day: string, text: string, href?: string): Moment => ({
  day,
  text,
  ...(href !== undefined && { href }),
});
const page = (list: string, { slug }: { readonly slug: string }) =>
  `/${list}/${encodeURIComponent(slug)}`;

/** Everything with a known date, oldest first. */
export function TimeLine({ of: one }: { readonly of: Organization }) {
  const language = useLanguage();
  const { words, values } = language;
  const { began, ended, timelineNote, timeline } = words.organization;
  const period = (
    what: string,
    { since, until }: { readonly since: string | null; readonly until: string | null },
    href?: string,
  ): readonly Moment[] => [
    ...(since === null ? [] : [moment(since, fill(began, { what }), href)]),
    ...(until === null ? [] : [moment(until, fill(ended, { what }), href)]),
  ];
  const named = (kind: string, name: string) => `${kind}: ${name}`;
  const grant = (kind: string, { id, title, awardedOn }: GrantRowFragment): readonly Moment[] =>
    awardedOn === null ? [] : [moment(awardedOn, named(kind, title), `/grants/${id}`)];
  const founded = one.bestClaims.find(({ indicator }) => indicator === 'FOUNDED_ON')?.claim.date;
  const moments = [
    ...(founded == null ? [] : [moment(founded, values.Indicator.FOUNDED_ON)]),
    ...one.memberships.edges.flatMap((edge) =>
      period(
        named(values.NetworkTieKind.MEMBERSHIP, edge.node.name),
        edge,
        page('organizations', edge.node),
      ),
    ),
    ...one.partnerships.edges.flatMap((edge) => period(edge.node.title, edge)),
    ...one.initiatives.edges.flatMap(({ node }) =>
      period(node.title, { since: node.startedOn, until: node.endedOn }, page('initiatives', node)),
    ),
    ...one.seats.edges.flatMap((edge) =>
      period(named(values.SeatRole[edge.role], edge.node.name), edge),
    ),
    ...one.grantsReceived.edges.flatMap(({ node }) => grant(words.organization.moneyIn, node)),
    ...one.grantsMade.nodes.flatMap((node) => grant(words.organization.moneyOut, node)),
    ...one.advocacyCases.nodes.flatMap((node) =>
      period(
        named(words.organization.advocacy, node.title),
        { since: node.openedOn, until: node.closedOn },
        page('advocacy', node),
      ),
    ),
    ...one.offers.nodes.flatMap((node) =>
      period(named(values.OfferDirection[node.direction], node.title), node, page('offers', node)),
    ),
    ...one.events.nodes.map((node) =>
      moment(node.startsAt.slice(0, 10), node.title, page('events', node)),
    ),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return (
    <Section title={timeline} total={moments.length} note={timelineNote}>
      <ol className="time-line">
        {moments.map(({ day, text, href }, at) => (
          <li key={at}>
            <time dateTime={day}>{dateText(language, day)}</time>
            {href === undefined ? (
              <span dir="auto">{text}</span>
            ) : (
              <Link href={href} dir="auto">
                {text}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
