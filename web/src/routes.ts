import { lazy, type ComponentType } from 'react';
import { languageOf } from '../../src/pages/language.js';
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
  route('/initiatives', () => import('./pages/initiatives.js')),
  route('/initiatives/:slug', () => import('./pages/initiative.js')),
  route('/grants/:id', () => import('./pages/grant.js')),
  route('/about-the-data', () => import('./pages/data.js')),
];

/** Loads the page of a path, if it has one. */
export async function loadRoute(path: string): Promise<void> {
  const { rest } = languageOf(path);
  await ROUTES.find((one) => matchPath(one.path, rest) !== null)?.load();
}
