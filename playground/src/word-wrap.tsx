import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** GraphiQL wraps the response but not the operation, where the examples explain themselves. */
export function WordWrap() {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);
  return null;
}
