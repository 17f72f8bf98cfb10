import { AdvocacyCase } from '../../entities/knowledge/advocacy-case.entity.js';
import { Announcement, Quote } from '../../entities/knowledge/announcement.entity.js';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { CooperationOffer } from '../../entities/knowledge/cooperation-offer.entity.js';
import { Event } from '../../entities/knowledge/event.entity.js';
import { Person } from '../../entities/knowledge/person.entity.js';
import { Seat } from '../../entities/knowledge/seat.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { connectionOf } from '../../src/fields/connection.js';
import { inForce } from '../../src/fields/in-force.js';
import { sql } from '../../src/fields/sql.js';

/** The connections whose nodes are the rows themselves. */
export const PersonConnection = connectionOf(Person);
export const SeatConnection = connectionOf(Seat, { inForce });
export const EventConnection = connectionOf(Event);
export const AdvocacyCaseConnection = connectionOf(AdvocacyCase);
export const AnnouncementConnection = connectionOf(Announcement);
export const CooperationOfferConnection = connectionOf(CooperationOffer, { inForce });
export const ClaimConnection = connectionOf(Claim, {
  inForce: ({ asOf }, day) => sql`coalesce(${asOf}, '') <= ${day}::text`,
});
export const SourceConnection = connectionOf(Source);
export const QuoteConnection = connectionOf(Quote);
export const OrganizerConnection = connectionOf(Organization, { name: 'Organizer' });
export const BeneficiaryConnection = connectionOf(Organization, { name: 'Beneficiary' });
