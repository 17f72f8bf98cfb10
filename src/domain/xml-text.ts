const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
};

/**
 * Escapes a text for an XML element, including line breaks that parsers of XML 1.0 or 1.1 change. Characters that XML
 * cannot contain must be replaced first.
 */
export function xmlText(text: string): string {
  return text.replaceAll(/[&<>"\r\u0085\u2028]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Escapes an attribute, including line breaks and tabs, which would otherwise be read as blanks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Characters that XML 1.0 cannot contain, even escaped; among them halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- these are what it is about
export const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu;

/** Replaces characters that XML cannot contain with U+FFFD. */
export function possibleInXml(text: string): string {
  return text.replaceAll(NOT_IN_XML, '\uFFFD');
}
