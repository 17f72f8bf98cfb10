import {
  AdvocacyBeneficiary,
  AdvocacyCase,
} from '../../entities/knowledge/advocacy-case.entity.js';
import { Announcement, Quote } from '../../entities/knowledge/announcement.entity.js';
import { Association } from '../../entities/network/association.entity.js';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { Cluster } from '../../entities/network/cluster.entity.js';
import { Company } from '../../entities/network/company.entity.js';
import {
  CooperationOffer,
  CooperationOfferSector,
} from '../../entities/knowledge/cooperation-offer.entity.js';
import { Donor } from '../../entities/network/donor.entity.js';
import { Event, EventOrganizer } from '../../entities/knowledge/event.entity.js';
import { ExcellenceLabel } from '../../entities/network/excellence-label.entity.js';
import { ExchangeRate } from '../../entities/funding/exchange-rate.entity.js';
import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Identifier } from '../../entities/network/identifier.entity.js';
import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
} from '../../entities/network/initiative.entity.js';
import { Institution } from '../../entities/network/institution.entity.js';
import { MatchDecision } from '../../entities/network/match-decision.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { NamedParent } from '../../entities/funding/named-parent.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { OrganizationMerge } from '../../entities/network/organization-merge.entity.js';
import { OrganizationName } from '../../entities/network/organization-name.entity.js';
import { OrganizationSector } from '../../entities/network/organization-sector.entity.js';
import { Partner } from '../../entities/network/partner.entity.js';
import { Partnership } from '../../entities/network/partnership.entity.js';
import { PartnershipParty } from '../../entities/network/partnership-party.entity.js';
import { Person } from '../../entities/knowledge/person.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { Seat } from '../../entities/knowledge/seat.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { Budget } from '../../entities/funding/budget.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';

/** Every table, each after those that it references. */
export const ENTITIES = [
  Source,
  Region,
  Sector,
  Organization,
  Association,
  Cluster,
  Company,
  Institution,
  Donor,
  Partner,
  OrganizationName,
  OrganizationMerge,
  MatchDecision,
  Identifier,
  OrganizationSector,
  ExcellenceLabel,
  Membership,
  Partnership,
  PartnershipParty,
  Person,
  Seat,
  Event,
  EventOrganizer,
  AdvocacyCase,
  AdvocacyBeneficiary,
  Announcement,
  Quote,
  CooperationOffer,
  CooperationOfferSector,
  Initiative,
  InitiativeParticipation,
  InitiativeSector,
  InitiativeRegion,
  Claim,
  GrantProgramme,
  Grant,
  NamedParent,
  GrantShare,
  GrantIntermediary,
  GrantSector,
  GrantLocation,
  Transaction,
  Budget,
  ExchangeRate,
];
