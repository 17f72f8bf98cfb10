import type { ActivityElement, Findings } from './activity-element.js';
import { LONGEST_IDENTIFIER, LONGEST_NAME, NO_NAME_SO_LONG } from '../longest.js';
import { partyOf, type Party } from './party.js';

/** The party that an element names; null if it names none. */
export function readParty(element: ActivityElement | null, findings: Findings): Party | null {
  if (element === null) return null;
  const [name, reference] = [element.narrative, element.attribute('ref')];
  const type = element.attribute('type');
  if (name.length <= LONGEST_NAME && reference.length <= LONGEST_IDENTIFIER) {
    return partyOf({ name, reference, type });
  }
  findings.fault(element.place, '', name || reference, NO_NAME_SO_LONG);
  return null;
}
