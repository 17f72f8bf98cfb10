import { useCombobox } from 'downshift';
import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { SearchResultsDocument } from '../../../src/pages/generated/search.js';
import type { GraphNode } from '../../../src/pages/views/network.js';
import { useAnswer } from '../api.js';
import { Mark } from '../components/mark.js';

interface NodePickerProps {
  readonly label: string;
  readonly nodes: readonly GraphNode[];
  readonly selected: string | null;
  readonly select: (key: string | null) => void;
  /** Whether it replaces a box that had the focus. */
  readonly hasFocus: boolean;
}

const MOST_SHOWN = 12;

/** The nodes that the search of the network finds: by acronyms, by other names, in another script. */
function useOtherNames(
  nodes: readonly GraphNode[],
  query: string,
  isEnabled: boolean,
): readonly GraphNode[] {
  const { data } = useAnswer(SearchResultsDocument, { query, first: MOST_SHOWN }, { isEnabled });
  if (!isEnabled || data === undefined) return [];
  const bySlug = new Map(nodes.map((node) => [node.organization?.slug, node]));
  return data.search.edges.flatMap(({ node }) => {
    const found = 'type' in node ? bySlug.get(node.slug) : undefined;
    return found ? [found] : [];
  });
}

/** Without case and diacritics, so that `nis` finds `Niš`. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Chooses a node of the network by its name. */
export function NodePicker({ label, nodes, selected, select, hasFocus }: NodePickerProps) {
  const chosen = nodes.find(({ key }) => key === selected) ?? null;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, [hasFocus]);
  // The address decides, also when it changes by itself.
  useEffect(() => setText(chosen?.name ?? ''), [chosen]);
  const wanted = folded(text.trim());
  const named = nodes.filter(({ name }) => folded(name).includes(wanted));
  const otherwise = useOtherNames(nodes, text, named.length === 0);
  const items = (named.length > 0 ? named : otherwise).slice(0, MOST_SHOWN);
  const { isOpen, highlightedIndex, getInputProps, getLabelProps, getMenuProps, getItemProps } =
    useCombobox<GraphNode | null>({
      items,
      inputValue: text,
      selectedItem: chosen,
      itemToString: (item) => item?.name ?? '',
      onSelectedItemChange: ({ selectedItem }) => {
        if (selectedItem === null) return;
        setText(selectedItem.name);
        select(selectedItem.key);
      },
    });
  return (
    <div className="combobox field">
      <label {...getLabelProps()}>{label}</label>
      <input
        type="search"
        {...getInputProps({
          autoComplete: 'off',
          ref: input,
          // At once, and not by an event of the combobox later: the cursor would jump.
          onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => {
            setText(value);
            if (value === '') select(null);
          },
        })}
      />
      <ul {...getMenuProps({ hidden: !isOpen })}>
        {isOpen &&
          items.map((item, index) => (
            <li
              key={item.key}
              {...getItemProps({ item, index })}
              className={index === highlightedIndex ? 'highlighted' : undefined}
            >
              <span className="entity">
                <Mark kind={item.kind} />
                <span dir="auto">{item.name}</span>
              </span>
            </li>
          ))}
      </ul>
    </div>
  );
}
