import { AdvocacyCase } from '../entities/advocacy-case.entity.js';
import { Announcement, Quote } from '../entities/announcement.entity.js';
import { Claim } from '../entities/claim.entity.js';
import { CooperationOffer } from '../entities/cooperation-offer.entity.js';
import { Event } from '../entities/event.entity.js';
import { ExcellenceLabel } from '../entities/excellence-label.entity.js';
import { ExchangeRate } from '../entities/exchange-rate.entity.js';
import { GrantProgramme } from '../entities/grant-programme.entity.js';
import { Grant } from '../entities/grant.entity.js';
import { Initiative, InitiativeParticipation } from '../entities/initiative.entity.js';
import { Membership } from '../entities/membership.entity.js';
import { Organization } from '../entities/organization.entity.js';
import { Partnership } from '../entities/partnership.entity.js';
import { Person } from '../entities/person.entity.js';
import { Region } from '../entities/region.entity.js';
import { Seat } from '../entities/seat.entity.js';
import { Sector } from '../entities/sector.entity.js';
import { Source } from '../entities/source.entity.js';
import { Transaction } from '../entities/transaction.entity.js';
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
  ExchangeRate,
};
