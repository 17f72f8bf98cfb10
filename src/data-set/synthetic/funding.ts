import { ExchangeRate } from '../../../entities/funding/exchange-rate.entity.js';
import {
  GrantProgramme,
  ProgrammeStatus,
} from '../../../entities/funding/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../../entities/funding/grant-share.entity.js';
import {
  Grant,
  type GrantScheme,
  GrantStatus,
  RegrantType,
} from '../../../entities/funding/grant.entity.js';
import { Budget } from '../../../entities/funding/budget.entity.js';
import { Transaction, type TransactionKind } from '../../../entities/funding/transaction.entity.js';
import type { Random } from '../../domain/random.js';
import { regionOf, someSectorId } from './classification.js';
import { FundingPlan, type GrantPlan, money } from './funding-plan.js';
import { COUNTRY, FIELDS, idOf, type NetworkPlan, slug } from './plan.js';
import { one, table, type Table } from './table.js';
import type { OrganizationId } from '../../domain/ids.js';
import { dateIn, HeavyTailedDraw, word } from './values.js';

/** The ISO 4217 code for tests, so that no real amount can be converted with these rates. */
const TRIAL_CURRENCY = 'XTS';

export function fundingTables(network: NetworkPlan): Table[] {
  const plan = new FundingPlan(network);
  return [
    programmes(network, plan),
    grants(network, plan),
    shares(network, plan),
    intermediaries(network),
    grantSectors(network),
    locations(network),
    transactions(network, plan),
    budgets(network, plan),
    exchangeRates(network),
  ];
}

const programmeId = (programme: number) => idOf('GrantProgramme', 'programme', programme + 1);
const grantId = (grant: number) => idOf('Grant', 'grant', grant + 1);

function programmes(network: NetworkPlan, plan: FundingPlan): Table {
  return table<GrantProgramme>(GrantProgramme, network.sizes.programmes, one, (programme) => {
    const random = network.random('programme', programme);
    const number = programme + 1;
    const year = 2006 + random.below(18);
    const hasBudget = !random.oneIn(3);
    return {
      id: programmeId(programme),
      slug: slug('programme', number),
      title: `Synthetic Programme ${String(number)} ${word(random).latin}`,
      code: random.oneIn(2) ? `SYN-${String(number)}` : null,
      description: random.oneIn(2) ? 'Made by a generator, to try funding out.' : null,
      website: random.oneIn(3) ? `https://${slug('programme', number)}.example` : null,
      funderId: network.organizationId(plan.programmeFunder(programme)),
      managerId: random.oneIn(3) ? someInstitution(network, random) : null,
      openedOn: random.oneIn(5) ? null : dateIn(year, random),
      closedOn: random.oneIn(2) ? null : dateIn(year + 1 + random.below(4), random),
      budget: hasBudget ? String((1 + random.below(99)) * 100_000) : null,
      currency: hasBudget ? random.pick(['RSD', 'EUR']) : null,
      status: random.pick(Object.values(ProgrammeStatus)),
      sourceId: network.sourceId(programme),
    };
  });
}

function someInstitution(network: NetworkPlan, random: Random): OrganizationId {
  const first = network.firstOf('Institution');
  return network.organizationId(first + random.below(network.sizes.institutions));
}

const IDENTIFIERS: Readonly<Record<GrantScheme, string>> = {
  THREE_SIXTY_GIVING: '360G-SYN-',
  IATI: 'ZZ-SYN-',
  SCAN: 'synthetic-grant-',
};
const SCHEMES = Object.keys(IDENTIFIERS) as GrantScheme[];

function grants(network: NetworkPlan, plan: FundingPlan): Table {
  const initiatives = new HeavyTailedDraw(network.sizes.initiatives, 5);
  return table<Grant>(Grant, network.sizes.grants, one, (grant) => {
    const random = network.random('grant', grant);
    const { programme, funder, currency, awarded, year, toIndividuals, parent } = plan.grant(grant);
    const number = grant + 1;
    const scheme = random.pick(SCHEMES);
    const isOver = random.oneIn(3);
    const isPlanned = random.oneIn(3);
    const startedOn = isPlanned || random.oneIn(4) ? null : dateIn(year, random);
    const asked = awarded === null || random.oneIn(3) ? null : awarded + random.below(awarded);
    return {
      id: grantId(grant),
      scheme,
      identifier: `${IDENTIFIERS[scheme]}${String(number)}`,
      title: `Synthetic Grant ${String(number)} ${word(random).latin}`,
      description: random.oneIn(2) ? `Synthetic purpose: ${word(random).latin}.` : null,
      funderId: network.organizationId(funder),
      programmeId: programme === null ? null : programmeId(programme),
      initiativeId: random.oneIn(2)
        ? null
        : idOf('Initiative', 'initiative', 1 + initiatives.draw(random, grant)),
      parentId: parent === null ? null : grantId(parent),
      currency,
      appliedFor: asked === null ? null : money(asked),
      awarded: awarded === null ? null : money(awarded),
      disbursed:
        awarded === null || transactionsOf(grant) > 0 || random.oneIn(2)
          ? null
          : money(random.below(awarded)),
      awardedOn: random.oneIn(12) ? null : dateIn(year, random),
      plannedStartOn: isPlanned ? dateIn(year, random) : null,
      plannedEndOn: isPlanned ? dateIn(year + 1 + random.below(3), random) : null,
      startedOn,
      endedOn: isOver && startedOn !== null ? dateIn(year + 1, random) : null,
      status: isOver ? 'CLOSED' : random.oneIn(5) ? null : random.pick(Object.values(GrantStatus)),
      regrant: FundingPlan.isRegrant(grant) ? random.pick(Object.values(RegrantType)) : null,
      fromOpenCall: random.pick([null, true, true, false]),
      toIndividuals,
      isSecondaryReport: random.oneIn(50),
      reporterId: random.oneIn(10) ? someInstitution(network, random) : null,
      sourceId: network.sourceId(grant),
      sourcePointer: random.oneIn(2) ? `grants!${String(number + 1)}` : null,
    };
  });
}

function shares(network: NetworkPlan, plan: FundingPlan): Table {
  let last: { readonly grant: number; readonly plan: GrantPlan } | null = null;
  const planOf = (grant: number): GrantPlan => {
    if (last?.grant !== grant) last = { grant, plan: plan.grant(grant) };
    return last.plan;
  };
  return table<GrantShare>(
    GrantShare,
    network.sizes.grants,
    (grant) => planOf(grant).recipients.length,
    (grant, child, row) => {
      const { recipients, awarded } = planOf(grant);
      const isKnown = awarded !== null && !network.random('grantShare', row).oneIn(4);
      return {
        grantId: grantId(grant),
        organizationId: network.organizationId(recipients[child] ?? 0),
        amount: isKnown ? money(Math.floor(awarded / recipients.length)) : null,
      };
    },
  );
}

/** One grant in five has an intermediary, and one in fifteen has two. */
function intermediaries(network: NetworkPlan): Table {
  const { grants, institutions } = network.sizes;
  const first = network.firstOf('Institution');
  const draw = new HeavyTailedDraw(institutions, 2);
  return table<GrantIntermediary>(
    GrantIntermediary,
    grants,
    (grant) => (grant % 15 === 0 ? 2 : grant % 5 === 0 ? 1 : 0),
    (grant, _child, row) => ({
      grantId: grantId(grant),
      organizationId: network.organizationId(
        first + draw.draw(network.random('grantIntermediary', row), grant),
      ),
    }),
  );
}

/** One grant in six has no sector; some have two, and some of these have percentages. */
function grantSectors(network: NetworkPlan): Table {
  return table<GrantSector>(
    GrantSector,
    network.sizes.grants,
    (grant) => [1, 2, 1, 0, 1, 2][grant % 6] ?? 0,
    (grant, child, row) => {
      const random = network.random('grantSector', row);
      const isParted = grant % 6 === 1;
      return {
        grantId: grantId(grant),
        sectorId: someSectorId(grant % FIELDS.length, child, random),
        percentage: isParted ? (child === 0 ? '60' : '40') : null,
      };
    },
  );
}

/** Two grants in seven have no location. */
function locations(network: NetworkPlan): Table {
  return table<GrantLocation>(
    GrantLocation,
    network.sizes.grants,
    (grant) => [1, 1, 0, 2, 1, 0, 1][grant % 7] ?? 0,
    (grant, child, row) => {
      const random = network.random('grantLocation', row);
      const isPlaced = random.oneIn(4);
      const hasRegion = !random.oneIn(5);
      return {
        grantId: grantId(grant),
        rank: child + 1,
        name: random.oneIn(2) ? `Synthetic Place ${word(random).latin}` : null,
        country: hasRegion && random.oneIn(20) ? null : COUNTRY,
        regionId: hasRegion ? regionOf(random) : null,
        latitude: isPlaced ? 42 + random.below(40_000) / 10_000 : null,
        longitude: isPlaced ? 19 + random.below(40_000) / 10_000 : null,
        percentage: grant % 14 === 3 ? '50' : null,
      };
    },
  );
}

/** The first is the commitment; the last of five corrects a payment. */
const KINDS: readonly TransactionKind[] = [
  'COMMITMENT',
  'DISBURSEMENT',
  'EXPENDITURE',
  'DISBURSEMENT',
  'DISBURSEMENT',
];
const RARE_KINDS: readonly TransactionKind[] = [
  'INCOMING_FUNDS',
  'REIMBURSEMENT',
  'INCOMING_COMMITMENT',
  'PLEDGE',
];

function transactionsOf(grant: number): number {
  return [2, 0, 3, 1, 0, 4, 0, 5, 2, 0, 1][grant % 11] ?? 0;
}

function transactions(network: NetworkPlan, plan: FundingPlan): Table {
  return table<Transaction>(
    Transaction,
    network.sizes.grants,
    transactionsOf,
    (grant, child, row) => {
      const random = network.random('transaction', row);
      const { awarded, currency, year, funder, recipients } = plan.grant(grant);
      const [recipient] = recipients;
      const isCorrection = child === KINDS.length - 1;
      const whole = awarded ?? 1_000_000;
      const part = Math.floor(whole / (2 + random.below(4)));
      const valueDate = dateIn(year + Math.min(child, 2), random);
      return {
        id: idOf('Transaction', 'transaction', row + 1),
        grantId: grantId(grant),
        kind: random.oneIn(25) ? random.pick(RARE_KINDS) : (KINDS[child] ?? 'DISBURSEMENT'),
        value: money(child === 0 ? whole : isCorrection ? -Math.floor(part / 10) : part),
        currency,
        valueDate,
        quarter: valueDate.length === 4 && random.oneIn(2) ? 1 + random.below(4) : null,
        madeOn: random.oneIn(3) ? dateIn(year + Math.min(child, 2), random) : null,
        providerId: random.oneIn(4) ? null : network.organizationId(funder),
        receiverId:
          recipient === undefined || random.oneIn(4) ? null : network.organizationId(recipient),
        sectorId: random.oneIn(6) ? someSectorId(grant % FIELDS.length, 0, random) : null,
        description: isCorrection ? 'Synthetic correction.' : null,
        reference: random.oneIn(3) ? `SYN-T${String(row + 1)}` : null,
        sourceId: network.sourceId(grant + child),
        sourcePointer: random.oneIn(2) ? `transactions!${String(row + 2)}` : null,
        ...(random.oneIn(12)
          ? { country: COUNTRY, regionId: regionOf(random), place: null }
          : { country: null, regionId: null, place: null }),
      };
    },
  );
}

const budgetsOf = (grant: number) => [1, 0, 0, 2, 0, 0, 0][grant % 7] ?? 0;

/** Plans of some grants, by year. */
function budgets(network: NetworkPlan, plan: FundingPlan): Table {
  return table<Budget>(Budget, network.sizes.grants, budgetsOf, (grant, child, row) => {
    const { awarded, currency, year } = plan.grant(grant);
    const inYear = String(year + child);
    return {
      id: idOf('Budget', 'budget', row + 1),
      grantId: grantId(grant),
      kind: row % 3 === 2 ? 'REVISED' : 'ORIGINAL',
      status: row % 2 === 1 ? 'COMMITTED' : 'INDICATIVE',
      startsOn: `${inYear}-01-01`,
      endsOn: `${inYear}-12-31`,
      value: money(Math.floor((awarded ?? 1_000_000) / (2 + child))),
      currency,
      valueDate: row % 4 === 3 ? null : `${inYear}-01-01`,
      sourceId: network.sourceId(grant),
      sourcePointer: row % 2 === 0 ? `budgets!${String(row + 2)}` : null,
    };
  });
}

/** Two years of rates for the test currency. */
function exchangeRates(network: NetworkPlan): Table {
  return table<ExchangeRate>(ExchangeRate, 24, one, (row) => {
    const month = String(1 + (row % 12)).padStart(2, '0');
    return {
      id: idOf('ExchangeRate', 'rate', row + 1),
      currency: TRIAL_CURRENCY,
      month: `${String(2024 + Math.floor(row / 12))}-${month}`,
      perUsd: `1.${String(row + 10)}`,
      sourceId: network.sourceId(row),
    };
  });
}
