/**
 * The forms of slugs and codes. A well-formed one that does not exist is not found; a malformed one is
 * refused, so that a typing error does not look like an empty result.
 */

/** A short name in addresses, as every `slug` is. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** NUTS: a country and a digit or letter for each level. */
const REGION_CODE = /^[A-Z]{2}[0-9A-Z]{0,3}$/;
/** Of whatever taxonomy: `62.01`, `15110`, `agri-food`. */
const SECTOR_CODE = /^\S(.*\S)?$/;
/** Of org-id.guide, 360G of publishers of 360Giving, and what org-id.guide has no list for. */
const IDENTIFIER_SCHEME = /^(([A-Z]{2,3}(_[A-Z]{2})?|360G)(-[A-Z0-9_]+)+|ISNI|FUNDREF)$/;
const IDENTIFIER_VALUE = /^\S+$/;

export const CODE_FORMS = {
  slug: {
    pattern: SLUG,
    text: `is not a valid slug; use lower-case letters, digits and single hyphens, such as 'nicat'`,
  },
  regionCode: {
    pattern: REGION_CODE,
    text: `is not a valid NUTS code; use two capital letters and a digit or letter for each level, such as 'RS12'`,
  },
  sectorCode: {
    pattern: SECTOR_CODE,
    text: `is not a valid sector code; it is not empty and has no blanks around it, such as '62.01'`,
  },
  identifierScheme: {
    pattern: IDENTIFIER_SCHEME,
    text: `is not a valid identifier scheme; use a list code of org-id.guide, such as 'RS-APR', or ISNI or FUNDREF`,
  },
  identifierValue: {
    pattern: IDENTIFIER_VALUE,
    text: `is not a valid identifier; it has no spaces and is not empty`,
  },
} as const;
export type CodeForm = keyof typeof CODE_FORMS;
