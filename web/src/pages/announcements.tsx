import { Link } from 'wouter';
import { AnnouncementsDocument } from '../../../src/pages/generated/announcements.js';
import { count, dateText } from '../../../src/pages/language.js';
import { announcementsVariables } from '../../../src/pages/views/announcements.js';
import { useAnswer } from '../api.js';
import { OrganizationLink, Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { SourceButton } from '../components/source.js';
import { Answer, Nothing } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { search } = useSearchState();
  const variables = announcementsVariables(search);
  const answer = useAnswer(AnnouncementsDocument, variables);
  return (
    <>
      <PageHead
        title={words.home.announcements}
        lead={
          answer.data &&
          `${count(language, words.announcements.lead, answer.data.announcements.totalCount)}.`
        }
        operation={AnnouncementsDocument}
        variables={variables}
        downloads={[]}
      />
      <Answer of={answer} isPage>
        {({ announcements: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <ul className="entries">
                {nodes.map(({ id, slug, title, author, publishedOn, language: tag, source }) => (
                  <li key={id}>
                    <h2>
                      <Link
                        href={`/announcements/${encodeURIComponent(slug)}`}
                        lang={tag}
                        dir="auto"
                      >
                        {title}
                      </Link>
                    </h2>
                    <p className="entry-tools">
                      {publishedOn === null ? <Unknown /> : dateText(language, publishedOn)}
                      <OrganizationLink of={author} />
                      <SourceButton of={source} />
                    </p>
                  </li>
                ))}
              </ul>
              <Pager pageInfo={pageInfo} />
            </>
          )
        }
      </Answer>
    </>
  );
}
