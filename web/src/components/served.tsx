import { useEffect, useRef } from 'react';

/** The content that the server wrote, until the app has its own. */
let served: readonly Node[] = [];

/** Takes the content out of the page before the app replaces it. */
export function keepServed(root: Element): void {
  served = [...(root.querySelector('main')?.childNodes ?? [])];
}

export const hasServed = (): boolean => served.length > 0;

/** What the server wrote, as it was. It is shown once, for the first page. */
export function Served() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(...served);
    return () => {
      served = [];
    };
  }, []);
  return <div className="served" ref={place} />;
}
