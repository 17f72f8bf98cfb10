import type { GrantRecord } from '../records/grant.record.js';
import type { InitiativeRecord } from '../records/initiative.record.js';

/**
 * The records in an activity: a published activity (grants with one identifier, and their initiative), an
 * initiative, or a grant, which is part of its initiative if it has one.
 */
export interface ActivityParts {
  readonly kind: 'PUBLISHED' | 'INITIATIVE' | 'GRANT';
  readonly initiative: InitiativeRecord | null;
  readonly grants: readonly GrantRecord[];
}

/** A day, as IATI requires, with the known precision if that is less than a day. */
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
  /** The currency of a grant, which might not be stated elsewhere. */
  readonly currency: string | null;
  /** 1 for an activity with parts, 2 for a part. */
  readonly hierarchy: string | null;
  readonly reporter: IatiParty;
  /** False if the reporter is unknown and was added only because IATI requires one. */
  readonly isReporterKnown: boolean;
  readonly isSecondaryReport: boolean;
  readonly title: string;
  /** The title if there is no description. */
  readonly description: string;
  readonly isDescriptionKnown: boolean;
  readonly participants: readonly {
    readonly role: string;
    readonly party: IatiParty;
    /** The period and status of a participation, or that only grants have this participant. */
    readonly tie: OwnFacts;
  }[];
  readonly status: {
    readonly code: string;
    /** False if the status is unknown and was added only because IATI requires one. */
    readonly isKnown: boolean;
  };
  readonly dates: readonly { readonly type: string; readonly date: IatiDate }[];
  readonly countries: readonly { readonly code: string; readonly percentage: string | null }[];
  readonly places: readonly {
    readonly name: string | null;
    readonly position: string | null;
    /** The NUTS code, for which the standard has no vocabulary. */
    readonly region: string | null;
  }[];
  readonly sectors: readonly (IatiSector & { readonly percentage: string | null })[];
  readonly budgets: readonly IatiBudget[];
  readonly transactions: readonly IatiTransaction[];
  readonly parents: readonly IatiParent[];
  /** Facts of each grant that the standard cannot represent. */
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

/** Facts by attribute name, in the terms of the graph. */
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
  /** The slug of the initiative that the activity is part of. */
  readonly initiative: string | null;
}

export interface IatiBudget {
  readonly type: string;
  readonly status: string;
  /** Whether it represents the total budget of an initiative, for the whole period of the activity. */
  readonly isTotal: boolean;
  readonly start: IatiDate;
  readonly end: IatiDate;
  readonly value: string;
  readonly currency: string;
  readonly valueDate: IatiDate;
}

export interface IatiTransaction {
  readonly type: string;
  /** Whether it represents a sum that is stated without transactions. */
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
  readonly country: {
    readonly code: string;
    /** The NUTS code, for which the standard has no vocabulary. */
    readonly region: string | null;
    readonly name: string | null;
  } | null;
}
