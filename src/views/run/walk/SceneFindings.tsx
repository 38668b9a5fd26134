import { CircleMinus, CirclePlus } from 'lucide-react';
import { pictureAddress } from '../../../exchange/browser';
import type { JourneyMap } from '../../../map/schema';
import styles from './Scene.module.css';
import { Block } from './SceneBlock';

interface FindingsProps {
  readonly label: string;
  readonly tone: 'pain' | 'gain';
  readonly names: readonly string[];
}

/** What hurts or delights here, by name. */
export function Findings({ label, tone, names }: FindingsProps) {
  if (names.length === 0) return null;
  const Mark = tone === 'pain' ? CircleMinus : CirclePlus;
  return (
    <Block label={label}>
      <ul className={styles.list} data-tone={tone}>
        {names.map((name, index) => (
          <li key={index} dir="auto">
            <Mark aria-hidden="true" />
            {name}
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** The pictures of the place. */
export function Pictures({
  ids,
  map,
}: {
  readonly ids: readonly string[];
  readonly map: JourneyMap;
}) {
  return ids.map((id) => {
    const image = map.images[id];
    const asset = map.assets[image?.asset ?? ''];
    return (
      image &&
      asset && (
        <img key={id} className={styles.picture} src={pictureAddress(asset)} alt={image.alt} />
      )
    );
  });
}
