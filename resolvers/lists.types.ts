import { AdvocacyCase } from '../entities/advocacy-case.entity.js';
import { Announcement, Quote } from '../entities/announcement.entity.js';
import { Association } from '../entities/association.entity.js';
import { Claim } from '../entities/claim.entity.js';
import { Cluster } from '../entities/cluster.entity.js';
import { Company } from '../entities/company.entity.js';
import { CooperationOffer } from '../entities/cooperation-offer.entity.js';
import { Donor } from '../entities/donor.entity.js';
import { Event } from '../entities/event.entity.js';
import { ExcellenceLabel } from '../entities/excellence-label.entity.js';
import { Initiative, InitiativeParticipation } from '../entities/initiative.entity.js';
import { Institution } from '../entities/institution.entity.js';
import { Membership } from '../entities/membership.entity.js';
import { Organization } from '../entities/organization.entity.js';
import { Partner } from '../entities/partner.entity.js';
import { Partnership } from '../entities/partnership.entity.js';
import { Person } from '../entities/person.entity.js';
import { Region } from '../entities/region.entity.js';
import { Seat } from '../entities/seat.entity.js';
import { Sector } from '../entities/sector.entity.js';
import { Source } from '../entities/source.entity.js';
import { inForce, listOf } from '../src/graph/connection.js';

/** The connections whose nodes are the rows themselves. */
export const OrganizationConnection = listOf(Organization);
export const AssociationConnection = listOf(Association);
export const ClusterConnection = listOf(Cluster);
export const CompanyConnection = listOf(Company);
export const InstitutionConnection = listOf(Institution);
export const DonorConnection = listOf(Donor);
export const PartnerConnection = listOf(Partner);
export const SectorConnection = listOf(Sector);
export const RegionConnection = listOf(Region);
export const MembershipConnection = listOf(Membership, { asOf: inForce('t') });
export const PartnershipConnection = listOf(Partnership, { asOf: inForce('t') });
export const PersonConnection = listOf(Person);
export const SeatConnection = listOf(Seat, { asOf: inForce('t') });
export const EventConnection = listOf(Event);
export const AdvocacyCaseConnection = listOf(AdvocacyCase);
export const AnnouncementConnection = listOf(Announcement);
export const CooperationOfferConnection = listOf(CooperationOffer, { asOf: inForce('t') });
export const InitiativeConnection = listOf(Initiative);
export const InitiativeParticipationConnection = listOf(InitiativeParticipation, {
  asOf: inForce('t'),
});
export const ClaimConnection = listOf(Claim, { asOf: `coalesce(t.as_of, '') <= ?::text` });
export const SourceConnection = listOf(Source);
export const QuoteConnection = listOf(Quote);
export const ExcellenceLabelConnection = listOf(ExcellenceLabel);
