import { grantOfThreeSixtyGivingId } from '../../domain/coined-identifiers.js';
import { type GrantId, idOfKey, type OrganizationId } from '../../domain/ids.js';
import { organizationKind } from '../../domain/organization-kind.js';
import type { Intake } from '../intake.js';
import type { OrganizationMention } from '../organizations.js';
import type { Placed } from '../report.js';
import { partyKey, type Party, type SoundGrant } from './grant.js';

/** The ids of grants: the stored ones, or ids derived from their identifiers. */
export async function grantIdsOf(
  batch: readonly Placed<SoundGrant>[],
  intake: Intake,
): Promise<ReadonlyMap<string, Numbered>> {
  const funders = await fundersOf(batch, intake);
  const numbers = batch.map(({ value: { identifier, currency } }) => ({
    ...grantOfThreeSixtyGivingId(identifier, currency),
    funder: funders.get(identifier) ?? null,
    written: identifier,
  }));
  // The currency of a published grant can be corrected; for others it is part of the key.
  const rows = await intake.manager.query<{ id: GrantId; namespace: string; written: string }[]>(
    `SELECT g.id, g.namespace, n.written FROM json_to_recordset($1::json)
       AS n(scheme text, identifier text, currency text, written text, "numberedBy" text, funder uuid)
     JOIN "grant" g ON g.scheme = n.scheme AND g.identifier = n.identifier
       AND (g.currency = n.currency OR n.scheme = 'THREE_SIXTY_GIVING')
       AND CASE WHEN n.funder IS NOT NULL THEN n.funder = g.funder_id OR n.funder::text = g.namespace
         ELSE g.namespace = coalesce(upper(n."numberedBy"), '') END
     ORDER BY g.source_id = $2, g.id`,
    [JSON.stringify(numbers), intake.sourceId],
  );
  const known = new Map(rows.map(({ written, ...grant }) => [written, grant]));
  return new Map(
    numbers.map(({ written, scheme, identifier, currency, numberedBy, funder }) => {
      const namespace = funder ?? numberedBy?.toUpperCase() ?? '';
      const key =
        scheme === 'THREE_SIXTY_GIVING'
          ? `${scheme} ${identifier}`
          : `${scheme} ${identifier} ${currency}${namespace === '' ? '' : `\n${namespace}`}`;
      return [written, known.get(written) ?? { id: idOfKey('Grant', key), namespace }];
    }),
  );
}

interface Numbered {
  readonly id: GrantId;
  readonly namespace: string;
}

/** The funders of grants whose identifier is a number of the funder. */
async function fundersOf(
  batch: readonly Placed<SoundGrant>[],
  intake: Intake,
): Promise<ReadonlyMap<string, OrganizationId | null>> {
  const numbered = batch.filter(({ value: { identifier, currency } }) => {
    const number = grantOfThreeSixtyGivingId(identifier, currency);
    return number.scheme === 'SCAN' && number.numberedBy != null;
  });
  const parties = await partiesOf(numbered, intake);
  return new Map(
    numbered.map(({ value }) => [value.identifier, parties.get(partyKey(value.funder)) ?? null]),
  );
}

/** The ids of all organizations in the batch; funders first, so that an organization with both roles is a donor. */
export async function partiesOf(
  batch: readonly Placed<SoundGrant>[],
  intake: Intake,
): Promise<ReadonlyMap<string, OrganizationId | null>> {
  const mention = (
    { identifier, name, ...rest }: Party,
    place: SoundGrant['place'],
    role: 'FUNDER' | 'OTHER',
  ): OrganizationMention => ({
    identifier,
    name,
    ...rest,
    place,
    kind: organizationKind(role),
  });
  const mentions: OrganizationMention[] = [
    ...batch.map(({ value, place }) => mention(value.funder, place, 'FUNDER')),
    ...batch.flatMap(({ value, place }) =>
      value.recipients.map((party) => mention(party, place, 'OTHER')),
    ),
    ...batch.flatMap(({ value, place }) =>
      value.payments.flatMap(({ provider, receiver }) =>
        [provider, receiver].flatMap((identifier) =>
          identifier === null
            ? []
            : [{ identifier, name: null, place, kind: organizationKind('OTHER') }],
        ),
      ),
    ),
  ];
  const found = await intake.organizations(mentions);
  return new Map(
    mentions.map(({ identifier, name }, index) => [
      partyKey({ identifier, name }),
      found[index] ?? null,
    ]),
  );
}
