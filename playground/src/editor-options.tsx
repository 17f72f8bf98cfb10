import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** On a phone, in whose narrow editor line numbers and folding marks take a quarter of the width. */
const NO_MARGIN = { lineNumbers: 'off', folding: false, lineDecorationsWidth: 4 } as const;

/** GraphiQL wraps the response but not the operation, where the examples explain themselves. */
export function EditorOptions() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => {
    const isNarrow = matchMedia('(max-width: 640px)').matches;
    queryEditor?.updateOptions({ wordWrap: 'on', ...(isNarrow && NO_MARGIN) });
  }, [queryEditor]);
  return null;
}
