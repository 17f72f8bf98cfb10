/**
 * How long an identifier and the names in one cell or element may be: far more than any is, and
 * short enough for an index of the database.
 */
export const LONGEST_IDENTIFIER = 300;
export const LONGEST_NAME = 1000;

export const NO_IDENTIFIER_SO_LONG = `no identifier is longer than ${LONGEST_IDENTIFIER} characters`;
export const NO_NAME_SO_LONG = `no name of an organisation is longer than ${LONGEST_NAME} characters`;
export const NO_TITLE_OF_A_CODE_SO_LONG = `no code and title together are longer than ${LONGEST_NAME} characters`;
