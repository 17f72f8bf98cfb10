import { createContext, useCallback, useContext, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { changed, type Changes } from '../../src/pages/address.js';
import type { Language } from '../../src/pages/language.js';

const LanguageContext = createContext<Language | null>(null);
export const LanguageProvider = LanguageContext.Provider;

/** The language of the page: its words, and how it writes numbers. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('useLanguage needs a LanguageProvider.');
  return language;
}

interface SearchState {
  readonly search: URLSearchParams;
  /** Changes the state of the view, which is the search of its address. Minor changes leave no entry in the history. */
  readonly change: (changes: Changes, isMinor?: boolean) => void;
  /** The address of this page after changes. */
  readonly href: (changes: Changes) => string;
}

/** The state of the view. It is in the address and nowhere else, so that a link has all of it. */
export function useSearchState(): SearchState {
  const [path, navigate] = useLocation();
  const text = useSearch();
  const search = useMemo(() => new URLSearchParams(text), [text]);
  const href = useCallback(
    (changes: Changes) => `${path}${changed(search, changes)}`,
    [path, search],
  );
  const change = useCallback(
    (changes: Changes, isMinor = false) => {
      navigate(href(changes), { replace: isMinor });
    },
    [navigate, href],
  );
  return { search, change, href };
}
