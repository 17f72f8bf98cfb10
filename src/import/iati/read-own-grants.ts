import { GrantStatus, RegrantType } from '../../../entities/funding/grant.entity.js';
import { ProgrammeStatus } from '../../../entities/funding/grant-programme.entity.js';
import { decimalOf } from '../../domain/decimal.js';
import { canBeInOrder, isPartialDate } from '../../domain/partial-date.js';
import { TieStatus } from '../../../entities/shared/tie.interface.js';
import type { OwnGrant, OwnProgramme, Participant, PlaceShare, StatedSums } from './activity.js';
import type { ActivityElement, Findings } from './activity-element.js';
import { readPercentage } from './read-sectors.js';
import { readParty } from './read-party.js';
import { isCountryCode, isCurrencyCode, isUrl } from '../../../entities/shared/standards.scalar.js';

/** Reads the `scan:grant` elements that an export adds to an activity. */
export function readOwnGrants(element: ActivityElement, findings: Findings): readonly OwnGrant[] {
  return element.all('scan:grant').flatMap((each) => {
    const fact = factsOf(each, findings);
    const currency = fact('currency', currencyOf);
    if (currency === null) return [];
    const programme = each.first('scan:programme');
    return [
      {
        currency,
        isNumberedByFunder: each.attribute('numbered-by') === 'FUNDER',
        facts: {
          status: fact('status', oneOf(GrantStatus)),
          awardedOn: fact('awarded-on', dateOf),
          plannedStartOn: fact('planned-start-on', dateOf),
          plannedEndOn: fact('planned-end-on', dateOf),
          startedOn: fact('started-on', dateOf),
          endedOn: fact('ended-on', dateOf),
          appliedFor: fact('applied-for', decimalOf),
          regrant: fact('regrant', oneOf(RegrantType)),
          fromOpenCall: fact('from-open-call', truthOf),
          toIndividuals: fact('to-individuals', truthOf) ?? false,
          awarded: fact('awarded', decimalOf),
          ...statedSums(fact),
        },
        funder: readParty(each.first('scan:funder')),
        recipients: each.all('scan:recipient').flatMap((recipient) => {
          const party = readParty(recipient);
          const amount = factsOf(recipient, findings)('amount', decimalOf);
          return party === null ? [] : [{ party, amount }];
        }),
        places: each.all('scan:location').map((location) => readPlace(location, findings)),
        programme: programme === null ? null : readProgramme(programme, findings),
      },
    ];
  });
}

function statedSums(fact: ReturnType<typeof factsOf>): Partial<StatedSums> {
  const sums = (['committed', 'disbursed', 'spent'] as const).map(
    (name) => [name, fact(name, decimalOf)] as const,
  );
  return Object.fromEntries(sums.filter(([, sum]) => sum !== null));
}

function readPlace(element: ActivityElement, findings: Findings): PlaceShare {
  const fact = factsOf(element, findings);
  const [latitude, longitude] = [fact('latitude', within(90)), fact('longitude', within(180))];
  const isPoint = latitude !== null && longitude !== null;
  return {
    name: element.attribute('name') || null,
    country: fact('country', (text) => (isCountryCode(text) ? text : null)),
    region: element.attribute('region') || null,
    latitude: isPoint ? latitude : null,
    longitude: isPoint ? longitude : null,
    percentage: readPercentage(element, findings),
  };
}

/** A programme; null, with a warning, if it does not identify itself. */
function readProgramme(element: ActivityElement, findings: Findings): OwnProgramme | null {
  const fact = factsOf(element, findings);
  const slug = fact('slug', slugIn);
  const title = element.attribute('title');
  const funder = readParty(element.first('scan:funder'));
  if (slug === null || title === '' || funder === null) {
    findings.warn(
      element.place,
      '',
      slug,
      'a programme must have a slug, a title and a funder; left out',
    );
    return null;
  }
  const openedOn = fact('opened-on', dateOf);
  const budget = fact('budget', (text) => (text.startsWith('-') ? null : decimalOf(text)));
  const currency = fact('currency', currencyOf);
  const isBudget = budget !== null && currency !== null;
  return {
    place: element.place,
    slug,
    title,
    code: element.attribute('code') || null,
    description: element.first('scan:description')?.lines || null,
    website: fact('website', (text) => (isUrl(text) ? text : null)),
    funder,
    manager: readParty(element.first('scan:manager')),
    openedOn,
    closedOn: fact('closed-on', (text) =>
      isPartialDate(text) && (openedOn === null || canBeInOrder(openedOn, text)) ? text : null,
    ),
    budget: isBudget ? budget : null,
    currency: isBudget ? currency : null,
    status: fact('status', oneOf(ProgrammeStatus)) ?? 'UNKNOWN',
  };
}

/** Reads attributes of an element; null if missing or, with a warning, if the value is not valid. */
function factsOf(element: ActivityElement, findings: Findings) {
  return <T>(name: string, read: (text: string) => T | null): T | null => {
    const text = element.attribute(name);
    if (text === '') return null;
    const fact = read(text);
    if (fact === null)
      findings.warn(element.place, `@${name}`, text, 'is not a valid value; left out');
    return fact;
  };
}

const dateOf = (text: string) => (isPartialDate(text) ? text : null);
const currencyOf = (text: string) => (isCurrencyCode(text) ? text : null);
const truthOf = (text: string) => (text === 'true' ? true : text === 'false' ? false : null);
const slugIn = (text: string) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : null);

const within = (most: number) => (text: string) => {
  const degrees = Number(text);
  return Math.abs(degrees) <= most ? degrees : null;
};

function oneOf<Name extends string>(names: Readonly<Record<Name, unknown>>) {
  return (text: string): Name | null => (Object.hasOwn(names, text) ? (text as Name) : null);
}

/** The tie that an export states for a participant in an initiative; null if it states none. */
export function readTie(element: ActivityElement, findings: Findings): Participant['tie'] {
  if (element.attribute('scan:by') === 'grant') return 'GRANT';
  const fact = factsOf(element, findings);
  const status = fact('scan:status', oneOf(TieStatus));
  if (status === null) return null;
  const since = fact('scan:since', dateOf);
  const canEnd = (until: string) =>
    status === 'ENDED' && (since === null || canBeInOrder(since, until));
  const until = fact('scan:until', (text) => (isPartialDate(text) && canEnd(text) ? text : null));
  return { status, since, until };
}
