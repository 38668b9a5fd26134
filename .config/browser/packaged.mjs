// The last resort: the Chromium that ships inside an npm package, installed outside the repository when it is needed.
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The newest version that runs under Node 20; it holds Chromium 143. */
export const packagedVersion = '143.0.4';

/** Run beside the installed package; it unpacks into the temporary folder it is given. */
const unpack = `
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
`;

/**
 * The path of the packaged Chromium, in the user's cache folder.
 * @param {import('./machine.mjs').Machine} machine
 * @param {AbortSignal} signal
 * @throws where the package has no browser for this machine, or cannot be installed
 */
export async function packagedChromium(machine, signal) {
  const { platform, arch, env } = machine;
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Error(`it holds a browser for linux x64, and this is ${platform} ${arch}`);
  }
  const caches = join(env.XDG_CACHE_HOME || join(machine.home, '.cache'), 'desire-path');
  const folder = join(caches, `chromium-${packagedVersion}`);
  const command = join(folder, 'chromium.sh');
  if (machine.exists(command)) return command;

  machine.say(`Installing @sparticuz/chromium ${packagedVersion} into ${caches} …`);
  await mkdir(caches, { recursive: true });
  const staging = await mkdtemp(join(caches, 'installing-'));
  try {
    await install(machine, signal, staging, folder);
    // All at once, so that nobody ever meets half a browser.
    await rename(join(staging, 'browser'), folder).catch((/** @type {unknown} */ error) => {
      // Another process may have been faster.
      if (!machine.exists(command)) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return command;
}

/** Makes `staging/browser` ready to be moved to `folder`. */
async function install(
  /** @type {import('./machine.mjs').Machine} */ machine,
  /** @type {AbortSignal} */ signal,
  /** @type {string} */ staging,
  /** @type {string} */ folder,
) {
  const browser = join(staging, 'browser');
  await mkdir(browser);
  const options = ['--prefix', staging, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  const wanted = `@sparticuz/chromium@${packagedVersion}`;
  await machine.run('npm', ['install', ...options, wanted], { signal, cwd: staging });
  await machine.run(process.execPath, ['--input-type=module', '--eval', unpack], {
    signal,
    cwd: staging,
    // The second makes it unpack the libraries, too, that a bare system does not have (NSS, expat).
    env: { TMPDIR: browser, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  await writeFile(join(browser, 'fonts.conf'), fontsOf(folder));
  await writeFile(join(browser, 'chromium.sh'), launcher, { mode: 0o755 });
}

/**
 * No sandbox: it needs a helper owned by root, or rights that containers withhold. Without a font of its own a bare system
 * draws no text: lines have no height and nothing can be clicked.
 */
const launcher = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" --no-sandbox "$@"
`;

function fontsOf(/** @type {string} */ folder) {
  const inXml = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${inXml}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${inXml}/fonts-cache</cachedir>
</fontconfig>
`;
}
