import type { ActivityElement } from './activity-element.js';
import { partyOf, type Party } from './party.js';

/** The party that an element names; null if it names none. */
export function readParty(element: ActivityElement | null): Party | null {
  if (element === null) return null;
  return partyOf({
    name: element.narrative,
    reference: element.attribute('ref'),
    type: element.attribute('type'),
  });
}
