import { lazy, type ComponentType } from 'react';
import { withoutLanguage } from '../../src/pages/language.js';
import { matchPath } from '../../src/pages/view.js';

interface Route {
  readonly path: string;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  readonly Page: ComponentType;
}

function route(path: string, load: Route['load']): Route {
  return { path, load, Page: lazy(async () => ({ default: (await load()).Page })) };
}

/** The component of each page in src/pages/pages.ts. Each is a file of its own, loaded when it is opened. */
export const ROUTES: readonly Route[] = [
  route('/', () => import('./pages/home.js')),
  route('/search', () => import('./pages/search.js')),
  route('/network', () => import('./pages/network.js')),
  route('/organizations', () => import('./pages/organizations.js')),
  route('/organizations/:slug', () => import('./pages/organization.js')),
  route('/funding', () => import('./pages/funding.js')),
  route('/funding/compare', () => import('./pages/compare.js')),
  route('/initiatives', () => import('./pages/initiatives.js')),
  route('/initiatives/:slug', () => import('./pages/initiative.js')),
  route('/grants/:id', () => import('./pages/grant.js')),
  route('/clusters', () => import('./pages/clusters.js')),
  route('/sectors', () => import('./pages/sectors.js')),
  route('/sectors/:scheme/:code', () => import('./pages/sector.js')),
  route('/regions', () => import('./pages/regions.js')),
  route('/regions/:code', () => import('./pages/region.js')),
  route('/programmes/:slug', () => import('./pages/programme.js')),
  route('/events', () => import('./pages/events.js')),
  route('/events/:slug', () => import('./pages/event.js')),
  route('/announcements', () => import('./pages/announcements.js')),
  route('/announcements/:slug', () => import('./pages/announcement.js')),
  route('/advocacy', () => import('./pages/advocacy.js')),
  route('/advocacy/:slug', () => import('./pages/advocacy-case.js')),
  route('/offers', () => import('./pages/offers.js')),
  route('/offers/:slug', () => import('./pages/offer.js')),
  route('/about-the-data', () => import('./pages/data.js')),
  route('/developers', () => import('./pages/developers.js')),
];

/** Loads the page of a path, if it has one. */
export async function loadRoute(path: string): Promise<void> {
  const rest = withoutLanguage(path);
  await ROUTES.find((one) => matchPath(one.path, rest) !== null)?.load();
}
