import { Link } from 'wouter';
import { useLanguage } from '../context.js';
import { Section } from './section.js';

interface ShownQuote {
  readonly id: string;
  readonly text: string;
  /** The language of the text. */
  readonly tag: string;
  readonly person: string;
  readonly attribution: string | null;
  /** Where it was said, on pages that are not about that. */
  readonly announcement?: { readonly slug: string; readonly title: string };
}

/** What people said, with their names and offices at the time. */
export function Quotes({
  of,
  total,
}: {
  readonly of: readonly ShownQuote[];
  readonly total: number;
}) {
  const { words } = useLanguage();
  return (
    <Section title={words.announcements.quotes} total={total} shown={of.length}>
      <ul className="quotes">
        {of.map(({ id, text, tag, person, attribution, announcement }) => (
          <li key={id}>
            <figure>
              <blockquote lang={tag} dir="auto">
                {text}
              </blockquote>
              <figcaption>
                <strong dir="auto">{person}</strong>
                {attribution !== null && <span dir="auto">, {attribution}</span>}
                {announcement && (
                  <>
                    {' '}
                    <Link
                      className="below"
                      href={`/announcements/${encodeURIComponent(announcement.slug)}`}
                      dir="auto"
                    >
                      {announcement.title}
                    </Link>
                  </>
                )}
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </Section>
  );
}
