import type { GrantScheme } from '../../../entities/funding/grant.entity.js';
import { type GrantId, idOfKey, type OrganizationId } from '../../domain/ids.js';
import type { Intake } from '../intake.js';

/** Identifies a grant in a table. */
export interface GrantKey {
  readonly scheme: GrantScheme | null;
  readonly identifier: string;
  readonly currency: string;
  /** For an IATI activity, the country whose share of it the grant is. */
  readonly part: string | null;
}

/** A stored grant with that key. */
interface Candidate {
  readonly id: GrantId;
  readonly namespace: string;
  readonly funderId: OrganizationId;
  readonly isOwn: boolean;
}

const schemeOf = ({ scheme }: Pick<GrantKey, 'scheme'>) => scheme ?? 'SCAN';

const textOf = (key: Omit<GrantKey, 'part'>) =>
  `${schemeOf(key)} ${key.identifier} ${key.currency}`;

/**
 * Finds stored grants by the identifiers in tables. A number of the scheme `SCAN` is one of its funder: other funders
 * have grants with the same number.
 */
export class GrantKeys {
  readonly #candidates: ReadonlyMap<string, readonly Candidate[]>;

  private constructor(candidates: ReadonlyMap<string, readonly Candidate[]>) {
    this.#candidates = candidates;
  }

  static async look(
    identifiers: readonly string[],
    { manager, sourceId }: Intake,
  ): Promise<GrantKeys> {
    const rows = await manager.query<(Candidate & { key: string })[]>(
      `SELECT id, namespace, funder_id AS "funderId", source_id = $2 AS "isOwn",
         scheme || ' ' || identifier || ' ' || currency AS key
       FROM "grant" WHERE identifier = ANY($1::text[]) ORDER BY id`,
      [identifiers, sourceId],
    );
    const candidates = new Map<string, Candidate[]>();
    for (const row of rows) candidates.set(row.key, [...(candidates.get(row.key) ?? []), row]);
    return new GrantKeys(candidates);
  }

  /** The id and namespace of the grant of this funder: of the stored one, or of a new one. */
  claim(key: GrantKey, funderId: OrganizationId): Pick<Candidate, 'id' | 'namespace'> {
    const isNumber = schemeOf(key) === 'SCAN';
    const namespace = isNumber ? funderId : (key.part ?? '');
    const all = this.#candidates.get(textOf(key)) ?? [];
    const own = isNumber
      ? all.filter((each) => each.funderId === funderId || each.namespace === funderId)
      : all.filter((each) => each.namespace === namespace);
    const stored = own.find(({ isOwn }) => isOwn) ?? own[0];
    if (stored !== undefined) return stored;
    const text = namespace === '' ? textOf(key) : `${textOf(key)}\n${namespace}`;
    return { id: idOfKey('Grant', text), namespace };
  }

  /**
   * The stored grant that a reference means: of the named funder, or else of this data set, or else the only one.
   * Several if that is not certain.
   */
  find(key: GrantKey, funderId: OrganizationId | null): readonly GrantId[] {
    const all = (this.#candidates.get(textOf(key)) ?? []).filter(
      ({ namespace }) => key.part === null || namespace === key.part,
    );
    const ofFunder = funderId === null ? all : all.filter((each) => each.funderId === funderId);
    const own = ofFunder.filter(({ isOwn }) => isOwn);
    return (own.length > 0 ? own : ofFunder).map(({ id }) => id);
  }
}
