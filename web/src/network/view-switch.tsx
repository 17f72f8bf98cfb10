import { useId } from 'react';
import { useLanguage } from '../context.js';

interface ViewSwitchProps {
  readonly isTable: boolean;
  readonly change: (isTable: boolean) => void;
}

/** The choice between a drawing and the table with the same content. */
export function ViewSwitch({ isTable, change }: ViewSwitchProps) {
  const { words } = useLanguage();
  const name = useId();
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{words.network.view}</legend>
      {[false, true].map((table) => (
        <label key={String(table)} className="choice">
          <input
            type="radio"
            name={name}
            checked={isTable === table}
            onChange={() => change(table)}
          />
          {table ? words.network.table : words.network.drawing}
        </label>
      ))}
    </fieldset>
  );
}
