import { Transaction } from '../../../entities/funding/transaction.entity.js';
import { type GrantId, type Id, idOfKey } from '../../domain/ids.js';
import { organizationKind } from '../../domain/organization-kind.js';
import type { Intake } from '../intake.js';
import type { Placed } from '../report.js';
import { grantIds, grantKey } from './grants.js';
import { findOrganizations, known, sectorsOf } from './references.js';
import type { TableRecord } from './tables.js';

type Row = TableRecord<'Transactions'>;

const keyOf = ({ scheme, grant, currency }: Row) =>
  grantKey({ scheme, identifier: grant, currency });

const GRANTS_AT_ONCE = 1000;

/**
 * The transactions of grants. A transaction is identified by its number among those of its grant,
 * wherever it is in the table. Stored transactions that the table does not have are deleted.
 */
export class Transactions {
  /** The number of transactions of each grant so far. */
  readonly #counts = new Map<GrantId, number>();

  async store(all: readonly Placed<Row>[], intake: Intake): Promise<void> {
    if (all.length === 0) return;
    const { report } = intake;
    const grants = await grantIds(
      all.map(({ value }) => value.grant),
      intake,
    );
    const copied = await this.#copied(all, grants, intake);
    const batch = all.filter(({ value }) => !copied.has(`${keyOf(value)} ${String(value.source)}`));
    report.copies += all.length - batch.length;
    const organizations = await findOrganizations(
      batch.flatMap(({ value, place }) =>
        (['Provider', 'Receiver'] as const).flatMap((heading) => {
          const text = heading === 'Provider' ? value.provider : value.receiver;
          const kind = organizationKind(heading === 'Provider' ? 'FUNDER' : 'OTHER');
          return text === null ? [] : [{ text, place, heading, kind }];
        }),
      ),
      intake,
    );
    const sectors = await sectorsOf(
      batch,
      ({ sector }) => (sector === null ? null : [sector]),
      intake,
    );
    const rows = batch.flatMap(({ value, place }) => {
      const before = report.faultCount;
      const grantId = grants.get(keyOf(value));
      if (grantId === undefined) {
        const reason = `is not a known grant in ${value.currency} with the scheme ${value.scheme ?? 'SCAN'}`;
        report.fault(place, 'Grant', value.grant, reason);
      }
      const quarter = value.quarter === null ? null : Number(value.quarter);
      if (quarter !== null && value.valueDate.length !== 4) {
        report.fault(
          place,
          'Quarter',
          value.quarter,
          `requires a 'Value Date' that is only a year`,
        );
      }
      const one = value.sector === null ? null : [value.sector];
      const [sectorId = null] = known(one, sectors, 'Sector', place, intake, 'sector');
      const idOf = (text: string | null) => (text === null ? null : organizations.get(text)?.id);
      const [providerId, receiverId] = [idOf(value.provider), idOf(value.receiver)];
      const isUnknown = providerId === undefined || receiverId === undefined;
      if (report.faultCount > before || grantId === undefined || isUnknown) return [];
      return [
        {
          id: this.#nextId(grantId),
          ...intake.sourced(place),
          grantId,
          kind: value.kind,
          value: value.value,
          currency: value.currency,
          valueDate: value.valueDate,
          quarter,
          madeOn: value.madeOn,
          providerId,
          receiverId,
          sectorId,
          description: value.description,
          reference: value.reference,
        },
      ];
    });
    await intake.store(Transaction, rows);
  }

  async finish(intake: Intake): Promise<void> {
    const grants = [...this.#counts];
    for (let start = 0; start < grants.length; start += GRANTS_AT_ONCE) {
      const part = grants.slice(start, start + GRANTS_AT_ONCE);
      await intake.removeOthers(
        Transaction,
        'grantId',
        part.map(([grantId]) => grantId),
        part.flatMap(([grantId, count]) =>
          Array.from({ length: count }, (_, index) => idOf(grantId, index)),
        ),
      );
    }
  }

  #nextId(grantId: GrantId): Id<'Transaction'> {
    const count = this.#counts.get(grantId) ?? 0;
    this.#counts.set(grantId, count + 1);
    return idOf(grantId, count);
  }

  /** The grants and sources whose transactions are already stored from the data set that the rows name. */
  async #copied(
    batch: readonly Placed<Row>[],
    grants: ReadonlyMap<string, GrantId>,
    { manager, dataSet }: Intake,
  ): Promise<ReadonlySet<string>> {
    const withSource = batch.flatMap(({ value }) => {
      const id = grants.get(keyOf(value));
      return id === undefined || value.source === null || value.source === dataSet
        ? []
        : [{ id, source: value.source, key: `${keyOf(value)} ${value.source}` }];
    });
    const rows = await manager.query<{ key: string }[]>(
      `SELECT DISTINCT r.key FROM json_to_recordset($1::json) AS r(id uuid, source text, key text)
       JOIN grant_transaction x ON x.grant_id = r.id
       JOIN source s ON s.id = x.source_id AND s.slug = r.source`,
      [JSON.stringify(withSource)],
    );
    return new Set(rows.map(({ key }) => key));
  }
}

const idOf = (grantId: GrantId, index: number) =>
  idOfKey('Transaction', `${grantId}\ntable\n${String(index + 1)}`);
