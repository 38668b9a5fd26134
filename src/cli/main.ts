import { journey } from './journey';

/** Writes to stdout and waits until it is through, so that a pipe gets all of it. */
function say(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

// A reader such as `head` may close the pipe before all is written: it has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await journey(process.argv.slice(2), {
  say,
  warn: (text) => {
    process.stderr.write(text);
  },
});
