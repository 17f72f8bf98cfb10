import { useId, type ReactNode } from 'react';
import { fill, numberText } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';

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
