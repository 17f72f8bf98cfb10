import { CreateFunding1763900100000 } from './migrations/1763900100000-create-funding.js';
import { MergeOrganizations1763900300000 } from './migrations/1763900300000-merge-organizations.js';
import { CreateNetwork1763900000000 } from './migrations/1763900000000-create-network.js';
import { FindCoFunders1765000000000 } from './migrations/1765000000000-find-co-funders.js';
import { SortNewestFirst1765100000000 } from './migrations/1765100000000-sort-newest-first.js';
import { NameParents1764700000000 } from './migrations/1764700000000-name-parents.js';
import { NoteChangedRows1764900000000 } from './migrations/1764900000000-note-changed-rows.js';
import { RememberFigures1764800000000 } from './migrations/1764800000000-remember-figures.js';
import { CreateNetworkVersion1764200000000 } from './migrations/1764200000000-create-network-version.js';
import { RefuseCirclesOfGrants1764300000000 } from './migrations/1764300000000-refuse-circles-of-grants.js';
import { CoverFiguresOfGrants1764300100000 } from './migrations/1764300100000-cover-figures-of-grants.js';
import { OrderLongLists1764500000000 } from './migrations/1764500000000-order-long-lists.js';
import { CheckDatesByTheStatement1764600000000 } from './migrations/1764600000000-check-dates-by-the-statement.js';
import { NoteChangesOfTheNetwork1765400000000 } from './migrations/1765400000000-note-changes-of-the-network.js';
import { TellDatabasesApart1765300000000 } from './migrations/1765300000000-tell-databases-apart.js';
import { BeginWithoutFoundingData1766300000000 } from './migrations/1766300000000-begin-without-founding-data.js';
import { NestOrganizations1766500000000 } from './migrations/1766500000000-nest-organizations.js';
import { KeepMatchDecisions1766600000000 } from './migrations/1766600000000-keep-match-decisions.js';
import { FoldPlainTextQuickly1766800000000 } from './migrations/1766800000000-fold-plain-text-quickly.js';
import { ListOtherNumbers1766700000000 } from './migrations/1766700000000-list-other-numbers.js';
import { SayWhoNamesParents1766900000000 } from './migrations/1766900000000-say-who-names-parents.js';
import { PlanSpending1766400000000 } from './migrations/1766400000000-plan-spending.js';
import { NumberGrantsByWhoeverNumbers1766100000000 } from './migrations/1766100000000-number-grants-by-whoever-numbers.js';
import { DivideTransactionsByPlace1766200000000 } from './migrations/1766200000000-divide-transactions-by-place.js';

/** In the order in which they are applied. A migration that has landed is never edited. */
export const MIGRATIONS = [
  CreateNetwork1763900000000,
  CreateFunding1763900100000,
  MergeOrganizations1763900300000,
  CreateNetworkVersion1764200000000,
  RefuseCirclesOfGrants1764300000000,
  CoverFiguresOfGrants1764300100000,
  OrderLongLists1764500000000,
  CheckDatesByTheStatement1764600000000,
  NameParents1764700000000,
  RememberFigures1764800000000,
  NoteChangedRows1764900000000,
  FindCoFunders1765000000000,
  SortNewestFirst1765100000000,
  TellDatabasesApart1765300000000,
  NoteChangesOfTheNetwork1765400000000,
  NumberGrantsByWhoeverNumbers1766100000000,
  DivideTransactionsByPlace1766200000000,
  BeginWithoutFoundingData1766300000000,
  PlanSpending1766400000000,
  NestOrganizations1766500000000,
  KeepMatchDecisions1766600000000,
  ListOtherNumbers1766700000000,
  FoldPlainTextQuickly1766800000000,
  SayWhoNamesParents1766900000000,
];
