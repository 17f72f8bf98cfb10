import type { Example } from './examples.js';
import { languageOf, type Language } from './language.js';
import { advocacyCasePage, advocacyPage } from './views/advocacy.js';
import { announcementPage, announcementsPage } from './views/announcements.js';
import { clustersPage } from './views/clusters.js';
import { developersPage } from './views/developers.js';
import { comparePage } from './views/compare.js';
import { dataPage } from './views/data.js';
import { eventPage, eventsPage } from './views/events.js';
import { fundingPage } from './views/funding.js';
import { grantPage } from './views/grant.js';
import { homePage, searchPage } from './views/home.js';
import { initiativePage, initiativesPage } from './views/initiatives.js';
import { networkPage } from './views/network.js';
import { offerPage, offersPage } from './views/offers.js';
import { organizationPage } from './views/organization.js';
import { organizationsPage } from './views/organizations.js';
import { programmePage } from './views/programme.js';
import { regionPage, regionsPage } from './views/regions.js';
import { sectorPage, sectorsPage } from './views/sectors.js';
import type { Settings } from './settings.js';
import { documentIdOf, matchPath, type Answered, type PageDefinition, type View } from './view.js';

/** What a page asks of the API, and what it makes of the answer. */
export interface BoundPage {
  readonly language: Language;
  readonly path: string;
  readonly documentId: string;
  readonly variables: unknown;
  /** The content, or null if there is nothing at the address. */
  readonly view: (
    data: unknown,
    settings: Settings,
    examples: () => readonly Example[],
  ) => View | null;
}

type Find = (path: string, search: URLSearchParams) => BoundPage | null;

/** Erases the types of one page, whose operation answers with exactly what its view takes. */
function finder<Result, Variables>(page: PageDefinition<Result, Variables>): Find {
  return (path, search) => {
    const { language, rest } = languageOf(path);
    const parameters = matchPath(page.path, rest);
    if (parameters === null) return null;
    const address = { parameters, search };
    return {
      language,
      path: page.path,
      documentId: documentIdOf(page.operation),
      variables: page.variables(address),
      view: (data, settings, examples) =>
        page.view(data as Answered<Result>, language, { ...address, settings, examples }),
    };
  };
}

/** All pages. The app has a component for each. */
const FINDERS: readonly Find[] = [
  finder(homePage),
  finder(searchPage),
  finder(networkPage),
  finder(organizationsPage),
  finder(organizationPage),
  finder(fundingPage),
  finder(comparePage),
  finder(initiativesPage),
  finder(initiativePage),
  finder(grantPage),
  finder(clustersPage),
  finder(sectorsPage),
  finder(sectorPage),
  finder(regionsPage),
  finder(regionPage),
  finder(programmePage),
  finder(eventsPage),
  finder(eventPage),
  finder(announcementsPage),
  finder(announcementPage),
  finder(advocacyPage),
  finder(advocacyCasePage),
  finder(offersPage),
  finder(offerPage),
  finder(dataPage),
  finder(developersPage),
];

/** The page at an address; null if there is none. */
export function findPage(path: string, search: URLSearchParams): BoundPage | null {
  for (const find of FINDERS) {
    const page = find(path, search);
    if (page !== null) return page;
  }
  return null;
}
