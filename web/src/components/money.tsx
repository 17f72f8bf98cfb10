import { moneyText } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';
import { Unknown } from './mark.js';

interface MoneyProps {
  readonly of: { readonly amount: string; readonly currency: string } | null;
}

/** An amount as it is stated; one that is not stated is unknown, and never zero. */
export function Money({ of }: MoneyProps) {
  const language = useLanguage();
  if (of === null) return <Unknown />;
  return <span className="nowrap">{moneyText(language, of)}</span>;
}
