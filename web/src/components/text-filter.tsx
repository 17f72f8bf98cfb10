import { useEffect, useState } from 'react';
import { useSearchState } from '../context.js';

const PAUSE_MS = 300;

/** A filter by text, which applies once the reader pauses. */
export function TextFilter({ label }: { readonly label: string }) {
  const { search, change } = useSearchState();
  const applied = search.get('q') ?? '';
  const [text, setText] = useState(applied);
  // The address can change by itself: by a chip, or by going back.
  const [seen, setSeen] = useState(applied);
  if (seen !== applied) {
    setSeen(applied);
    setText(applied);
  }
  useEffect(() => {
    if (text === applied) return undefined;
    const timer = setTimeout(() => change({ q: text, after: null }, true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, applied, change]);
  return (
    <label className="field">
      {label}
      <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
    </label>
  );
}
