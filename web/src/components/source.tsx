import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { SourcePartsFragment } from '../../../src/pages/generated/fragments.js';
import { dateText } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';

type Show = (source: SourcePartsFragment, button: HTMLElement) => void;

interface Shown {
  /** Until it is closed. */
  readonly open: Show;
  /** While the mouse is on the button or on the details. */
  readonly enter: Show;
  readonly leave: () => void;
}
const nothing = () => undefined;
const ShownContext = createContext<Shown>({ open: nothing, enter: nothing, leave: nothing });

/** How long the mouse rests before details appear, and how long it may be on its way to them. */
const HOVER_MS = 300;

/** The details of one source beside the button that asked for them: one place for the whole page. */
export function SourceDetails({ children }: { readonly children: ReactNode }) {
  const popover = useRef<HTMLDivElement>(null);
  const [source, setSource] = useState<SourcePartsFragment | null>(null);
  const timer = useRef<number>(undefined);
  const isPinned = useRef(false);
  const shown = useMemo<Shown>(() => {
    const show: Show = (next, button) => {
      setSource(next);
      const place = popover.current;
      if (!place) return;
      // Else it would still belong to the button that showed it before.
      place.hidePopover();
      place.showPopover({ source: button });
      const box = button.getBoundingClientRect();
      const left = Math.max(8, Math.min(box.left, innerWidth - place.offsetWidth - 8));
      const isBelow = box.bottom + 220 < innerHeight;
      place.style.left = `${left}px`;
      place.style.top = isBelow ? `${box.bottom + 4}px` : 'auto';
      place.style.bottom = isBelow ? 'auto' : `${innerHeight - box.top + 4}px`;
    };
    const isOpen = () => popover.current?.matches(':popover-open') === true;
    const soon = (work: () => void) => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(work, HOVER_MS);
    };
    return {
      open: (next, button) => {
        clearTimeout(timer.current);
        isPinned.current = true;
        show(next, button);
      },
      enter: (next, button) => {
        if (isOpen() && isPinned.current) return;
        soon(() => {
          isPinned.current = false;
          show(next, button);
        });
      },
      leave: () => {
        soon(() => {
          if (isOpen() && !isPinned.current) popover.current?.hidePopover();
        });
      },
    };
  }, []);
  return (
    <ShownContext value={shown}>
      {children}
      <div
        className="popover"
        popover="auto"
        ref={popover}
        role="dialog"
        aria-live="polite"
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={shown.leave}
      >
        {source && <Details source={source} />}
      </div>
    </ShownContext>
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
  const shown = useContext(ShownContext);
  return (
    <button
      type="button"
      className="source-button"
      onClick={(event) => shown.open(of, event.currentTarget)}
      onPointerEnter={({ pointerType, currentTarget }) => {
        if (pointerType === 'mouse') shown.enter(of, currentTarget);
      }}
      onPointerLeave={shown.leave}
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
