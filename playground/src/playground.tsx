import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { DocsLinks, linkDescriptions } from './docs-links.js';
import { ExamplesMenu } from './examples-menu.js';
import { examples } from './examples.js';
import { UpstreamPatches } from './upstream.js';
import { EditorOptions } from './editor-options.js';

// GraphiQL's all-in-one style sheet is ten times as large: it repeats Monaco's and inlines fonts.
import '@graphiql/react/style.css';
import 'graphiql/graphiql.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import '@graphiql/plugin-history/style.css';

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const title = 'Query builder';
const queryBuilder = { ...explorerPlugin({ title, showAttribution: false }), title };
const plugins = [queryBuilder, HISTORY_PLUGIN];
const firstTabs = examples.slice(0, 3).map(({ source }) => ({ query: source }));

/** The operation in the address, by which the pages open the query behind a view: `#query=…&variables=…`. */
function operationInAddress(): { query: string; variables: string } | null {
  const given = new URLSearchParams(location.hash.slice(1));
  const query = given.get('query');
  return query === null ? null : { query, variables: given.get('variables') ?? '' };
}
const linked = operationInAddress();

export function Playground() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={linked ? [linked, ...firstTabs] : firstTabs}
      // In a tab of its own beside the stored ones.
      {...(linked && { initialQuery: linked.query, initialVariables: linked.variables })}
      onSchemaChange={linkDescriptions}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <ExamplesMenu />
        <h1>SCAN Graph</h1>
      </GraphiQL.Logo>
      <EditorOptions />
      <DocsLinks />
      <UpstreamPatches />
    </GraphiQL>
  );
}
