import { Panel } from '../../controls/Panel';
import { useText } from '../../controls/LanguageProvider';
import { useSession } from '../../session/ShellContext';
export function WalkPanel() {
  const t = useText();
  const { shell } = useSession();
  return <Panel title={t('command.run.walk')} onClose={() => shell.toggle('walk')}>{null}</Panel>;
}
