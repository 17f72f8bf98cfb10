import { decimalOf, isAmbiguous, type Decimals } from '../../domain/decimal.js';
import { CURRENCIES } from '../../domain/currencies.js';
import { splitIdentifier } from '../../domain/organization-identifier.js';
import type { PartialDate } from '../../domain/partial-date.js';
import { LONGEST, lengthFault, type TextKind } from '../../domain/text-limits.js';
import { meansOngoing, writtenDate } from '../../domain/written-date.js';
import { COUNTRIES } from '../iati/codelists.js';
import { isCountryCode, isCurrencyCode, isUrl } from '../../../entities/shared/standards.scalar.js';

/** Why the value of a cell is not valid. */
export class Refusal {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Reads a value from the text of a cell that is not empty. */
interface Kind<Value> {
  /** The expected form, for errors and documentation. */
  readonly form: string;
  read(text: string, decimals: Decimals): Value | Refusal;
  /** The values, if they are a list. */
  readonly choices?: readonly string[];
  /** Whether a cell can have several values. */
  readonly isSeveral?: true;
  readonly isNumber?: true;
}

export interface Column<Value = unknown, Required extends boolean = boolean> extends Kind<Value> {
  readonly heading: string;
  readonly isRequired: Required;
}

/** The columns of a table, by the properties of its records. */
export type Columns = Readonly<Record<string, Column>>;

export type RecordOf<Spec extends Columns> = {
  readonly [Name in keyof Spec]: Spec[Name] extends Column<infer Value, infer Required>
    ? Required extends true
      ? Value
      : Value | null
    : never;
};

export const required = <Value>(heading: string, kind: Kind<Value>): Column<Value, true> => ({
  ...kind,
  heading,
  isRequired: true,
});
export const optional = <Value>(heading: string, kind: Kind<Value>): Column<Value, false> => ({
  ...kind,
  heading,
  isRequired: false,
});

/** A code in uppercase. */
const codeOf = (form: string, isSound: (text: string) => boolean): Kind<string> => ({
  form,
  read: (text) => {
    if (isSound(text)) return text;
    const upper = text.toUpperCase();
    return new Refusal(`must be ${isSound(upper) ? `written ${upper}` : form}`);
  },
});

/** A text that is not longer than in other formats, so that every export can be imported. */
const textOf = (kind: TextKind, form: string): Kind<string> => ({
  form,
  read: (written) => refusedLength(written, kind) ?? written,
});
function refusedLength(written: string, kind: TextKind): Refusal | null {
  const fault = lengthFault(written, kind);
  return fault === null ? null : new Refusal(fault);
}

export const text = textOf('text', 'a text');
export const title = textOf('title', 'a text on one line');
export const name = textOf('name', `a text of at most ${String(LONGEST.name)} characters`);
export const identifier = textOf(
  'identifier',
  `a text of at most ${String(LONGEST.identifier)} characters`,
);
/** An organization in any form that names one. */
export const organization: Kind<string> = {
  form: 'an organization: an identifier such as RS-APR-06115403, a slug, or a name in this data set',
  read: (written) =>
    refusedLength(written, splitIdentifier(written) === null ? 'name' : 'identifier') ?? written,
};
const SLUG_FORM = 'lowercase letters, digits and single hyphens';
export const slug: Kind<string> = {
  form: SLUG_FORM,
  read: (written) =>
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written)
      ? (refusedLength(written, 'identifier') ?? written)
      : new Refusal(`must be ${SLUG_FORM}`),
};
export const country = {
  ...codeOf('two letters of ISO 3166-1, such as RS', isCountryCode),
  choices: [...COUNTRIES].sort(),
};
export const currency = {
  ...codeOf('a currency of ISO 4217, such as EUR', isCurrencyCode),
  choices: [...CURRENCIES].sort(),
};
/** Regions and sectors must exist, so they are looked up later. */
export const region = textOf('name', 'a region as its NUTS code, such as RS12');
export const sector = textOf('name', 'a sector as its scheme and code, such as NACE_REV2:62');
const WEBSITE_FORM = 'a full address, such as https://example.org';
export const website: Kind<string> = {
  form: WEBSITE_FORM,
  read: (written) =>
    isUrl(written)
      ? (refusedLength(written, 'title') ?? written)
      : new Refusal(`must be ${WEBSITE_FORM}`),
};

export const amount: Kind<string> = {
  form: 'a number such as 1250.50, without thousands separators',
  isNumber: true,
  read: (written, decimals) =>
    decimalOf(written, decimals) ??
    new Refusal(
      decimals !== 'POINT' && isAmbiguous(written)
        ? AMBIGUOUS
        : 'must be a number such as 1250.50, without thousands separators',
    ),
};
const AMBIGUOUS =
  'is a text that can mean two numbers: the point could separate thousands or decimals; make the cell a number, or write 1234 or 1.2340';

/** The share of each recipient, in the same order: an amount, a percentage of the award, or unknown. */
export const shares: Kind<readonly Share[]> = {
  form: 'for each recipient, in the same order, an amount such as 1250.50, a share of the award such as 12.5%, or ?; separated by semicolons',
  read: (written, decimals) => {
    const all = written.split(';').map((part): Share | null => {
      const [, text = '', percent] = /^([^%]*?)\s*(%?)$/.exec(part.trim()) ?? [];
      if (text === '?') return { amount: null, percentage: null };
      const number = decimalOf(
        text,
        percent === '%' && decimals === 'UNKNOWN' ? 'POINT' : decimals,
      );
      if (number === null) return null;
      return percent === '%'
        ? { amount: null, percentage: number }
        : { amount: number, percentage: null };
    });
    return all.every((share) => share !== null)
      ? all
      : new Refusal(
          'must be amounts such as 1250.50, shares such as 12.5%, or ?, separated by semicolons',
        );
  },
};

/** The percentage of each sector, in the same order; null if unknown. */
export const percentages: Kind<readonly (string | null)[]> = {
  form: 'for each sector, in the same order, its percentage such as 12.5, or ?; separated by semicolons',
  read: (written, decimals) => {
    const all = written.split(';').map((part) => {
      const text = part.trim().replace(/\s*%$/, '');
      if (text === '?') return null;
      // Thousands would be out of range, so nothing is ambiguous.
      const number = decimalOf(text, decimals === 'UNKNOWN' ? 'POINT' : decimals);
      return number !== null && Number(number) > 0 && Number(number) <= 100 ? number : 'WRONG';
    });
    return all.includes('WRONG')
      ? new Refusal(
          'must be percentages greater than 0 and at most 100, or ?, separated by semicolons',
        )
      : all;
  },
};

export interface Share {
  readonly amount: string | null;
  readonly percentage: string | null;
}

export const degrees = (most: number): Kind<number> => ({
  form: `degrees from -${String(most)} to ${String(most)}`,
  isNumber: true,
  read: (written, decimals) => {
    // Thousands would be out of range, so nothing is ambiguous.
    const plain = decimalOf(written, decimals === 'UNKNOWN' ? 'POINT' : decimals);
    const value = Number(plain ?? Number.NaN);
    return Math.abs(value) <= most
      ? value
      : new Refusal(`must be degrees from -${String(most)} to ${String(most)}`);
  },
});

const DATE_FORM = 'a date: 2017-11-01, 1.11.2017, 2017-11, 2017';
export const date: Kind<PartialDate> = {
  form: DATE_FORM,
  read: (written) => writtenDate(written) ?? new Refusal(`must be ${DATE_FORM}`),
};
/** An end date; `ONGOING` if there is none yet. */
export const end: Kind<PartialDate> = {
  form: `${DATE_FORM}; or Ongoing`,
  read: (written) =>
    meansOngoing(written)
      ? 'ONGOING'
      : (writtenDate(written) ?? new Refusal(`must be ${DATE_FORM}; or Ongoing`)),
};

export const yesNo: Kind<boolean> = {
  form: 'Yes or No',
  choices: ['Yes', 'No'],
  read: (written) => {
    if (/^(yes|true|da)$/i.test(written)) return true;
    return /^(no|false|ne)$/i.test(written) ? false : new Refusal('must be Yes or No');
  },
};

/** A value of an enumeration, case-insensitive: `Local government` is LOCAL_GOVERNMENT. */
export function oneOf<Value extends string>(
  values: Readonly<Record<string, Value>> | readonly Value[],
): Kind<Value> {
  const byName = new Map(Object.values<Value>(values).map((each) => [folded(each), each]));
  const form = `one of ${[...byName.values()].join(', ')}`;
  return {
    form,
    choices: [...byName.values()],
    read: (written) => byName.get(folded(written)) ?? new Refusal(`must be ${form}`),
  };
}

const folded = (written: string) => written.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** Several values in one cell, separated by semicolons. */
export function several<Value>(kind: Kind<Value>): Kind<readonly Value[]> {
  return {
    form: `${kind.form}; separate several with semicolons`,
    isSeveral: true,
    ...(kind.choices === undefined ? {} : { choices: kind.choices }),
    read: (written, decimals) => {
      const values: Value[] = [];
      for (const each of written.split(';').map((part) => part.trim())) {
        if (each === '') continue;
        const value = kind.read(each, decimals);
        if (value instanceof Refusal) return value;
        if (!values.includes(value)) values.push(value);
      }
      return values;
    },
  };
}
