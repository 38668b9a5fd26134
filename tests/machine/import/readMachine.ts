import { fromMachine } from '../../../src/machine';

/** The journey of a machine in the words a reader would use, and what was lost as `code pointer`. */
export function read(json: unknown) {
  const { map, notCarried } = fromMachine(json);
  if (!map) throw new Error('nothing was read');
  const nameOf = (key: string) => map.touchpoints[key]?.name;
  return {
    map,
    stages: Object.values(map.stages).map(({ name }) => name),
    steps: Object.values(map.touchpoints).map(
      ({ kind, name, stage }) => `${kind} ${name}${stage ? ` in ${map.stages[stage]?.name}` : ''}`,
    ),
    transitions: Object.values(map.transitions).map(
      ({ from, to, label }) => `${nameOf(from)} –${label}→ ${nameOf(to)}`,
    ),
    lost: notCarried.map(({ code, pointer }) => `${code} ${pointer}`),
  };
}
