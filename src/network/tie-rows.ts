import { Grant } from '../../entities/funding/grant.entity.js';
import { GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Seat } from '../../entities/knowledge/seat.entity.js';
import { Initiative, InitiativeParticipation } from '../../entities/network/initiative.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { PartnershipParty } from '../../entities/network/partnership-party.entity.js';
import { Partnership } from '../../entities/network/partnership.entity.js';
import { from, rows } from '../fields/columns.js';
import { endOf, startOf, type Period } from '../fields/in-force.js';
import type { NetworkTieKind } from './tie-kinds.js';
import { and, FALSE, literals, sql, type Sql } from '../fields/sql.js';

/** SQL: the first possible day of a partial date as a number `YYYYMMDD`; 0 if it is empty. */
export const firstDay = (date: Sql) => sql`rpad(replace(${date}, '-', ''), 8, '0')::int`;
/** SQL: at least the last possible day of a partial date as a number. */
export const lastDay = (date: Sql) => sql`rpad(replace(${date}, '-', ''), 8, '9')::int`;

const daysOf = (period: Period) => ({
  start: firstDay(startOf(period)),
  end: lastDay(endOf(period)),
});

/** The columns of a row: organizations and records by id, days as numbers. */
interface TieColumns {
  /** The first end: the member, the funder, or one of the parties. */
  readonly a: Sql;
  /** The other end of a pair; of a party, whether it leads the others. */
  readonly b: Sql;
  readonly start: Sql;
  readonly end: Sql;
  readonly source: Sql;
  /** The record behind the tie. Parties of the same record are tied to each other. */
  readonly record: Sql;
}

/** The money of a tie: an amount that can be unknown, in a currency. */
interface Worth {
  readonly amount: Sql;
  readonly currency: Sql;
}

/** Limits the rows to the records with some ids; all rows if it returns true. */
export type Only = (record: Sql) => Sql;

export interface TieRows {
  /** PAIRS are ties; PARTIES are one row for each organization in a record, and are paired in `pairs.ts`. */
  readonly kind: 'PAIRS' | 'PARTIES';
  readonly columns: TieColumns;
  readonly worth?: Worth;
  readonly rest: (only: Only) => Sql;
}

interface TieSource {
  readonly reads: () => readonly TieRows[];
  /** The tables that the ties are read from, each with the columns that identify the record. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/** What the ties of each kind are read from. */
export const TIE_SOURCES = {
  MEMBERSHIP: {
    tables: { membership: ['id'] },
    reads: () => {
      const tie = rows(Membership);
      return [
        {
          kind: 'PAIRS',
          columns: {
            a: tie.memberId,
            b: tie.groupId,
            ...daysOf(tie),
            source: tie.sourceId,
            record: tie.id,
          },
          rest: (only) => sql`FROM ${from(tie)} WHERE ${only(tie.id)}`,
        },
      ];
    },
  },
  PARTNERSHIP: {
    tables: { partnership: ['id'], partnership_party: ['partnership_id'] },
    reads: () => {
      const [party, tie] = [rows(PartnershipParty), rows(Partnership)];
      return [
        {
          kind: 'PARTIES',
          columns: {
            a: party.organizationId,
            b: sql`${party.role} IN (${literals(['INITIATOR', 'COORDINATOR', 'SUPPORTER'])})`,
            ...daysOf(tie),
            source: tie.sourceId,
            record: tie.id,
          },
          rest: (only) =>
            sql`FROM ${from(party)} JOIN ${from(tie)} ON ${tie.id} = ${party.partnershipId} WHERE ${only(party.partnershipId)}`,
        },
      ];
    },
  },
  JOINT_INITIATIVE: {
    tables: { initiative: ['id'], initiative_participation: ['initiative_id'] },
    reads: () => {
      const [tie, initiative] = [rows(InitiativeParticipation), rows(Initiative)];
      return [
        {
          kind: 'PARTIES',
          columns: {
            a: tie.organizationId,
            b: sql`${tie.role} = 'LEAD'`,
            ...daysOf(tie),
            source: initiative.sourceId,
            record: tie.initiativeId,
          },
          rest: (only) =>
            sql`FROM ${from(tie)} JOIN ${from(initiative)} ON ${initiative.id} = ${tie.initiativeId} WHERE ${only(tie.initiativeId)}`,
        },
      ];
    },
  },
  FUNDING: {
    tables: { grant: ['id'], grant_share: ['grant_id'] },
    reads: () => {
      const [grant, share] = [rows(Grant), rows(GrantShare)];
      return [
        {
          kind: 'PAIRS',
          columns: {
            a: grant.funderId,
            b: share.organizationId,
            start: firstDay(sql`coalesce(${grant.awardedOn}, ${grant.startedOn}, '')`),
            end: lastDay(sql`coalesce(${grant.endedOn}, ${grant.plannedEndOn},
              CASE WHEN ${grant.status} = 'CLOSED' THEN coalesce(${grant.startedOn}, ${grant.awardedOn}, '0001') ELSE '9999' END)`),
            source: grant.sourceId,
            record: grant.id,
          },
          worth: { amount: share.amount, currency: grant.currency },
          rest: (
            only,
          ) => sql`FROM ${from(grant)} JOIN ${from(share)} ON ${share.grantId} = ${grant.id}
            WHERE ${and([
              sql`NOT ${grant.isSecondaryReport}`,
              sql`${grant.status} IS DISTINCT FROM 'CANCELLED'`,
              only(grant.id),
            ])}`,
        },
      ];
    },
  },
  BOARD_SEAT: {
    tables: { seat: ['id', 'person_id'] },
    reads: () => {
      const [seat, nomination] = [rows(Seat), rows(Seat)];
      return [
        {
          kind: 'PARTIES',
          columns: {
            a: seat.organizationId,
            b: FALSE,
            ...daysOf(seat),
            source: seat.sourceId,
            record: seat.personId,
          },
          rest: (only) => sql`FROM ${from(seat)} WHERE ${only(seat.personId)}`,
        },
        {
          kind: 'PAIRS',
          columns: {
            a: nomination.nominatedById,
            b: nomination.organizationId,
            ...daysOf(nomination),
            source: nomination.sourceId,
            record: nomination.id,
          },
          rest: (only) =>
            sql`FROM ${from(nomination)} WHERE ${nomination.nominatedById} IS NOT NULL AND ${only(nomination.id)}`,
        },
      ];
    },
  },
} as const satisfies Readonly<Record<NetworkTieKind, TieSource>>;
