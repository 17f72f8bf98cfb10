import { useEffect } from 'react';

/** Scrolls to the entry that the address names (`#slug`), once it is there: the browser looked for it before. */
export function useFragment(isReady: boolean): void {
  useEffect(() => {
    if (isReady && location.hash !== '') location.replace(location.hash);
  }, [isReady]);
}
