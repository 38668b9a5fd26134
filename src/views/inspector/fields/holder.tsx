import { createContext, type ReactNode, use, useMemo } from 'react';
import type { MessageId } from '../../../language';
import { type Edit, setField, setMapField } from '../../../map/edits';
import type { CollectionName } from '../../../map/schema';
import { type Path, toPointer } from '../../../map/shape';
import { useEditor } from '../../session';

/** Where the fields below write: a record or the map itself, and how deep inside. */
export interface Holder {
  readonly collection: CollectionName | null;
  readonly id: string;
  readonly base: Path;
}

const Context = createContext<Holder | null>(null);

export function HolderProvider({ holder, children }: { holder: Holder; children: ReactNode }) {
  return <Context value={holder}>{children}</Context>;
}

export function useHolder(): Holder {
  const holder = use(Context);
  if (!holder) throw new Error('a field needs a HolderProvider above it');
  return holder;
}

/** Fields inside an object or a row write below `path`. */
export function Inside({ path, children }: { path: Path; children: ReactNode }) {
  const { collection, id, base } = useHolder();
  const key = toPointer(path);
  const holder = useMemo(
    () => ({ collection, id, base: [...base, ...path] }),
    // The pointer says all there is to say of a path, which is another array each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [collection, id, base, key],
  );
  return <HolderProvider holder={holder}>{children}</HolderProvider>;
}

/** The edit that writes `value` at `path` inside the holder. */
export function writeEdit({ collection, id, base }: Holder, path: Path, value: unknown): Edit {
  const full = [...base, ...path];
  return collection === null ? setMapField(full, value) : setField(collection, id, full, value);
}

/** Writes a field of the holder; a burst of changes to one field is one undo step. */
export function useWrite(label: MessageId, path: Path): (value: unknown) => void {
  const editor = useEditor();
  const holder = useHolder();
  return (value) => {
    const gesture = `${String(holder.collection)}/${holder.id}${toPointer([...holder.base, ...path])}`;
    editor.edit(label, writeEdit(holder, path, value), { gesture });
  };
}
