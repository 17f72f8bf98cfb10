import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { pageFile, playgroundUrl } from '../../../src/pages/address.js';
import { useLanguage } from '../context.js';
import { SETTINGS } from '../settings.js';

interface Download {
  readonly text: string;
  readonly href: string;
}

interface PageHeadProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly kind?: ReactNode;
  readonly parent?: { readonly text: string; readonly href: string };
  /** The query behind the view. */
  readonly operation: { toString(): string };
  readonly variables: unknown;
  /** Files with exactly what is shown; without any, the answer behind the page is one. */
  readonly downloads: readonly Download[];
}

/** The title of a page, what it says in one sentence, and the toolbar of the view. */
export function PageHead(props: PageHeadProps) {
  const { words } = useLanguage();
  const { title, lead, kind, parent } = props;
  useEffect(() => {
    document.title = `${title} · ${words.site}`;
  }, [title, words.site]);
  return (
    <div className="page-head">
      <div className="page-title">
        {parent && (
          <nav aria-label={words.nav.breadcrumbs} className="breadcrumbs">
            <Link href={parent.href}>{parent.text}</Link>
          </nav>
        )}
        <h1 dir="auto">
          {kind}
          {title}
        </h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      <Toolbar {...props} />
    </div>
  );
}

function Toolbar({ title, operation, variables, downloads }: PageHeadProps) {
  const { words } = useLanguage();
  const [note, setNote] = useState('');
  const files =
    downloads.length > 0
      ? downloads
      : [
          {
            text: `${words.tools.pageFile}: JSON`,
            href: pageFile(location.pathname, new URLSearchParams(location.search)),
          },
        ];
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setNote(words.tools.copied);
    } catch {
      setNote(words.tools.copyFailed);
    }
  };
  return (
    <div className="toolbar" role="group" aria-label={words.tools.label}>
      <button type="button" onClick={() => void copy(location.href)}>
        {words.tools.share}
      </button>
      <Menu label={words.tools.download}>
        {files.map(({ text, href }) => (
          <li key={text}>
            <a href={href} download>
              {text}
            </a>
          </li>
        ))}
      </Menu>
      {SETTINGS.isEmbeddable && (
        <button type="button" className="embed" onClick={() => void copy(embedCode(title))}>
          {words.tools.embed}
        </button>
      )}
      {SETTINGS.hasPlayground && (
        <a className="button" href={playgroundUrl(operation.toString(), variables)}>
          {words.tools.graphql}
        </a>
      )}
      <span role="status" className="note">
        {note}
      </span>
    </div>
  );
}

/** What another site writes into a page to show this view. */
function embedCode(title: string): string {
  const url = new URL(location.href);
  url.searchParams.set('embed', '1');
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return [
    `<iframe src="${attribute(url.href)}" title="${attribute(title)}" width="100%" height="600" loading="lazy"></iframe>`,
    `<script src="${attribute(url.origin)}/embed.js" async></script>`,
  ].join('\n');
}

/** A list that opens below its button, and closes by Escape or by a click elsewhere. */
function Menu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = place.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')?.focus();
      } else if (menu.contains(event.target as Node)) return;
      menu.open = false;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, []);
  return (
    <details className="menu" ref={place}>
      <summary className="button">{label}</summary>
      <ul>{children}</ul>
    </details>
  );
}
