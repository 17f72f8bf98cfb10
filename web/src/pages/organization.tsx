import { lazy, Suspense } from 'react';
import { Redirect, useParams } from 'wouter';
import { exportUrl } from '../../../src/pages/address.js';
import { OrganizationDocument } from '../../../src/pages/generated/organization.js';
import { sentence } from '../../../src/pages/language.js';
import { headline, type Organization } from '../../../src/pages/views/organization.js';
import { useAnswer } from '../api.js';
import { Mark } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Subject } from '../components/section.js';
import { Answer, Loading } from '../components/states.js';
import { WhenSeen } from '../components/when-seen.js';
import { useLanguage } from '../context.js';
import { Activities } from '../organization/activities.js';
import { Facts } from '../organization/facts.js';
import { Figures } from '../organization/figures.js';
import { Money } from '../organization/money.js';
import { Sources } from '../organization/sources.js';
import { Ties } from '../organization/ties.js';
import { TimeLine } from '../organization/time-line.js';
import { NotFound } from './not-found.js';

/** Loaded when it is seen: a drawing is a third of the page. */
const EgoNetwork = lazy(async () => ({
  default: (await import('../organization/ego-network.js')).EgoNetwork,
}));

export function Page() {
  const { slug } = useParams<{ slug: string }>();
  const answer = useAnswer(OrganizationDocument, { slug });
  return (
    <Answer of={answer} isPage>
      {({ organization }) => {
        if (organization === null) return <NotFound />;
        // It was merged into another since the link was made.
        if (organization.slug !== slug) {
          return <Redirect to={`/organizations/${organization.slug}`} replace />;
        }
        return <Profile of={organization} />;
      }}
    </Answer>
  );
}

function Profile({ of: one }: { readonly of: Organization }) {
  const language = useLanguage();
  const { words } = language;
  const grants = { organization: { eq: one.slug } };
  return (
    <Subject value={one.name}>
      <article>
        <PageHead
          title={one.name}
          lead={sentence(headline(language, one))}
          kind={<Mark kind={one.type} />}
          parent={{ text: words.organizations.title, href: '/organizations' }}
          operation={OrganizationDocument}
          variables={{ slug: one.slug }}
          downloads={[
            {
              text: `${words.organizations.title}: JSON`,
              href: exportUrl('organizations.json', { slug: { eq: one.slug } }),
            },
            { text: `${words.column.grants}: CSV`, href: exportUrl('grants.csv', grants) },
            { text: `${words.column.grants}: JSON`, href: exportUrl('grants.json', grants) },
          ]}
        />
        {one.description !== null && (
          <p className="text" dir="auto">
            {one.description}
          </p>
        )}
        <div className="columns">
          <Facts of={one} />
          <Figures of={one} />
        </div>
        <Ties of={one} />
        <WhenSeen>
          <Suspense fallback={<Loading />}>
            <EgoNetwork of={one} />
          </Suspense>
        </WhenSeen>
        <Money of={one} />
        <Activities of={one} />
        <TimeLine of={one} />
        <Sources of={one} />
      </article>
    </Subject>
  );
}
