import { Claim, type Indicator, Qualifier } from '../../../entities/knowledge/claim.entity.js';
import type { Random } from '../../domain/random.js';
import { idOf, type NetworkPlan } from './plan.js';
import { table, type Table } from './table.js';
import { dateIn } from './values.js';

/** The indicators that are claimed, in turn; a repeated one is a conflict of two sources. */
const CLAIMS_OF_CLUSTER = ['MEMBERS', 'MEMBERS', 'EMPLOYEES', 'FOUNDED_ON'] as const;
const CLAIMS_IN_TURN = [
  ['EMPLOYEES'],
  ['EMPLOYEES', 'EMPLOYEES'],
  [],
  ['ANNUAL_REVENUE'],
  ['FOUNDED_ON', 'FOUNDED_ON'],
  [],
] as const;

function claimsOf(network: NetworkPlan, organization: number): readonly Indicator[] {
  return organization < network.firstNonGroup
    ? CLAIMS_OF_CLUSTER
    : (CLAIMS_IN_TURN[organization % CLAIMS_IN_TURN.length] ?? []);
}

export function organizationClaims(network: NetworkPlan): Table {
  return table<Claim>(
    Claim,
    network.sizes.organizations,
    (organization) => claimsOf(network, organization).length,
    (organization, child, row) => {
      const random = network.random('claim', row);
      const indicator = claimsOf(network, organization)[child] ?? 'EMPLOYEES';
      const isOfMembers = indicator === 'EMPLOYEES' && organization < network.firstNonGroup;
      return {
        id: idOf('Claim', 'claim', row + 1),
        organizationId: network.organizationId(organization),
        initiativeId: null,
        indicator,
        scope: isOfMembers ? 'MEMBERS_TOGETHER' : 'ITSELF',
        ...claimed(indicator, random),
        sourceId: network.sourceId(organization + child),
      };
    },
  );
}

/** The value of a claim: a whole number, sometimes round, over several orders of magnitude. */
function claimed(
  indicator: Indicator,
  random: Random,
): Pick<Claim, 'qualifier' | 'number' | 'currency' | 'date' | 'asOf'> {
  const asOf = random.oneIn(5) ? null : dateIn(2012 + random.below(14), random);
  if (indicator === 'FOUNDED_ON') {
    const date = dateIn(2005 + random.below(7), random);
    return { qualifier: 'EXACT', number: null, currency: null, date, asOf };
  }
  const isMoney = indicator === 'ANNUAL_REVENUE' || indicator === 'TOTAL_BUDGET';
  const number = (1 + random.below(99)) * random.pick([1, 10, 100]) * (isMoney ? 10_000 : 1);
  return {
    qualifier: random.oneIn(2) ? 'EXACT' : random.pick(Object.values(Qualifier)),
    number: String(number),
    currency: isMoney ? random.pick(['EUR', 'RSD']) : null,
    date: null,
    asOf,
  };
}

export function initiativeClaims(network: NetworkPlan): Table {
  return table<Claim>(
    Claim,
    network.sizes.initiatives,
    (initiative) => (initiative % 4 === 0 ? 2 : 0),
    (initiative, child, row) => ({
      id: idOf('Claim', 'initiative-claim', row + 1),
      organizationId: null,
      initiativeId: idOf('Initiative', 'initiative', initiative + 1),
      indicator: 'TOTAL_BUDGET',
      scope: 'ITSELF',
      ...claimed('TOTAL_BUDGET', network.random('initiativeClaim', row)),
      sourceId: network.sourceId(initiative + child),
    }),
  );
}
