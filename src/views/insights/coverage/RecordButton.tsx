import { Button } from '../../../controls/Button';
import { useLanguage } from '../../../controls/LanguageProvider';
import type { CoveredKind } from '../../../insight';
import { nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import { useGoTo } from '../useGoTo';

/** A touchpoint or a transition by its name; pressed, it is shown on the map. */
export function RecordButton({
  map,
  collection,
  id,
}: {
  readonly map: JourneyMap;
  readonly collection: CoveredKind;
  readonly id: string;
}) {
  const { t } = useLanguage();
  const goTo = useGoTo();
  const name = nameOf(map, collection, id, t);
  return (
    <Button
      variant="ghost"
      size="sm"
      title={t('insights.coverage.show', { name })}
      onClick={() => goTo({ collection, id })}
    >
      {name}
    </Button>
  );
}
