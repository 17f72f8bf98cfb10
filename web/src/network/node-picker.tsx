import { useCombobox } from 'downshift';
import { useEffect, useState } from 'react';
import type { GraphNode } from '../../../src/pages/views/network.js';
import { Mark } from '../components/mark.js';

interface NodePickerProps {
  readonly label: string;
  readonly nodes: readonly GraphNode[];
  readonly selected: string | null;
  readonly select: (key: string | null) => void;
}

const MOST_SHOWN = 12;

/** Without case and diacritics, so that `nis` finds `Niš`. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Chooses a node of the network by its name. */
export function NodePicker({ label, nodes, selected, select }: NodePickerProps) {
  const chosen = nodes.find(({ key }) => key === selected) ?? null;
  const [text, setText] = useState('');
  // The address decides, also when it changes by itself.
  useEffect(() => setText(chosen?.name ?? ''), [chosen]);
  const wanted = folded(text.trim());
  const items = nodes.filter(({ name }) => folded(name).includes(wanted)).slice(0, MOST_SHOWN);
  const { isOpen, highlightedIndex, getInputProps, getLabelProps, getMenuProps, getItemProps } =
    useCombobox<GraphNode | null>({
      items,
      inputValue: text,
      selectedItem: chosen,
      itemToString: (item) => item?.name ?? '',
      onInputValueChange: ({ inputValue }) => {
        setText(inputValue);
        if (inputValue === '') select(null);
      },
      onSelectedItemChange: ({ selectedItem }) => {
        if (selectedItem !== null) select(selectedItem.key);
      },
    });
  return (
    <div className="combobox field">
      <label {...getLabelProps()}>{label}</label>
      <input type="search" {...getInputProps({ autoComplete: 'off' })} />
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
