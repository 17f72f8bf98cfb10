import { Sector } from '../../entities/network/sector.entity.js';
import { connectionOf } from '../../src/fields/connection.js';

/**
 * The connections that several domains use. Their nodes are of one type: gateways cannot plan a list of an interface
 * that several subgraphs have.
 */
export const SectorConnection = connectionOf(Sector);
