import { languageOf, type Language } from './language.js';
import { dataPage } from './views/data.js';
import { fundingPage } from './views/funding.js';
import { grantPage } from './views/grant.js';
import { homePage, searchPage } from './views/home.js';
import { initiativePage, initiativesPage } from './views/initiatives.js';
import { networkPage } from './views/network.js';
import { organizationPage } from './views/organization.js';
import { organizationsPage } from './views/organizations.js';
import { matchPath, type Answered, type PageDefinition, type View } from './view.js';

/** What a page asks of the API, and what it makes of the answer. */
export interface BoundPage {
  readonly language: Language;
  readonly path: string;
  readonly operation: string;
  readonly variables: unknown;
  /** The content, or null if there is nothing at the address. */
  readonly view: (data: unknown) => View | null;
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
      operation: page.operation.toString(),
      variables: page.variables(address),
      view: (data) => page.view(data as Answered<Result>, language, address),
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
  finder(initiativesPage),
  finder(initiativePage),
  finder(grantPage),
  finder(dataPage),
];

/** The page at an address; null if there is none. */
export function findPage(path: string, search: URLSearchParams): BoundPage | null {
  for (const find of FINDERS) {
    const page = find(path, search);
    if (page !== null) return page;
  }
  return null;
}
