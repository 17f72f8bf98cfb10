import { AdvocacyCase } from '../entities/knowledge/advocacy-case.entity.js';
import { Announcement, Quote } from '../entities/knowledge/announcement.entity.js';
import { Claim } from '../entities/knowledge/claim.entity.js';
import { CooperationOffer } from '../entities/knowledge/cooperation-offer.entity.js';
import { Event } from '../entities/knowledge/event.entity.js';
import { ExcellenceLabel } from '../entities/network/excellence-label.entity.js';
import { ExchangeRate } from '../entities/funding/exchange-rate.entity.js';
import { GrantProgramme } from '../entities/funding/grant-programme.entity.js';
import { Grant } from '../entities/funding/grant.entity.js';
import { Initiative, InitiativeParticipation } from '../entities/network/initiative.entity.js';
import { Membership } from '../entities/network/membership.entity.js';
import { Organization } from '../entities/network/organization.entity.js';
import { Partnership } from '../entities/network/partnership.entity.js';
import { Person } from '../entities/knowledge/person.entity.js';
import { Region } from '../entities/network/region.entity.js';
import { Seat } from '../entities/knowledge/seat.entity.js';
import { Sector } from '../entities/network/sector.entity.js';
import { Source } from '../entities/knowledge/source.entity.js';
import { Budget } from '../entities/funding/budget.entity.js';
import { Transaction } from '../entities/funding/transaction.entity.js';
import type { IdKind } from '../src/domain/ids.js';
import type { ClassOf } from '../src/fields/row.js';

/** The class of the objects that have ids of this kind. */
export const NODE_CLASSES: Readonly<Record<IdKind, ClassOf>> = {
  Organization,
  Sector,
  Region,
  Membership,
  Partnership,
  Person,
  Seat,
  Event,
  AdvocacyCase,
  Announcement,
  Quote,
  CooperationOffer,
  Initiative,
  InitiativeParticipation,
  Claim,
  Source,
  ExcellenceLabel,
  GrantProgramme,
  Grant,
  Transaction,
  Budget,
  ExchangeRate,
};
