import { createContext, type ReactNode, use, useMemo } from 'react';
import type { MessageId } from '../../../language';
import { type Holder, writeEdit } from '../../../editing/fields';
import { type Path, toPointer } from '../../../map/shape';
import { useEditor } from '../../session';

const Context = createContext<Holder | null>(null);

/** Says which records the fields below it write to. */
export function HolderProvider({ holder, children }: { holder: Holder; children: ReactNode }) {
  return <Context value={holder}>{children}</Context>;
}

/** @throws outside of a `HolderProvider`. */
export function useHolder(): Holder {
  const holder = use(Context);
  if (!holder) throw new Error('a field needs a HolderProvider above it');
  return holder;
}

/** Fields inside an object or a row write below `path`. */
export function Inside({ path, children }: { path: Path; children: ReactNode }) {
  const outer = useHolder();
  const key = toPointer(path);
  const holder = useMemo(
    () => ({ ...outer, base: [...outer.base, ...path] }),
    // The pointer says all there is to say of a path, which is another array each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [outer, key],
  );
  return <HolderProvider holder={holder}>{children}</HolderProvider>;
}

/** Writes a field of the holder; a burst of changes to one field is one undo step. */
export function useWrite(label: MessageId, path: Path): (value: unknown) => void {
  const editor = useEditor();
  const holder = useHolder();
  return (value) => {
    const records = holder.ids?.join() ?? holder.id;
    const gesture = `${String(holder.collection)}/${records}${toPointer([...holder.base, ...path])}`;
    editor.edit(label, writeEdit(holder, path, value), { gesture });
  };
}
