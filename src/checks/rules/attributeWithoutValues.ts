import { inOrder } from '../../map/records';
import { clausesOf } from '../../rules';
import type { CheckRule } from '../checkRule';
import { findingName, target } from '../names';
import { rulesOf } from '../rulesOf';

/**
 * A rule reads an attribute that no customer has a value for: no persona with a share says anything of
 * it, it has no default, and no effect sets it. A copy from another map can bring such a one.
 */
export const attributeWithoutValues: CheckRule = {
  id: 'attribute-without-values',
  severity: 'warning',
  *check({ map }) {
    const personas = Object.values(map.personas).filter(({ share }) => share > 0);
    // Imported customers bring attributes of their own, and without anybody there is nothing to say.
    const hasData = Object.values(map.scenarios).some(({ dataset }) => dataset !== null);
    if (personas.length === 0 || hasData) return;
    const fed = new Set([
      ...personas.flatMap(({ attributes }) => Object.keys(attributes)),
      ...Object.values(map.touchpoints).flatMap(({ effects }) =>
        Object.values(effects).map(({ attribute }) => attribute),
      ),
    ]);
    const readers = new Map<string, ReturnType<typeof target>[]>();
    for (const { target: at, rule } of rulesOf(map)) {
      for (const clause of clausesOf(rule)) {
        if (clause.kind !== 'attribute') continue;
        const known = readers.get(clause.attribute);
        if (!known) readers.set(clause.attribute, [at]);
        else if (known.at(-1) !== at) known.push(at);
      }
    }
    for (const [id, { default: value }] of inOrder(map.attributes)) {
      const also = readers.get(id);
      if (!also || value !== null || fed.has(id)) continue;
      yield {
        target: target('attributes', id),
        cause: 'attribute-without-values',
        values: { name: findingName(map, 'attributes', id), count: also.length },
        also,
      };
    }
  },
};
