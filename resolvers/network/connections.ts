import { Association } from '../../entities/network/association.entity.js';
import { Cluster } from '../../entities/network/cluster.entity.js';
import { Company } from '../../entities/network/company.entity.js';
import { Donor } from '../../entities/network/donor.entity.js';
import { ExcellenceLabel } from '../../entities/network/excellence-label.entity.js';
import { Initiative, InitiativeParticipation } from '../../entities/network/initiative.entity.js';
import { Institution } from '../../entities/network/institution.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Partner } from '../../entities/network/partner.entity.js';
import { Partnership } from '../../entities/network/partnership.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { connectionOf } from '../../src/fields/connection.js';
import { inForce } from '../../src/fields/in-force.js';

/** The connections whose nodes are the rows themselves. */
export const OrganizationConnection = connectionOf(Organization);
export const AssociationConnection = connectionOf(Association);
export const ClusterConnection = connectionOf(Cluster);
export const CompanyConnection = connectionOf(Company);
export const InstitutionConnection = connectionOf(Institution);
export const DonorConnection = connectionOf(Donor);
export const PartnerConnection = connectionOf(Partner);
export const RegionConnection = connectionOf(Region);
export const MembershipConnection = connectionOf(Membership, { inForce });
export const PartnershipConnection = connectionOf(Partnership, { inForce });
export const InitiativeConnection = connectionOf(Initiative);
export const InitiativeParticipationConnection = connectionOf(InitiativeParticipation, {
  inForce,
});
export const ExcellenceLabelConnection = connectionOf(ExcellenceLabel);
