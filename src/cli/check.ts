import { problems } from '../checks';
import { today } from '../map/records';
import { english } from './english';
import type { CommandResult, Voice } from './output';
import { readMap } from './readMap';

/** The checker's findings, worst first. Hints alone are no findings for the exit code. */
export async function check(path: string, warn: Voice['warn']): Promise<CommandResult> {
  const map = await readMap(path, warn);
  const found = problems(map, { today: today() });
  const lines = found.map(({ severity, rule, message, target }) => {
    const place = target ? `/${target.collection}/${target.id}` : '/';
    return `${severity}  ${rule}  ${place}  ${english.t(message.id, message.values)}`;
  });
  const json = found.map(({ rule, severity, target, message }) => ({
    rule,
    severity,
    collection: target?.collection ?? null,
    id: target?.id ?? null,
    sentence: english.t(message.id, message.values),
  }));
  return {
    text: lines.length === 0 ? '' : `${lines.join('\n')}\n`,
    json: { findings: json },
    findings: found.some(({ severity }) => severity !== 'hint'),
  };
}
