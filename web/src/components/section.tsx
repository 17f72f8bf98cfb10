import { createContext, useContext, useId, type ReactNode } from 'react';
import { fill, numberText } from '../../../src/pages/language.js';
import { feedbackAbout } from '../../../src/pages/settings.js';
import { useLanguage } from '../context.js';
import { SETTINGS } from '../settings.js';

/** What the sections are about, if a reader can report an error in each. */
const SubjectContext = createContext<string | null>(null);
export const Subject = SubjectContext.Provider;

interface SectionProps {
  readonly title: string;
  /** The number of entries, and of those shown; a section without entries is left out. */
  readonly total?: number;
  readonly shown?: number;
  readonly note?: string;
  readonly isShown?: boolean;
  readonly children: ReactNode;
}

/** A part of a page under a heading. It says if not all entries are shown. */
export function Section({
  title,
  total,
  shown = total,
  note,
  isShown = total !== 0,
  children,
}: SectionProps) {
  const language = useLanguage();
  const id = useId();
  if (!isShown) return null;
  return (
    <section aria-labelledby={id} className="section">
      <h2 id={id}>
        {title}
        {total !== undefined && <span className="count">{numberText(language, total)}</span>}
      </h2>
      <IsWrong title={title} />
      {note !== undefined && <p className="note">{note}</p>}
      {children}
      {total !== undefined && shown !== undefined && shown < total && (
        <p className="note">
          {fill(language.words.state.shown, {
            shown: numberText(language, shown),
            total: numberText(language, total),
          })}
        </p>
      )}
    </section>
  );
}

/** Where to report that something in a section is wrong, if the server has such an address. */
function IsWrong({ title }: { readonly title: string }) {
  const { words } = useLanguage();
  const subject = useContext(SubjectContext);
  const { feedbackUrl } = SETTINGS;
  if (subject === null || feedbackUrl === null) return null;
  const about = `${subject}: ${title}`;
  return (
    <a
      className="wrong"
      href={feedbackAbout(feedbackUrl, { title: about, address: location.href })}
      aria-label={`${words.tools.wrong} ${about}`}
    >
      {words.tools.wrong}
    </a>
  );
}
