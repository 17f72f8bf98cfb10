import { lengthFault, type TextKind } from '../../domain/text-limits.js';
import type { Place } from '../report.js';
import type { ActivityElement } from './activity-element.js';

interface TooLong {
  readonly place: Place;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** The first text of an activity, in the elements that are imported, that is too long; null if there is none. */
export function tooLongText(
  activity: ActivityElement,
  isTaken: (name: string) => boolean,
): TooLong | null {
  for (const name of new Set(activity.childNames)) {
    if (!isTaken(name)) continue;
    for (const child of activity.all(name)) {
      const found = within(child, TEXT_KINDS[name] ?? 'text');
      if (found !== null) return found;
    }
  }
  return null;
}

/** What the text of an element and of the narratives in it is; a text unless listed. */
const TEXT_KINDS: Readonly<Record<string, TextKind>> = {
  'iati-identifier': 'identifier',
  title: 'title',
  ...Object.fromEntries(
    [
      'reporting-org',
      'participating-org',
      'provider-org',
      'receiver-org',
      'scan:funder',
      'scan:recipient',
      'scan:manager',
      'recipient-country',
      'recipient-region',
      'name',
      'sector',
    ].map((element) => [element, 'name'] as const),
  ),
};

/** What an attribute is; the others are not stored, or have a form with a length of its own. */
const ATTRIBUTE_KINDS: Readonly<Record<string, TextKind>> = {
  ref: 'identifier',
  code: 'identifier',
  slug: 'identifier',
  region: 'identifier',
  'scan:region': 'identifier',
  'provider-activity-id': 'identifier',
  name: 'name',
  title: 'title',
  website: 'title',
};

function within(element: ActivityElement, textKind: TextKind): TooLong | null {
  const text = element.text;
  const fault = lengthFault(text, textKind);
  if (fault !== null) return { place: element.place, field: '', value: text, reason: fault };
  for (const [name, kind] of Object.entries(ATTRIBUTE_KINDS)) {
    const value = element.attribute(name);
    const reason = lengthFault(value, kind);
    if (reason !== null) return { place: element.place, field: `@${name}`, value, reason };
  }
  for (const name of new Set(element.childNames)) {
    for (const child of element.all(name)) {
      const found = within(child, name === 'narrative' ? textKind : (TEXT_KINDS[name] ?? 'text'));
      if (found !== null) return found;
    }
  }
  return null;
}
