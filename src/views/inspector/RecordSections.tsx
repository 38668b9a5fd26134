import { useText } from '../../controls/LanguageProvider';
import { Section } from '../../controls/Section';
import { FieldContext, FieldList } from './fields/FieldList';
import { FieldView } from './fields/FieldView';
import type { InspectorSpec } from '../../editing/fields/spec';

/** Which sections a person has opened or closed, for as long as the page lives. */
const openSections = new Map<string, boolean>();

/** The sections of a spec, each as open as its reader left it. */
export function RecordSections({ spec, value }: { spec: InspectorSpec; value: unknown }) {
  const t = useText();
  return (
    <FieldContext value={FieldView}>
      {spec
        .filter(({ shownFor }) => shownFor?.(value) !== false)
        .map(({ title, fields, open }) => (
          <Section
            key={title}
            title={t(title)}
            defaultOpen={openSections.get(title) ?? open}
            onOpenChange={(next) => openSections.set(title, next)}
          >
            <FieldList specs={fields} value={value} />
          </Section>
        ))}
    </FieldContext>
  );
}
