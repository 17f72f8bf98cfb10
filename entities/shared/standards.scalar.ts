import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLCountryCode, GraphQLLocale, GraphQLURL } from 'graphql-scalars';
import { CURRENCIES } from '../../src/domain/currencies.js';
import { scalarFault } from './scalar-fault.js';

interface Standard {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL: string;
  readonly accepts: (text: string) => boolean;
  readonly remedy: string;
}

/**
 * A text that a standard defines. The library validates it; our errors add what to do. The text is returned
 * unchanged: stored values were checked on import, and one invalid value must not fail a page.
 */
function textScalar({ accepts, remedy, ...config }: Standard) {
  const parse = (value: unknown, literal?: ValueNode): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw scalarFault(config.name, value, remedy, literal);
  };
  return new GraphQLScalarType<string, string>({
    ...config,
    serialize: (value) => value as string,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
  });
}

function isTaken(library: GraphQLScalarType, text: string): boolean {
  try {
    library.parseValue(text);
    return true;
  } catch {
    return false;
  }
}

/** User-assigned codes of ISO 3166-1, which no country will ever have; the synthetic network uses them. */
const OF_USERS = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;

// The library also accepts lowercase, but stored codes are uppercase.
export const isCountryCode = (text: string) =>
  /^[A-Z]{2}$/.test(text) && (OF_USERS.test(text) || isTaken(GraphQLCountryCode, text));
export const isCurrencyCode = (text: string) => CURRENCIES.has(text);
export const isUrl = (text: string) => /^https?:\/\/\S+$/.test(text) && isTaken(GraphQLURL, text);

export const CountryCodeScalar = textScalar({
  name: 'CountryCode',
  description: 'A country code such as `RS` (ISO 3166-1 alpha-2, uppercase).',
  specifiedByURL: 'https://www.iso.org/iso-3166-country-codes.html',
  accepts: isCountryCode,
  remedy: 'use a country code of ISO 3166-1 in uppercase, such as RS.',
});

export const CurrencyCodeScalar = textScalar({
  name: 'CurrencyCode',
  description: 'A current or former currency code such as `EUR` (ISO 4217, uppercase).',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  accepts: isCurrencyCode,
  remedy: 'use a currency code of ISO 4217 in uppercase, such as EUR.',
});

export const LocaleScalar = textScalar({
  name: 'Locale',
  description: 'A language tag such as `sr` or `sr-Latn` (BCP 47).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc5646',
  accepts: (text) => isTaken(GraphQLLocale, text),
  remedy: 'use a language tag of BCP 47, such as sr or sr-Latn.',
});

export const UrlScalar = textScalar({
  name: 'URL',
  description: 'An absolute URL such as `https://example.org` (WHATWG URL, http or https).',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  accepts: isUrl,
  remedy: 'use an absolute URL, such as https://example.org.',
});
