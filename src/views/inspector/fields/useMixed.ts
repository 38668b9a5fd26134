import { createContext, use } from 'react';
import { useText } from '../../../controls/LanguageProvider';

/** Does the field below stand for several records that differ in it? */
export const MixedContext = createContext(false);

/** What a control shows in place of a value where several records differ; undefined where they do not. */
export function useMixed(): string | undefined {
  const t = useText();
  return use(MixedContext) ? t('field.mixed') : undefined;
}
