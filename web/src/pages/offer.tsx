import { useParams } from 'wouter';
import { OfferDocument } from '../../../src/pages/generated/offers.js';
import { dateText, sentence } from '../../../src/pages/language.js';
import { matchesOf, offerLead, otherOffers, type Offer } from '../../../src/pages/views/offers.js';
import { useAnswer } from '../api.js';
import { FactList } from '../components/fact-list.js';
import { OrganizationLink } from '../components/mark.js';
import { OffersTable } from '../components/offers-table.js';
import { PageHead } from '../components/page-head.js';
import { Section, Subject } from '../components/section.js';
import { Sectors } from '../components/sectors.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { WebLink } from '../components/web-link.js';
import { useLanguage } from '../context.js';
import { Period } from '../organization/ties.js';
import { NotFound } from './not-found.js';

export function Page() {
  const { slug } = useParams<{ slug: string }>();
  const answer = useAnswer(OfferDocument, { slug });
  return (
    <Answer of={answer} isPage>
      {({ cooperationOffer }) =>
        cooperationOffer === null ? <NotFound /> : <Details of={cooperationOffer} />
      }
    </Answer>
  );
}

function Details({ of: one }: { readonly of: Offer }) {
  const language = useLanguage();
  const { words, values } = language;
  const { column, offers: w } = words;
  const { organization } = one;
  const matches = matchesOf(one);
  return (
    <Subject value={one.title}>
      <article>
        <PageHead
          title={one.title}
          lead={sentence(offerLead(language, one))}
          parent={{ text: w.title, href: '/offers' }}
          operation={OfferDocument}
          variables={{ slug: one.slug }}
          downloads={[]}
        />
        {one.description !== null && (
          <p className="text" dir="auto">
            {one.description}
          </p>
        )}
        <Section title={words.organization.facts}>
          <FactList
            facts={[
              [column.kind, values.OfferDirection[one.direction]],
              [column.name, <OrganizationLink key="name" of={organization} />],
              [column.city, organization.city],
              [
                words.organization.website,
                organization.website && <WebLink to={organization.website} />,
              ],
              [
                words.organization.sectors,
                one.sectors.nodes.length === 0 ? null : <Sectors of={one.sectors.nodes} />,
              ],
              [column.since, <Period key="period" of={one} />],
              [column.status, values.TieStatus[one.status]],
              [w.attested, one.attestedOn && dateText(language, one.attestedOn)],
              [words.source.label, <SourceButton key="source" of={one.source} />],
            ]}
          />
        </Section>
        <Section title={w.matches} note={w.matchesNote}>
          {matches.length === 0 ? (
            <p className="state">{one.sectors.nodes.length === 0 ? w.noSector : w.noMatchText}</p>
          ) : (
            <OffersTable label={w.matches} offers={matches} without="direction" />
          )}
        </Section>
        <Section
          title={w.others}
          total={organization.offers.totalCount - 1}
          shown={otherOffers(one).length}
        >
          <OffersTable label={w.others} offers={otherOffers(one)} without="organization" />
        </Section>
      </article>
    </Subject>
  );
}
