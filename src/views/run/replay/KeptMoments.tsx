import { CornerDownRight, Trash2 } from 'lucide-react';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { TextField } from '../../../controls/TextField';
import type { Player } from '../../../runs/replay';
import styles from './Replay.module.css';
import { usePlayer } from './ReplayContext';

/** Moments kept by name, to go back to. */
export function KeptMoments({ player }: { readonly player: Player }) {
  const t = useText();
  const checkpoints = usePlayer(player, (state) => state.checkpoints);
  if (checkpoints.length === 0) {
    return <p className={styles.empty}>{t('replay.moments.empty')}</p>;
  }
  return (
    <ul className={styles.moments}>
      {checkpoints.map((each) => (
        <li key={each.id}>
          <IconButton
            label={t('replay.moment.goTo', { name: each.name })}
            size="sm"
            onClick={() => player.goTo(each)}
          >
            <CornerDownRight aria-hidden="true" />
          </IconButton>
          <TextField
            label={t('replay.moment.name')}
            hideLabel
            value={each.name}
            onChange={(name) => player.rename(each.id, name)}
          />
          <IconButton
            label={t('replay.moment.forget', { name: each.name })}
            size="sm"
            onClick={() => player.forget(each.id)}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
