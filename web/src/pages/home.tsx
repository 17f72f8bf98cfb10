import { Link } from 'wouter';
import { HomeDocument } from '../../../src/pages/generated/home.js';
import { dateText, numberText } from '../../../src/pages/language.js';
import { organizationMeasure } from '../../../src/pages/map/drawing.js';
import { numbersNote } from '../../../src/pages/views/home.js';
import { useAnswer } from '../api.js';
import { Mark, OrganizationLink, Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { RegionMap } from '../components/region-map.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { YearBars } from '../components/year-bars.js';
import { useLanguage } from '../context.js';
import type { Answered } from '../../../src/pages/view.js';
import type { HomeQuery } from '../../../src/pages/generated/home.js';

export function Page() {
  const { words } = useLanguage();
  const answer = useAnswer(HomeDocument, {});
  return (
    <>
      <PageHead
        title={words.home.title}
        lead={words.about}
        operation={HomeDocument}
        variables={{}}
        downloads={[
          { text: `${words.nav.organizations}: CSV`, href: '/export/organizations.csv' },
          { text: `${words.column.grants}: CSV`, href: '/export/grants.csv' },
          { text: `${words.nav.network}: GEXF`, href: '/export/network.gexf' },
        ]}
      />
      <ul className="destinations">
        {(
          [
            ['/network', words.nav.network, words.home.toNetwork],
            ['/funding', words.nav.funding, words.home.toFunding],
            ['/organizations', words.nav.organizations, words.home.toOrganizations],
            ['/clusters', words.clusters.title, words.home.toClusters],
            ['/sectors', words.sectors.title, words.home.toSectors],
            ['/regions', words.regions.title, words.home.toRegions],
          ] as const
        ).map(([href, title, text]) => (
          <li key={href}>
            <Link href={href}>
              <strong>{title}</strong>
            </Link>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <Answer of={answer} isPage>
        {(data) => <Numbers of={data} />}
      </Answer>
    </>
  );
}

function Numbers({ of: data }: { readonly of: Answered<HomeQuery> }) {
  const { totals, regions, grantFacets, announcements, events } = data;
  const language = useLanguage();
  const { words, values } = language;
  const began = new Map<number, number>();
  for (const { year, kind, beganCount } of totals.years) {
    if (kind !== 'MEMBERSHIP' && kind !== 'PARTNERSHIP') continue;
    began.set(year, (began.get(year) ?? 0) + beganCount);
  }
  return (
    <>
      <Section title={words.home.numbers} note={numbersNote(language, data)}>
        <dl className="numbers">
          {totals.organizations.map(({ type, count }) => (
            <div key={type}>
              <dt>
                <Mark kind={type} /> {values.OrganizationType[type]}
              </dt>
              <dd>
                <Link href={`/organizations?kind=${type}`}>{numberText(language, count)}</Link>
              </dd>
            </div>
          ))}
          <div>
            <dt>{words.column.grants}</dt>
            <dd>
              <Link href="/funding">{numberText(language, grantFacets.grantCount)}</Link>
            </dd>
          </div>
          {totals.ties.map(({ kind, count }) => (
            <div key={kind}>
              <dt>{values.TieKind[kind]}</dt>
              <dd>{numberText(language, count)}</dd>
            </div>
          ))}
        </dl>
        <p className="more">
          <Link href="/about-the-data">{words.home.numbersLink}</Link>
        </p>
      </Section>
      <Section title={words.home.growth}>
        <YearBars
          label={words.home.growth}
          bars={[...began]
            .sort(([a], [b]) => a - b)
            .map(([year, value]) => ({ year: String(year), value }))}
        />
      </Section>
      <Section title={words.home.regions} note={words.regions.mapNote}>
        <RegionMap
          label={words.home.regions}
          regions={regions.nodes}
          measures={[organizationMeasure(language, data.unplaced)]}
        />
        <p className="more">
          <Link href="/regions">{words.home.allRegions}</Link>
        </p>
      </Section>
      <div className="columns">
        <Section title={words.home.announcements} total={announcements.nodes.length}>
          <ul className="news">
            {announcements.nodes.map(({ id, slug, title, publishedOn, author, source }) => (
              <li key={id}>
                <Link href={`/announcements/${encodeURIComponent(slug)}`} dir="auto">
                  <strong>{title}</strong>
                </Link>
                <span className="hint">
                  {publishedOn === null ? <Unknown /> : dateText(language, publishedOn)}
                </span>
                <OrganizationLink of={author} />
                <SourceButton of={source} />
              </li>
            ))}
          </ul>
          <p className="more">
            <Link href="/announcements">{words.home.allAnnouncements}</Link>
          </p>
        </Section>
        <Section title={words.home.events} total={events.nodes.length}>
          <ul className="news">
            {events.nodes.map(({ id, slug, title, startsAt, city, source }) => (
              <li key={id}>
                <Link href={`/events/${encodeURIComponent(slug)}`} dir="auto">
                  <strong>{title}</strong>
                </Link>
                <span className="hint">
                  {[dateText(language, startsAt), city].filter(Boolean).join(', ')}
                </span>
                <SourceButton of={source} />
              </li>
            ))}
          </ul>
          <p className="more">
            <Link href="/events">{words.home.allEvents}</Link>
          </p>
        </Section>
      </div>
    </>
  );
}
