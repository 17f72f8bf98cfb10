import { useCombobox } from 'downshift';
import {
  useDeferredValue,
  useLayoutEffect,
  useState,
  type ChangeEvent,
  type RefObject,
} from 'react';
import { useLocation } from 'wouter';
import { SearchResultsDocument } from '../../../src/pages/generated/search.js';
import { groupOf, nameOf, pageOf, type Found } from '../../../src/pages/views/home.js';
import { useAnswer } from '../api.js';
import { useLanguage } from '../context.js';
import { Mark } from './mark.js';

/** Suggests what the network has by this name while somebody types. Enter without a choice opens all results. */
export function SearchBox({ form }: { readonly form: RefObject<HTMLFormElement | null> }) {
  const language = useLanguage();
  const { words } = language;
  const [, navigate] = useLocation();
  // What was typed before this was loaded.
  const [text, setText] = useState(() => form.current?.querySelector('input')?.value ?? '');
  const query = useDeferredValue(text.trim());
  const answer = useAnswer(SearchResultsDocument, { query, first: 8 }, { isEnabled: query !== '' });
  const items: readonly Found[] = query === '' ? [] : (answer.data?.search.edges ?? []);
  const open = (found: Found) => {
    const href = pageOf(found, language);
    navigate(href === null ? `/search?q=${encodeURIComponent(nameOf(found))}` : `~${href}`);
  };
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, closeMenu } =
    useCombobox<Found | null>({
      items: [...items],
      inputValue: text,
      initialIsOpen: true,
      itemToString: (item) => (item === null ? '' : nameOf(item)),
      selectedItem: null,
      onSelectedItemChange: ({ selectedItem }) => {
        if (selectedItem !== null) open(selectedItem);
      },
      // A chosen result is opened; the box keeps what was typed.
      stateReducer: (_state, { type, changes }) =>
        type === useCombobox.stateChangeTypes.ItemClick ||
        type === useCombobox.stateChangeTypes.InputKeyDownEnter
          ? { ...changes, inputValue: text }
          : changes,
    });
  // Before anything else is typed: it replaces the box that had the focus, and typing goes on at the end.
  useLayoutEffect(() => {
    const input = form.current?.querySelector('input');
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, [form]);
  const isShown = isOpen && items.length > 0;
  return (
    <div className="combobox">
      <input
        {...getInputProps({
          name: 'q',
          type: 'search',
          'aria-label': words.search.label,
          placeholder: words.search.label,
          autoComplete: 'off',
          // At once, and not by an event of the combobox later: the cursor would jump.
          onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) =>
            setText(currentTarget.value),
          onKeyDown: ({ key }) => {
            if (key === 'Enter' && highlightedIndex === -1) closeMenu();
          },
        })}
      />
      <ul {...getMenuProps({ 'aria-label': words.search.title, hidden: !isShown })}>
        {isShown &&
          items.map((item, index) => (
            <li
              key={item.node.id}
              {...getItemProps({ item, index })}
              className={index === highlightedIndex ? 'highlighted' : undefined}
            >
              <span className="entity">
                {'type' in item.node && <Mark kind={item.node.type} />}
                <span dir="auto">{nameOf(item)}</span>
              </span>
              <span className="hint">{words.search.groups[groupOf(item)]}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
