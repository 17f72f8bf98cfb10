import { AdvocacyCase } from '../entities/knowledge/advocacy-case.entity.js';
import { Announcement, Quote } from '../entities/knowledge/announcement.entity.js';
import { Association } from '../entities/network/association.entity.js';
import { Claim } from '../entities/knowledge/claim.entity.js';
import { Cluster } from '../entities/network/cluster.entity.js';
import { Company } from '../entities/network/company.entity.js';
import { CooperationOffer } from '../entities/knowledge/cooperation-offer.entity.js';
import { Donor } from '../entities/network/donor.entity.js';
import { Event } from '../entities/knowledge/event.entity.js';
import { ExcellenceLabel } from '../entities/network/excellence-label.entity.js';
import { Initiative, InitiativeParticipation } from '../entities/network/initiative.entity.js';
import { Institution } from '../entities/network/institution.entity.js';
import { Membership } from '../entities/network/membership.entity.js';
import { Organization } from '../entities/network/organization.entity.js';
import { Partner } from '../entities/network/partner.entity.js';
import { Partnership } from '../entities/network/partnership.entity.js';
import { Person } from '../entities/knowledge/person.entity.js';
import { Region } from '../entities/network/region.entity.js';
import { Seat } from '../entities/knowledge/seat.entity.js';
import { Sector } from '../entities/network/sector.entity.js';
import { Source } from '../entities/knowledge/source.entity.js';
import { connectionOf } from '../src/fields/connection.js';
import { inForce } from '../src/fields/in-force.js';
import { sql } from '../src/fields/sql.js';

/** The connections whose nodes are the rows themselves. */
export const OrganizationConnection = connectionOf(Organization);
export const AssociationConnection = connectionOf(Association);
export const ClusterConnection = connectionOf(Cluster);
export const CompanyConnection = connectionOf(Company);
export const InstitutionConnection = connectionOf(Institution);
export const DonorConnection = connectionOf(Donor);
export const PartnerConnection = connectionOf(Partner);
export const SectorConnection = connectionOf(Sector);
export const RegionConnection = connectionOf(Region);
export const MembershipConnection = connectionOf(Membership, { inForce });
export const PartnershipConnection = connectionOf(Partnership, { inForce });
export const PersonConnection = connectionOf(Person);
export const SeatConnection = connectionOf(Seat, { inForce });
export const EventConnection = connectionOf(Event);
export const AdvocacyCaseConnection = connectionOf(AdvocacyCase);
export const AnnouncementConnection = connectionOf(Announcement);
export const CooperationOfferConnection = connectionOf(CooperationOffer, { inForce });
export const InitiativeConnection = connectionOf(Initiative);
export const InitiativeParticipationConnection = connectionOf(InitiativeParticipation, {
  inForce,
});
export const ClaimConnection = connectionOf(Claim, {
  inForce: ({ asOf }, day) => sql`coalesce(${asOf}, '') <= ${day}::text`,
});
export const SourceConnection = connectionOf(Source);
export const QuoteConnection = connectionOf(Quote);
export const ExcellenceLabelConnection = connectionOf(ExcellenceLabel);
