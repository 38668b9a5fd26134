// npm start: builds the production app and serves it with the real headers.
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();

const { build, preview } = await import('vite');
await build({ root, logLevel: 'warn' });
const server = await preview({
  root,
  logLevel: 'warn',
  preview: { port: Number(process.env.PORT ?? 4173), host: process.env.HOST ?? 'localhost' },
});
console.log(`Desire Path is running at ${server.resolvedUrls?.local[0] ?? '(no address)'}`);
console.log('Stop it with Ctrl+C.');
