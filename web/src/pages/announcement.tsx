import { useParams } from 'wouter';
import { AnnouncementDocument } from '../../../src/pages/generated/announcements.js';
import { dateText } from '../../../src/pages/language.js';
import { paragraphs } from '../../../src/pages/views/announcements.js';
import { useAnswer } from '../api.js';
import { OrganizationLink, Unknown } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Quotes } from '../components/quotes.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { useLanguage } from '../context.js';
import { NotFound } from './not-found.js';

export function Page() {
  const language = useLanguage();
  const { words } = language;
  const { slug } = useParams<{ slug: string }>();
  const answer = useAnswer(AnnouncementDocument, { slug });
  return (
    <Answer of={answer} isPage>
      {({ announcement: one }) =>
        one === null ? (
          <NotFound />
        ) : (
          <article>
            <PageHead
              title={one.title}
              parent={{ text: words.home.announcements, href: '/announcements' }}
              operation={AnnouncementDocument}
              variables={{ slug }}
              downloads={[]}
            />
            <p className="entry-tools">
              {one.publishedOn === null ? <Unknown /> : dateText(language, one.publishedOn)}
              <OrganizationLink of={one.author} />
              <SourceButton of={one.source} />
            </p>
            <div className="prose" lang={one.language} dir="auto">
              {paragraphs(one.body).map((text, at) => (
                <p key={at}>{text}</p>
              ))}
            </div>
            <Quotes
              of={one.quotes.nodes.map(({ person, ...quote }) => ({
                ...quote,
                tag: one.language,
                person: person.name,
              }))}
              total={one.quotes.totalCount}
            />
          </article>
        )
      }
    </Answer>
  );
}
