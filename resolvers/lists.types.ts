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
