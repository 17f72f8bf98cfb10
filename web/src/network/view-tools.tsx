import type { ReactNode } from 'react';
import { useLanguage, useSearchState } from '../context.js';
import type { GraphPart } from './expanded.js';
import { networkState, readPins } from './state.js';
import { ViewSwitch } from './view-switch.js';

/** Loaded when a file is asked for: most visits never do. */
export const files = () => import('./files.js');

interface ViewToolsProps {
  readonly of: GraphPart;
  /** Files that only a drawing has. */
  readonly children?: ReactNode;
}

/** The choice between the drawing and the table, and files with exactly what is shown. */
export function ViewTools({ of: visible, children }: ViewToolsProps) {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const { isTable, pins } = networkState(search);
  const moved = readPins(pins).size;
  return (
    <div className="view-tools">
      <ViewSwitch isTable={isTable} change={(table) => change({ view: table ? 'table' : null })} />
      <div className="toolbar" role="group" aria-label={words.network.shownFiles}>
        {children}
        <button
          type="button"
          onClick={() =>
            void files().then(({ save, csvOf }) =>
              save(csvOf(language, { ...visible, isTable }), 'network-shown.csv'),
            )
          }
        >
          CSV
        </button>
        {moved > 0 && (
          <button type="button" onClick={() => change({ pins: null })}>
            {words.network.moved} ({moved})
          </button>
        )}
      </div>
    </div>
  );
}
