import { Field } from '../../../controls/Field';
import { useLanguage } from '../../../controls/LanguageProvider';
import type { PlainProps } from '../../../editing/fields';

/** A value that is shown, not edited: when a record was made, how large a picture is. */
export function ReadonlyField({ value, label, hint }: PlainProps) {
  const language = useLanguage();
  return (
    <Field label={label} hint={hint} layout="row">
      {(control) => <output {...control}>{shown(value, language)}</output>}
    </Field>
  );
}

function shown(value: unknown, language: ReturnType<typeof useLanguage>): string {
  if (typeof value === 'number') return language.number(value);
  if (typeof value !== 'string') return language.t('field.none');
  return /^\d{4}-\d\d-\d\dT/.test(value) ? language.dateTime(value) : value;
}
