import { fill } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';

export interface Chip {
  readonly key: string;
  readonly text: string;
  readonly remove: () => void;
}

/** The filters that are on, each with a way to take it off. They are shown also where nothing matches. */
export function Chips({
  chips,
  clear,
}: {
  readonly chips: readonly Chip[];
  readonly clear: () => void;
}) {
  const { words } = useLanguage();
  if (chips.length === 0) return null;
  return (
    <ul className="chips">
      {chips.map(({ key, text, remove }) => (
        <li key={key}>
          <button
            type="button"
            className="chip"
            aria-label={fill(words.state.remove, { name: text })}
            onClick={remove}
          >
            <span dir="auto">{text}</span> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="plain" onClick={clear}>
          {words.state.clear}
        </button>
      </li>
    </ul>
  );
}
