/**
 * The maximum length of an identifier, and of the names in one cell or element: longer than any real
 * one, and short enough for a database index.
 */
export const LONGEST_IDENTIFIER = 300;
export const LONGEST_NAME = 1000;

export const NO_IDENTIFIER_SO_LONG = `is too long; an identifier has at most ${LONGEST_IDENTIFIER} characters`;
export const NO_NAME_SO_LONG = `is too long; the name of an organization has at most ${LONGEST_NAME} characters`;
export const NO_TITLE_OF_A_CODE_SO_LONG = `is too long; a code and title have at most ${LONGEST_NAME} characters`;
