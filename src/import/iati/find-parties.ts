import { OrganizationName } from '../../../entities/network/organization-name.entity.js';
import { organizationKind } from '../../domain/organization-kind.js';
import type { Intake } from '../intake.js';
import type { OrganizationMention } from '../organizations.js';
import type { Place } from '../report.js';
import { partyKey, type Activity } from './activity.js';
import type { Party } from './party.js';
import type { OrganizationId } from '../../domain/ids.js';
import { valueOf } from '../../domain/present.js';

interface Mentioned {
  readonly party: Party;
  readonly isFunder: boolean;
  readonly place: Place;
}

/** Returns the ids of all parties in activities, by `partyKey`. */
export async function findParties(
  intake: Intake,
  activities: readonly Activity[],
): Promise<ReadonlyMap<string, OrganizationId>> {
  const byKey = new Map<string, Mentioned[]>();
  for (const mentioned of activities.flatMap(mentionedIn)) {
    const key = partyKey(mentioned.party);
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [mentioned]);
    // Skip mentions that add nothing new.
    else if (!others.some((each) => saysAsMuch(each, mentioned))) others.push(mentioned);
  }
  const groups = [...byKey].map(([key, all]) => ({ key, mentions: mentionsOf(all), all }));
  const found = await intake.organizations(groups.flatMap(({ mentions }) => mentions));
  const ids = new Map<string, OrganizationId>();
  let index = 0;
  for (const { key, mentions } of groups) {
    const id = found[index];
    if (id != null) ids.set(key, id);
    index += mentions.length;
  }
  await intake.store(
    OrganizationName,
    groups.flatMap(({ key, all }) =>
      [...new Set(all.flatMap(({ party }) => ownOtherName(party)))].map((text) => ({
        organizationId: valueOf(ids, key),
        text,
        kind: 'ALIAS' as const,
        language: null,
        script: null,
        sourceId: intake.sourceId,
      })),
    ),
  );
  return ids;
}

function mentionedIn(activity: Activity): readonly Mentioned[] {
  const { place, reporter, transactions, details } = activity;
  return [
    { party: reporter, isFunder: false, place },
    ...(details?.participants ?? []).map(({ party, role }) => ({
      party,
      isFunder: role === 'FUNDING',
      place,
    })),
    ...(details?.grants ?? []).flatMap(({ funder, recipients, programme }) =>
      [
        { party: funder, isFunder: true },
        { party: programme?.funder ?? null, isFunder: true },
        { party: programme?.manager ?? null, isFunder: false },
        ...recipients.map(({ party }) => ({ party, isFunder: false })),
      ].flatMap(({ party, isFunder }) => (party === null ? [] : [{ party, isFunder, place }])),
    ),
    ...transactions.flatMap((transaction) => [
      ...(transaction.provider === null
        ? []
        : [{ party: transaction.provider, isFunder: true, place: transaction.place }]),
      ...transaction.receivers.map((party) => ({
        party,
        isFunder: false,
        place: transaction.place,
      })),
    ]),
  ];
}

const saysAsMuch = (known: Mentioned, other: Mentioned): boolean =>
  known.party.name === other.party.name &&
  known.party.otherName === other.party.otherName &&
  known.party.type === other.party.type &&
  known.isFunder === other.isFunder;

/** A new organization is created from the first: the first name, and everything that states its kind. */
function mentionsOf(all: readonly Mentioned[]): readonly OrganizationMention[] {
  const named = all.find(({ party }) => party.name !== null) ?? all[0];
  if (named === undefined) return [];
  const isFunder = all.some((each) => each.isFunder);
  const type = all.find(({ party }) => party.type !== null)?.party.type ?? null;
  const kind = organizationKind(isFunder ? 'FUNDER' : 'OTHER', type);
  const mention = ({ party, place }: Mentioned) => ({
    identifier:
      party.identifier === null ? null : `${party.identifier.scheme}-${party.identifier.value}`,
    name: party.name,
    otherNames: party.otherName === null ? [] : [party.otherName],
    place,
    kind,
  });
  return [named, ...all.filter((each) => each !== named && each.party.name !== null)].map(mention);
}

/** The second name of an organization that is identified by its first name. */
function ownOtherName({ identifier, otherName }: Party): readonly string[] {
  return identifier === null && otherName !== null ? [otherName] : [];
}
