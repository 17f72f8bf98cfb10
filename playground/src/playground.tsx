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

export function Playground() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={firstTabs}
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
