/** The kinds of ties in the partnership graph. `tie-rows.ts` has the SQL that reads them. */

/** In a group with more parties than this, only the lead is tied to each of the others. */
export const MAX_ALL_PAIRS = 30;

interface TieKind {
  readonly description: string;
  /** Whether the tie leads from its first end to the other; if not, it leads both ways. */
  readonly isDirected: boolean;
}

export const TIES = {
  MEMBERSHIP: {
    description: 'One organization is a member of the other, which is a cluster or an association.',
    isDirected: true,
  },
  PARTNERSHIP: {
    description: `Both are parties of the same partnership. In a partnership with more than ${MAX_ALL_PAIRS} parties, only the parties that set it up or coordinate it have a tie with each of the others.`,
    isDirected: false,
  },
  JOINT_INITIATIVE: {
    description: `Both take part in the same initiative at the same time. In an initiative with more than ${MAX_ALL_PAIRS} participants, only its lead has a tie with each of the others.`,
    isDirected: false,
  },
  FUNDING: {
    description:
      'One organization promised money to the other by a grant that was not canceled. Counts from the award to the end of the grant.',
    isDirected: true,
  },
  BOARD_SEAT: {
    description:
      'One person has seats in both at the same time, or has a seat in one that the other nominated the person for.',
    isDirected: false,
  },
} as const satisfies Readonly<Record<string, TieKind>>;

export type NetworkTieKind = keyof typeof TIES;
export const TIE_KINDS = Object.keys(TIES) as NetworkTieKind[];

export function byKind<T>(make: (kind: NetworkTieKind) => T): Record<NetworkTieKind, T> {
  return Object.fromEntries(TIE_KINDS.map((kind) => [kind, make(kind)])) as Record<
    NetworkTieKind,
    T
  >;
}
