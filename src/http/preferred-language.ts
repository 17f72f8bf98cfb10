import type { FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES } from '../pages/language.js';
import { vary } from './caching.js';

/** The cookie in which the pages keep a language that was chosen: its tag, and nothing about the visitor. */
const CHOICE = /(?:^|;\s*)language=([\w-]+)/;

/**
 * Where a visitor who asks for the start page without a language is led; null if nowhere else, which is English. All
 * other addresses say their language, and so a link shows everybody the same.
 */
export function preferredStart(request: FastifyRequest, reply: FastifyReply): string | null {
  if (request.url !== '/') return null;
  for (const header of ['accept-language', 'cookie', 'sec-fetch-site']) vary(reply, header);
  const { headers } = request;
  const [, chosen] = CHOICE.exec(headers.cookie ?? '') ?? [];
  const choice = LANGUAGES.find(({ tag }) => tag === chosen);
  if (choice !== undefined) return choice.prefix || null;
  // Whoever comes from a page of this site has selected this address.
  if (headers['sec-fetch-site'] === 'same-origin') return null;
  return preferredPrefix(headers['accept-language'] ?? '') || null;
}

/** The path of the language that a header `Accept-Language` prefers among those of the pages; empty for English. */
function preferredPrefix(header: string): string {
  const ranges = header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.find((text) => text.startsWith('q='));
      const weight = quality === undefined ? 1 : Number(quality.slice(2));
      return { range, weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { range } of ranges) {
    const [language, ...subtags] = range.split('-');
    if (language === 'en' || range === '*') return '';
    if (language === 'sr') return subtags.includes('latn') ? '/sr-latn' : '/sr';
  }
  return '';
}
