import { useEditorState } from '../session';

/** Returns of a record of the table whether its name is being typed there. */
export function useRenaming(): (collection: string, id: string | null) => boolean {
  const renaming = useEditorState((state) => state.renaming);
  return (collection, id) =>
    renaming?.at === 'view' && renaming.collection === collection && renaming.id === id;
}
