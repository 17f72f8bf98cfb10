import type { GrantRecord } from '../records/grant.record.js';
import type { InitiativeRecord } from '../records/initiative.record.js';

/**
 * What an activity is made of: what has been published as one (grants of one identifier, with their
 * initiative), or an initiative, or a grant, which is a part of its initiative if it has one.
 */
export interface ActivityParts {
  readonly kind: 'PUBLISHED' | 'INITIATIVE' | 'GRANT';
  readonly initiative: InitiativeRecord | null;
  readonly grants: readonly GrantRecord[];
}

/** A day as IATI wants it, and what is known where that is less. */
export interface IatiDate {
  readonly day: string;
  readonly known: string | null;
}

export interface IatiParty {
  readonly ref: string;
  readonly type: string;
  readonly name: string;
}

export interface IatiSector {
  readonly code: {
    readonly vocabulary: string;
    readonly 'vocabulary-uri'?: string;
    readonly code: string;
  };
  readonly title: string;
}

/** An activity in the codes of IATI. */
export interface IatiActivity {
  readonly identifier: string;
  /** Of a grant, whose currency it may not tell otherwise. */
  readonly currency: string | null;
  /** 1 of what has parts, 2 of what is one. */
  readonly hierarchy: string | null;
  readonly reporter: IatiParty;
  /** Somebody must report every activity, also where none is known. */
  readonly isReporterKnown: boolean;
  readonly isSecondaryReport: boolean;
  readonly title: string;
  /** The title where none is known. */
  readonly description: string;
  readonly isDescriptionKnown: boolean;
  readonly participants: readonly {
    readonly role: string;
    readonly party: IatiParty;
    /** Of who takes part in an initiative: since when, until when and whether still; or that only its grants say so. */
    readonly tie: OwnFacts;
  }[];
  readonly status: {
    readonly code: string;
    /** Every activity must have one, also where none is known. */
    readonly isKnown: boolean;
  };
  readonly dates: readonly { readonly type: string; readonly date: IatiDate }[];
  readonly countries: readonly { readonly code: string; readonly percentage: string | null }[];
  readonly places: readonly {
    readonly name: string | null;
    readonly position: string | null;
    /** The code of NUTS, for which the standard has no list. */
    readonly region: string | null;
  }[];
  readonly sectors: readonly (IatiSector & { readonly percentage: string | null })[];
  readonly budgets: readonly IatiBudget[];
  readonly transactions: readonly IatiTransaction[];
  readonly parents: readonly IatiParent[];
  /** Of each of its grants what the standard has no place for. */
  readonly grants: readonly IatiGrant[];
  readonly sources: readonly {
    readonly slug: string;
    readonly title: string;
    readonly url: string | null;
    readonly licence: string | null;
    readonly retrievedOn: string | null;
    readonly pointer: string | null;
  }[];
}

/** Facts by the names of attributes, in the words of the graph. */
export type OwnFacts = Readonly<Record<string, string | null>>;

export interface IatiGrant {
  readonly facts: OwnFacts;
  readonly locations: readonly OwnFacts[];
  readonly funder: IatiParty;
  readonly recipients: readonly { readonly party: IatiParty; readonly amount: string | null }[];
  readonly programme: IatiProgramme | null;
}

export interface IatiProgramme {
  readonly facts: OwnFacts;
  readonly description: string | null;
  readonly funder: IatiParty;
  readonly manager: IatiParty | null;
}

export interface IatiParent {
  readonly ref: string;
  /** The slug of the initiative that it is, if the activity is a part of one. */
  readonly initiative: string | null;
}

/** The whole budget, over the whole time of the activity. */
export interface IatiBudget {
  readonly start: string;
  readonly end: string;
  readonly value: string;
  readonly currency: string;
}

export interface IatiTransaction {
  readonly type: string;
  /** Whether it stands for a sum that is stated without transactions. */
  readonly isSum: boolean;
  readonly reference: string | null;
  readonly date: IatiDate;
  readonly value: string;
  readonly currency: string;
  readonly valueDate: IatiDate;
  readonly description: string | null;
  readonly provider: IatiParty | null;
  readonly receiver: IatiParty | null;
  readonly sector: IatiSector | null;
}
