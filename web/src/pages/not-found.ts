import { lazy } from 'react';

/** What a page shows if its address has nothing. Most readers never see it, so it is loaded when it is needed. */
export const NotFound = lazy(async () => ({ default: (await import('./missing.js')).Missing }));
