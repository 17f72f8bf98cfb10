import { Organization } from '../../entities/network/organization.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { connectionOf } from '../../src/fields/connection.js';

/** The connections whose nodes are the rows themselves. */
export const OrganizationConnection = connectionOf(Organization);
export const SectorConnection = connectionOf(Sector);
