import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { LANGUAGES } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';

type SearchBox = (typeof import('./search-box.js'))['SearchBox'];

export function Header() {
  const { words } = useLanguage();
  const [path] = useLocation();
  const links = [
    ['/network', words.nav.network],
    ['/organizations', words.nav.organizations],
    ['/funding', words.nav.funding],
    ['/initiatives', words.nav.initiatives],
    ['/about-the-data', words.nav.data],
  ] as const;
  return (
    <header className="header">
      <Link href="/" className="site">
        {words.site}
      </Link>
      <Search />
      <nav aria-label={words.nav.label}>
        <ul>
          {links.map(([href, text]) => (
            <li key={href}>
              <Link href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Languages />
    </header>
  );
}

function Languages() {
  const { words, tag: current } = useLanguage();
  const [path] = useLocation();
  return (
    <nav aria-label={words.nav.language} className="languages">
      <ul>
        {LANGUAGES.map(({ prefix, tag, name }) => (
          <li key={tag}>
            {/* Not within the app, which has the texts of one language. */}
            <a
              href={`${prefix}${path === '/' && prefix ? '' : path}${location.search}`}
              lang={tag}
              hrefLang={tag}
              aria-current={tag === current ? 'true' : undefined}
              onClick={() => keepChoice(tag)}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const YEAR_S = 31_536_000;

/** So that the start page without a language opens in this one: see src/http/preferred-language.ts. */
function keepChoice(tag: string): void {
  document.cookie = `language=${tag}; path=/; max-age=${YEAR_S}; samesite=lax`;
}

/** The search of the whole network. `/` moves the focus to it, as on other sites. */
function Search() {
  const { words } = useLanguage();
  const [, navigate] = useLocation();
  // Loaded when the box gets the focus: it is a tenth of the budget, and most visits never search.
  const [Box, setBox] = useState<SearchBox | null>(null);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isTyping = target.matches('input, textarea, select') || target.isContentEditable;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      place.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  const plain = (
    <input
      name="q"
      type="search"
      aria-label={words.search.label}
      placeholder={words.search.label}
      autoComplete="off"
      onFocus={() =>
        void import('./search-box.js').then((loaded) => setBox(() => loaded.SearchBox))
      }
    />
  );
  return (
    <form
      className="search"
      role="search"
      aria-label={words.search.title}
      ref={place}
      onSubmit={(event) => {
        event.preventDefault();
        const query = event.currentTarget.querySelector('input')?.value ?? '';
        navigate(`/search?${new URLSearchParams({ q: query }).toString()}`);
      }}
    >
      {Box ? <Box form={place} /> : plain}
    </form>
  );
}
