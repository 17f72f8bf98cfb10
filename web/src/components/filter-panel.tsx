import { useSyncExternalStore, type ReactNode } from 'react';
import { useLanguage } from '../context.js';

const WIDE = '(min-width: 900px)';

function useIsWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(WIDE);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(WIDE).matches,
  );
}

/** The filters of a page: beside the content, or on narrow screens above it and closed. */
export function FilterPanel({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage();
  const isWide = useIsWide();
  return (
    <details className="filters" open={isWide} key={String(isWide)}>
      <summary>{words.organizations.filters}</summary>
      <div className="filters-content">{children}</div>
    </details>
  );
}
