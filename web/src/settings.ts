import type { Settings } from '../../src/pages/settings.js';

/** The settings that the server wrote into the page. */
export const SETTINGS = JSON.parse(document.documentElement.dataset.settings ?? '') as Settings;

/** Whether the page is shown in a frame of another site. It stays so while the reader follows links. */
export const isEmbedded = new URLSearchParams(location.search).get('embed') === '1';
