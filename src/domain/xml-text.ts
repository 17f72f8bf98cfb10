const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** A text within an XML element or attribute. What XML cannot hold at all must be out of it already. */
export function xmlText(text: string): string {
  return text.replaceAll(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Characters that XML 1.0 cannot hold, in whatever way they are written. */
// eslint-disable-next-line no-control-regex -- these are what it is about
export const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** An attribute: line breaks and tabs in it would be read as blanks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
