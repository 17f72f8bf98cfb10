import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createGraphiQLFetcher, StorageAPI } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { examplesPlugin } from './examples-plugin.js';
import { examples } from './examples.js';
import { WordWrap } from './word-wrap.js';

// GraphiQL's all-in-one style sheet is ten times as large: it repeats Monaco's and inlines fonts.
import '@graphiql/react/style.css';
import 'graphiql/graphiql.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import '@graphiql/plugin-history/style.css';

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const title = 'Query builder';
const queryBuilder = { ...explorerPlugin({ title, showAttribution: false }), title };
const plugins = [examplesPlugin, queryBuilder, HISTORY_PLUGIN];
const firstTabs = examples.slice(0, 3).map(({ source }) => ({ query: source }));

// Afterwards the panel stays as the user left it, open or closed.
const isFirstVisit = new StorageAPI().get('tabState') === null;

export function Playground() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={firstTabs}
      {...(isFirstVisit && { visiblePlugin: examplesPlugin })}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>SCAN Graph</GraphiQL.Logo>
      <WordWrap />
    </GraphiQL>
  );
}
