import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import type { SourcePartsFragment } from '../../../src/pages/generated/fragments.js';
import { dateText } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';

type Show = (source: SourcePartsFragment, button: HTMLElement) => void;
const ShowContext = createContext<Show>(() => undefined);

/** The details of one source beside the button that asked for them: one place for the whole page. */
export function SourceDetails({ children }: { readonly children: ReactNode }) {
  const popover = useRef<HTMLDivElement>(null);
  const [source, setSource] = useState<SourcePartsFragment | null>(null);
  const show = useCallback<Show>((next, button) => {
    setSource(next);
    const place = popover.current;
    if (!place) return;
    place.showPopover({ source: button });
    const box = button.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - place.offsetWidth - 8));
    const isBelow = box.bottom + 220 < innerHeight;
    place.style.left = `${left}px`;
    place.style.top = isBelow ? `${box.bottom + 4}px` : 'auto';
    place.style.bottom = isBelow ? 'auto' : `${innerHeight - box.top + 4}px`;
  }, []);
  return (
    <ShowContext value={show}>
      {children}
      <div className="popover" popover="auto" ref={popover} role="dialog" aria-live="polite">
        {source && <Details source={source} />}
      </div>
    </ShowContext>
  );
}

function Details({ source }: { readonly source: SourcePartsFragment }) {
  const language = useLanguage();
  const { words, values } = language;
  const date = (text: string | null) => (text === null ? null : dateText(language, text));
  const rows = [
    [words.source.publisher, source.publisher],
    [words.source.published, date(source.publishedOn)],
    [words.source.retrieved, date(source.retrievedOn)],
    [words.source.licence, source.licence],
    [words.source.confidence, values.Confidence[source.confidence]],
  ] as const;
  return (
    <>
      <p className="popover-title" dir="auto">
        {source.title}
      </p>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? words.state.unknown}</dd>
          </div>
        ))}
      </dl>
      {source.url !== null && /^https?:/i.test(source.url) && (
        <a href={source.url} rel="noreferrer">
          {words.source.open}
        </a>
      )}
    </>
  );
}

/** A button with the title of a source, which opens its details. */
export function SourceButton({ of }: { readonly of: SourcePartsFragment }) {
  const { words } = useLanguage();
  const show = useContext(ShowContext);
  return (
    <button
      type="button"
      className="source-button"
      title={of.title}
      onClick={(event) => show(of, event.currentTarget)}
    >
      <span className="visually-hidden">{words.source.label}: </span>
      <span className="source-name" dir="auto">
        {of.publisher ?? of.title}
      </span>
      {of.confidence !== 'OFFICIAL' && of.confidence !== 'SECONDARY' && (
        <span className="confidence" aria-hidden="true">
          ?
        </span>
      )}
    </button>
  );
}
