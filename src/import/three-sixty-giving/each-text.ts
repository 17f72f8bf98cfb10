import { isObject, type Json } from '../json.js';

/** Its property has no positions in lists; its JSON pointer is made only if it is asked for. */
type OnText = (text: string, property: string, pointer: () => string) => void;

/** Calls for each text of the properties that are imported. There are dozens in a grant, nearly all without a fault. */
export function eachText(
  value: Json,
  isTaken: (property: string) => boolean,
  onText: OnText,
): void {
  const steps: (string | number)[] = [];
  const pointer = () =>
    steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const look = (at: Json, property: string) => {
    if (typeof at === 'string') {
      if (isTaken(property)) onText(at, property, pointer);
    } else if (Array.isArray(at)) {
      for (const [index, each] of (at as readonly Json[]).entries()) {
        steps.push(index);
        look(each, property);
        steps.pop();
      }
    } else if (isObject(at)) {
      for (const name in at) {
        steps.push(name);
        look(at[name] ?? null, property === '' ? name : `${property}/${name}`);
        steps.pop();
      }
    }
  };
  look(value, '');
}
