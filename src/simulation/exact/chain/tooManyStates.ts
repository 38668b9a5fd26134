import { type ExactModel, type Memory, NotExact } from '../model';

/** Why a map is not solved exactly: names what has the most values of all that is remembered. */
export function tooManyStates(
  { variables, campaigns }: ExactModel,
  memories: readonly Memory[],
  count: number,
): NotExact {
  const counts = variables.all.map((_, k) => new Set(memories.map((memory) => memory[k])).size);
  const { kind, id, because } = variables.all[counts.indexOf(Math.max(...counts))]!;
  const record =
    kind === 'attribute'
      ? ({ collection: 'attributes', id } as const)
      : kind === 'visits' || kind === 'passVisits'
        ? ({ collection: 'touchpoints', id } as const)
        : kind === 'taken' || kind === 'passTaken'
          ? ({ collection: 'transitions', id } as const)
          : campaigns.some((campaign) => campaign.id === id)
            ? ({ collection: 'campaigns', id } as const)
            : because;
  return new NotExact('too-many-states', record, { because, count });
}
