import { addRecord } from '../../map/edits';
import type { AttributeType, Clause, JourneyMap } from '../../map/schema';
import { clausesOf } from '../../rules';
import { type CheckRule, detailOf } from '../checkRule';
import { rulesOf } from '../rulesOf';
import { letGo, missingIn } from './missingRecord';

/** Rules, effects and personas may only speak of attributes the map declares. */
export const undeclaredAttribute: CheckRule = {
  id: 'undeclared-attribute',
  severity: 'error',
  check: (context) =>
    missingIn(context)
      .filter(({ missing }) => missing.collection === 'attributes')
      .map((finding) => ({ ...finding, fixes: ['declare', ...(finding.fixes ?? [])] })),
  everywhere: ['remove', 'clause', 'everybody'],
  fixes: {
    declare({ map }, problem) {
      const id = detailOf(problem).split('/')[1];
      if (id === undefined || Object.hasOwn(map.attributes, id)) return null;
      return addRecord('attributes', { name: id, type: typeFromUse(map, id) }, id);
    },
    remove: letGo(),
    clause: letGo(),
    everybody: letGo(),
  },
};

/** The type that the first clause, else the first effect speaks of. */
function typeFromUse(map: JourneyMap, id: string): AttributeType {
  for (const { rule } of rulesOf(map)) {
    const clause = clausesOf(rule).find((one) => one.kind === 'attribute' && one.attribute === id);
    if (clause) return typeOfClause(clause);
  }
  const effect = Object.values(map.touchpoints)
    .flatMap(({ effects }) => Object.values(effects))
    .find(({ attribute }) => attribute === id);
  if (Array.isArray(effect?.value)) return 'list';
  if (typeof effect?.value === 'boolean') return 'boolean';
  return typeof effect?.value === 'number' ? 'number' : 'text';
}

function typeOfClause(clause: Clause): AttributeType {
  if (clause.kind !== 'attribute') return 'text';
  switch (clause.test) {
    case 'number':
    case 'boolean':
    case 'date':
    case 'list':
      return clause.test;
    case 'age':
    case 'period':
      return 'date';
    case 'presence':
    case 'text':
    case 'one-of':
    case 'length':
      return 'text';
  }
}
