import type { Format } from './importer.js';

/** The formats that can be imported. What one needs is loaded when it is asked for. */
export const FORMATS: Readonly<Record<string, Format>> = {};
