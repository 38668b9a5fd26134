import { type Problem, problemGroups } from '../checks';
import { today } from '../map/records';
import { english } from './english';
import type { CommandResult, Voice } from './output';
import { readMap } from './readMap';

/**
 * The checker's findings, worst first, those of one cause as one with its other places below it. Hints alone are no
 * findings for the exit code.
 */
export async function check(path: string, warn: Voice['warn']): Promise<CommandResult> {
  const map = await readMap(path, warn);
  const found = problemGroups(map, { today: today() });
  const lines = found.flatMap(({ severity, rule, places }) =>
    places.map((place, at) =>
      at === 0
        ? `${severity}  ${rule}  ${placeOf(place)}  ${sentenceOf(place)}`
        : `  also  ${placeOf(place)}  ${sentenceOf(place)}`,
    ),
  );
  const json = found.map((group) => {
    const others = group.places.slice(1);
    return { ...publishedOf(group), ...(others.length > 0 && { places: others.map(publishedOf) }) };
  });
  return {
    text: lines.length === 0 ? '' : `${lines.join('\n')}\n`,
    json: { findings: json },
    findings: found.some(({ severity }) => severity !== 'hint'),
  };
}

function placeOf({ target }: Problem): string {
  return target ? `/${target.collection}/${target.id}` : '/';
}

function sentenceOf({ message }: Problem): string {
  return english.t(message.id, message.values);
}

function publishedOf(problem: Problem) {
  const { rule, severity, target } = problem;
  return {
    rule,
    severity,
    collection: target?.collection ?? null,
    id: target?.id ?? null,
    sentence: sentenceOf(problem),
  };
}
