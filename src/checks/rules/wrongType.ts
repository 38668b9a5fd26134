import {
  type AttributeClause,
  type AttributeDistribution,
  type AttributeType,
  type Effect,
  suitsType,
} from '../../map/schema';
import { type AttributeUse, attributeUses, dropUse } from '../attributeUses';
import { type CheckRule, detailOf } from '../checkRule';
import { findingName } from '../names';

/** A number compared as text, a list added to: it never holds, or is refused when it runs. */
export const wrongType: CheckRule = {
  id: 'wrong-type',
  severity: 'error',
  *check({ map }) {
    for (const use of attributeUses(map)) {
      const type = map.attributes[use.attribute]?.type;
      if (type === undefined || suits(use, type)) continue;
      const { target, detail, attribute, kind } = use;
      yield {
        target,
        detail,
        variant: kind,
        cause: `wrong-type:${kind}:${attribute}`,
        values: {
          name: findingName(map, target.collection, target.id),
          attribute: findingName(map, 'attributes', attribute),
          type,
        },
        fixes: ['remove'],
      };
    }
  },
  everywhere: ['remove'],
  fixes: {
    remove: (_, problem) => (draft) => {
      if (problem.target) dropUse(draft, problem.target, detailOf(problem));
    },
  },
};

function suits(use: AttributeUse, type: AttributeType): boolean {
  switch (use.kind) {
    case 'clause':
      return TESTS[type].has(use.clause.test);
    case 'effect':
      return effectSuits(use.effect, type);
    case 'persona':
      return distributionSuits(use.distribution, type);
    case 'default':
      return suitsType(use.value, type);
  }
}

type Test = AttributeClause['test'];

/** What can sensibly be asked of each type. */
const TESTS: Readonly<Record<AttributeType, ReadonlySet<Test>>> = {
  number: new Set<Test>(['presence', 'number', 'one-of']),
  text: new Set<Test>(['presence', 'text', 'one-of', 'length']),
  choice: new Set<Test>(['presence', 'text', 'one-of']),
  boolean: new Set<Test>(['presence', 'boolean']),
  date: new Set<Test>(['presence', 'date', 'age', 'period']),
  list: new Set<Test>(['presence', 'list', 'length']),
};

function effectSuits({ operation, value }: Effect, type: AttributeType): boolean {
  switch (operation) {
    case 'set':
      return suitsType(value, type);
    case 'add':
    case 'multiply':
      return type === 'number' && typeof value === 'number';
    case 'append':
    case 'remove':
      return type === 'list' && (typeof value === 'string' || Array.isArray(value));
  }
}

function distributionSuits(distribution: AttributeDistribution, type: AttributeType): boolean {
  switch (distribution.family) {
    case 'fixed':
      return suitsType(distribution.value, type);
    case 'choice':
      return distribution.options.every(({ value }) => suitsType(value, type));
    case 'flag':
      return type === 'boolean';
    default:
      return type === 'number';
  }
}
