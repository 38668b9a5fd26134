import { type Problem, problems } from '../checks';
import { today } from '../map/records';
import { english } from './english';
import type { CommandResult, Voice } from './output';
import { readMap } from './readMap';

/** The checker's findings, worst first. Hints alone are no findings for the exit code. */
export async function check(path: string, warn: Voice['warn']): Promise<CommandResult> {
  const map = await readMap(path, warn);
  const found = problems(map, { today: today() });
  const lines = found.map((problem) => {
    const { severity, rule, target } = problem;
    const place = target ? `/${target.collection}/${target.id}` : '/';
    return `${severity}  ${rule}  ${place}  ${sentenceOf(problem)}`;
  });
  const json = found.map((problem) => ({
    rule: problem.rule,
    severity: problem.severity,
    collection: problem.target?.collection ?? null,
    id: problem.target?.id ?? null,
    also: problem.also,
    sentence: sentenceOf(problem),
  }));
  return {
    text: lines.length === 0 ? '' : `${lines.join('\n')}\n`,
    json: { findings: json },
    findings: found.some(({ severity }) => severity !== 'hint'),
  };
}

function sentenceOf({ message, alike }: Problem): string {
  const more = alike.length > 0 ? ` ${english.t('check.more', { count: alike.length })}` : '';
  return english.t(message.id, message.values) + more;
}
