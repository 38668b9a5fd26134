import { ImageUp } from 'lucide-react';
import { encodePicture, pickFile, pictureAddress } from '../../../exchange/browser';
import { addRecord, changeRecord, inTurn } from '../../../map/edits';
import { newId } from '../../../map/records';
import { Button } from '../../../controls/Button';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap } from '../../session';
import { useHolder } from './holder';
import styles from './PictureField.module.css';
import type { PlainProps } from '../../../editing/fields';

/** The picture itself, and another file in its place. */
export function PictureField({ value, label }: PlainProps) {
  const t = useText();
  const editor = useEditor();
  const { id } = useHolder();
  const asset = useMap((map) => (typeof value === 'string' ? map.assets[value] : undefined));
  const alt = useMap((map) => map.images[id]?.alt ?? '');

  async function replace() {
    const file = await pickFile({ mimeTypes: ['image/*'] }).catch(() => null);
    if (!file) return;
    const result = await encodePicture(file);
    if (!result.ok) {
      editor.announce(`picture.${result.reason}`, { name: file.name }, true);
      return;
    }
    const { asset: fresh, width, height } = result.picture;
    const assetId = newId();
    editor.edit(
      'field.asset',
      inTurn(
        addRecord('assets', fresh, assetId),
        changeRecord('images', id, { asset: assetId, width, height }),
      ),
    );
  }

  return (
    <figure className={styles.figure}>
      {asset && <img className={styles.image} src={pictureAddress(asset)} alt={alt} />}
      <figcaption>
        <Button size="sm" icon={<ImageUp aria-hidden="true" />} onClick={() => void replace()}>
          {t('picture.replace', { field: label })}
        </Button>
      </figcaption>
    </figure>
  );
}
