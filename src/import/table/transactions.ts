import { Transaction } from '../../../entities/funding/transaction.entity.js';
import { type GrantId, type Id, idOfKey } from '../../domain/ids.js';
import { organizationKind } from '../../domain/organization-kind.js';
import type { Intake } from '../intake.js';
import type { Placed } from '../report.js';
import { GrantKeys, type GrantKey } from './grant-keys.js';
import { findOrganizations, known, sectorsOf } from './references.js';
import type { TableRecord } from './tables.js';

type Row = TableRecord<'Transactions'>;

const keyOf = ({ scheme, grant, currency, part }: Row): GrantKey => ({
  scheme,
  identifier: grant,
  currency,
  part,
});

/** A transaction with the grants that it can belong to. */
type PlacedTransaction = Placed<Row> & { readonly grants: readonly GrantId[] };

const GRANTS_AT_ONCE = 1000;

/**
 * The transactions of grants. A transaction is identified by its number among those of its grant,
 * wherever it is in the table. Stored transactions that the table does not have are deleted.
 */
export class Transactions {
  /** The number of transactions of each grant so far. */
  readonly #counts = new Map<GrantId, number>();
  /** Grants whose transactions of another data set must stay, by the key of the row. */
  readonly #refused = new Set<GrantId>();
  readonly #accepted = new Set<GrantId>();

  async store(all: readonly Placed<Row>[], intake: Intake): Promise<void> {
    if (all.length === 0) return;
    const { report } = intake;
    const keys = await GrantKeys.look(
      all.map(({ value }) => value.grant),
      intake,
    );
    const funders = await findOrganizations(
      all.flatMap(({ value, place }) =>
        value.funder === null ? [] : [{ text: value.funder, place, heading: 'Funder' }],
      ),
      intake,
    );
    const placed = all.map(({ value, place }) => {
      const funderId = value.funder === null ? null : (funders.get(value.funder)?.id ?? null);
      return { value, place, grants: keys.find(keyOf(value), funderId) };
    });
    const copied = await this.#copied(placed, intake);
    const isCopy = ({ value, grants }: (typeof placed)[number]) =>
      copied.has(`${String(grants[0])} ${String(value.source)}`);
    const others = placed.filter((row) => !isCopy(row));
    report.copies += placed.length - others.length;
    await this.#refuseOthers(others, intake);
    const batch = others.filter(({ grants: [grantId] }) => !this.#refused.has(grantId as GrantId));
    await intake.watchGrants(batch.flatMap(({ grants }) => grants));
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
    const regions = await intake.regions(batch.flatMap(({ value }) => value.region ?? []));
    const rows = batch.flatMap(({ value, place, grants }) => {
      const before = report.faultCount;
      const [grantId] = grants;
      if (grantId === undefined) {
        const reason = `is not a known grant in ${value.currency} with the scheme ${value.scheme ?? 'SCAN'}`;
        report.fault(place, 'Grant', value.grant, reason);
      } else if (grants.length > 1) {
        const reason = 'is the identifier of several grants; name the funder in the column Funder';
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
      const codes = value.region === null ? null : [value.region];
      const [regionId = null] = known(codes, regions, 'Region', place, intake, 'region');
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
          country: value.country,
          regionId,
          place: value.place,
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

  /** Transactions of another data set would be deleted, because those in a table are the whole list of a grant. */
  async #refuseOthers(batch: readonly PlacedTransaction[], intake: Intake): Promise<void> {
    const firsts = new Map<GrantId, PlacedTransaction>();
    for (const row of batch) {
      const [id] = row.grants;
      if (id === undefined || row.grants.length > 1 || firsts.has(id)) continue;
      if (!this.#accepted.has(id) && !this.#refused.has(id)) firsts.set(id, row);
    }
    const rows = await intake.manager.query<{ id: GrantId; source: string }[]>(
      `SELECT x.grant_id AS id, min(s.slug) AS source FROM grant_transaction x
       JOIN source s ON s.id = x.source_id
       WHERE x.grant_id = ANY($1::uuid[]) AND x.source_id <> $2 GROUP BY 1`,
      [[...firsts.keys()], intake.sourceId],
    );
    const sources = new Map(rows.map(({ id, source }) => [id, source]));
    for (const [id, { value, place }] of firsts) {
      const source = sources.get(id);
      const isAccepted =
        source === undefined ||
        intake.replaces(
          `transactions of grant ${value.grant}`,
          source,
          place,
          'Grant',
          value.grant,
        );
      (isAccepted ? this.#accepted : this.#refused).add(id);
    }
  }

  /** The grants and sources whose transactions are already stored from the data set that the rows name. */
  async #copied(
    batch: readonly PlacedTransaction[],
    { manager, dataSet }: Intake,
  ): Promise<ReadonlySet<string>> {
    const withSource = batch.flatMap(({ value, grants: [id] }) =>
      id === undefined || value.source === null || value.source === dataSet
        ? []
        : [{ id, source: value.source, key: `${id} ${value.source}` }],
    );
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
