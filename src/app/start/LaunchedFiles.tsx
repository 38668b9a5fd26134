import { useEffect } from 'react';
import { useFiles } from '../../views/library/files/FilesProvider';

/** The part of the File Handling API that is used. */
interface LaunchQueue {
  setConsumer(
    consumer: (launch: {
      readonly files?: readonly { getFile?: () => Promise<File> }[];
    }) => void | Promise<void>,
  ): void;
}

/** Opens the files that the system passes to the installed app. */
export function LaunchedFiles() {
  const files = useFiles();
  useEffect(() => {
    const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
    launchQueue?.setConsumer(async ({ files: handles = [] }) => {
      const launched: File[] = [];
      for (const handle of handles) {
        // A folder has no file to get.
        const file = await handle.getFile?.();
        if (file) launched.push(file);
      }
      if (launched.length > 0) await files.take(launched);
    });
  }, [files]);
  return null;
}
