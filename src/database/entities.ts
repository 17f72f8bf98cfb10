import { AdvocacyBeneficiary, AdvocacyCase } from '../../entities/advocacy-case.entity.js';
import { Announcement, Quote } from '../../entities/announcement.entity.js';
import { Association } from '../../entities/association.entity.js';
import { Claim } from '../../entities/claim.entity.js';
import { Cluster } from '../../entities/cluster.entity.js';
import { Company } from '../../entities/company.entity.js';
import {
  CooperationOffer,
  CooperationOfferSector,
} from '../../entities/cooperation-offer.entity.js';
import { Donor } from '../../entities/donor.entity.js';
import { Event, EventOrganizer } from '../../entities/event.entity.js';
import { ExcellenceLabel } from '../../entities/excellence-label.entity.js';
import { ExchangeRate } from '../../entities/exchange-rate.entity.js';
import { GrantProgramme } from '../../entities/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../../entities/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../entities/grant-share.entity.js';
import { Grant } from '../../entities/grant.entity.js';
import { Identifier } from '../../entities/identifier.entity.js';
import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
} from '../../entities/initiative.entity.js';
import { Institution } from '../../entities/institution.entity.js';
import { Membership } from '../../entities/membership.entity.js';
import { NamedParent } from '../../entities/named-parent.entity.js';
import { Organization } from '../../entities/organization.entity.js';
import { OrganizationMerge } from '../../entities/organization-merge.entity.js';
import { OrganizationName } from '../../entities/organization-name.entity.js';
import { OrganizationSector } from '../../entities/organization-sector.entity.js';
import { Partner } from '../../entities/partner.entity.js';
import { Partnership } from '../../entities/partnership.entity.js';
import { PartnershipParty } from '../../entities/partnership-party.entity.js';
import { Person } from '../../entities/person.entity.js';
import { Region } from '../../entities/region.entity.js';
import { Seat } from '../../entities/seat.entity.js';
import { Sector } from '../../entities/sector.entity.js';
import { Source } from '../../entities/source.entity.js';
import { Transaction } from '../../entities/transaction.entity.js';

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
  ExchangeRate,
];
