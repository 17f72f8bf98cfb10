/** How imports know an organization of a file (`OrganizationFinder`), in parts that a person can read. */
export interface MentionKey {
  /** Empty for an identifier, which is the same in every data set. */
  readonly dataSet: string;
  readonly knownBy: (typeof KNOWN_BY)[number];
  readonly text: string;
}

/** An identifier of a register, or a name or another number within a data set. */
export const KNOWN_BY = ['identifier', 'name', 'number'] as const;

const IN_KEY = { name: 'name', number: 'ref' } as const;

export function mentionKey({ dataSet, knownBy, text }: MentionKey): string {
  return knownBy === 'identifier' ? text : `${dataSet}\n${IN_KEY[knownBy]}\n${text}`;
}

export function readMentionKey(key: string): MentionKey {
  const [dataSet = '', inKey, text] = key.split('\n');
  if (text === undefined) return { dataSet: '', knownBy: 'identifier', text: key };
  return { dataSet, knownBy: inKey === IN_KEY.name ? 'name' : 'number', text };
}
