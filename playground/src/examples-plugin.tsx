import { StarIcon, useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { examples, type Example } from './examples.js';

export const examplesPlugin: GraphiQLPlugin = {
  title: 'Examples',
  icon: StarIcon,
  content: ExampleList,
};

function ExampleList() {
  const open = useOpenExample();
  return (
    <section aria-labelledby="examples-title">
      <h2 id="examples-title" className="examples-title">
        Examples
      </h2>
      <ul className="examples">
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" className="example" onClick={() => open(example)}>
              <span className="example-title">{example.title}</span>
              <span className="example-description">{example.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useOpenExample(): (example: Example) => void {
  const { addTab, changeTab, setOperationName, updateActiveTabValues } = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const queryEditor = useGraphiQL((state) => state.queryEditor);

  // GraphiQL itself takes the tab's query and name from the editor a tenth of a second later, too
  // late for a double click here or a quick Run.
  return ({ source, operationName }) => {
    const opened = tabs.findIndex((tab) => tab.query === source);
    if (opened === -1) {
      addTab();
      queryEditor?.setValue(source);
      updateActiveTabValues({ query: source });
    } else {
      changeTab(opened);
    }
    if (operationName) setOperationName(operationName);
  };
}
