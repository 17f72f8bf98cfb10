import type { GrantRecord } from '../records/grant.record.js';
import type { InitiativeRecord } from '../records/initiative.record.js';

/** What an activity is made of: an initiative with its grants, or grants that belong to none. */
export interface ActivityParts {
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
  readonly reporter: IatiParty;
  readonly isSecondaryReport: boolean;
  readonly title: string;
  readonly description: string;
  readonly participants: readonly { readonly role: string; readonly party: IatiParty }[];
  readonly status: string;
  readonly dates: readonly { readonly type: string; readonly date: IatiDate }[];
  readonly countries: readonly { readonly code: string; readonly percentage: string | null }[];
  readonly places: readonly { readonly name: string | null; readonly position: string | null }[];
  readonly sectors: readonly (IatiSector & { readonly percentage: string | null })[];
  readonly budgets: readonly IatiBudget[];
  readonly transactions: readonly IatiTransaction[];
  readonly parents: readonly string[];
  readonly sources: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly licence: string | null;
    readonly retrievedOn: string | null;
    readonly pointer: string | null;
  }[];
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
