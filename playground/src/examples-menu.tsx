import { formatShortcutForOS, markdown, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse } from 'graphql';
import { useRef } from 'react';
import { examples, type Example } from './examples.js';
import './examples-menu.css';

/** A button for the header, and a list that lies over the page: it takes no room of the editor. */
export function ExamplesMenu() {
  const list = useRef<HTMLDivElement>(null);
  const open = useOpenExample();
  return (
    <>
      <button type="button" className="graphiql-button" popoverTarget="examples">
        Examples
      </button>
      <div ref={list} id="examples" popover="auto" role="dialog" aria-labelledby="examples-title">
        <h2 id="examples-title">Examples</h2>
        <p>Choose one, then run it with {formatShortcutForOS('Ctrl-Enter')} or the button.</p>
        <ul>
          {examples.map((example) => (
            <li key={example.title}>
              <button
                type="button"
                className="example"
                onClick={() => {
                  list.current?.hidePopover();
                  open(example);
                }}
              >
                <span className="example-title">{example.title}</span>
                <span
                  className="example-description graphiql-markdown-description"
                  // A link cannot be in a button; see `docs-links.tsx`.
                  dangerouslySetInnerHTML={{
                    __html: markdown.renderInline(example.description, { hasLinks: false }),
                  }}
                />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function useOpenExample(): (example: Example) => void {
  const { addTab, changeTab, setOperationFacts, setOperationName, updateActiveTabValues } =
    useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const queryEditor = useGraphiQL((state) => state.queryEditor);

  // GraphiQL itself takes the tab's query, name and operations from the editor a tenth of a second
  // later, too late for a double click here or a quick Run.
  return ({ source, operationName }) => {
    const opened = tabs.findIndex((tab) => tab.query === source);
    if (opened === -1) {
      addTab();
      queryEditor?.setValue(source);
      updateActiveTabValues({ query: source });
    } else {
      changeTab(opened);
    }
    const documentAST = parse(source);
    const operations = documentAST.definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    setOperationFacts({ documentAST, operations });
    if (operationName) setOperationName(operationName);
    // In the editor Ctrl-Enter runs it; on a phone it would open the keyboard over the result.
    if (matchMedia('(hover: none)').matches) {
      document.querySelector<HTMLElement>('.graphiql-execute-button')?.focus();
    } else {
      queryEditor?.focus();
    }
  };
}
