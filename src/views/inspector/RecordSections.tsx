import { useText } from '../../controls/LanguageProvider';
import { Section } from '../../controls/Section';
import { FieldList } from './fields/FieldList';
import { useShown } from './fields/useShown';
import type { InspectorSpec } from '../../editing/fields';

/** Which sections a person has opened or closed, for as long as the page lives. */
const openSections = new Map<string, boolean>();

/** The sections of a spec, each as open as its reader left it. */
export function RecordSections({ spec, value }: { spec: InspectorSpec; value: unknown }) {
  const t = useText();
  const shown = useShown(spec, value);
  return shown.map(({ title, fields, open }) => (
    <Section
      key={title}
      title={t(title)}
      defaultOpen={openSections.get(title) ?? open}
      onOpenChange={(next) => openSections.set(title, next)}
    >
      <FieldList specs={fields} value={value} />
    </Section>
  ));
}
