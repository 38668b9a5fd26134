import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { thisMachine, type Machine } from '../../../.config/browser/machine.mjs';
import { packagedVersion } from '../../../.config/browser/packaged.mjs';
import { defaultWays } from '../../../.config/browser/ways.mjs';

interface Call {
  command: string;
  args: readonly string[];
  env: Record<string, string> | undefined;
}

/** A Debian without a browser, on which root's commands do what `act` says, and are written down. */
function bare(
  changes: Partial<Machine> = {},
  act: (call: Call, nth: number) => Promise<void> | void = () => undefined,
) {
  const calls: Call[] = [];
  const machine: Machine = {
    env: {},
    platform: 'linux',
    arch: 'x64',
    isRoot: true,
    home: '/home/somebody',
    exists: (path) => path === '/etc/debian_version',
    read: () => 'ID=debian',
    run: async (command, args, options) => {
      const call = { command, args, env: options?.env };
      calls.push(call);
      await act(call, calls.length);
    },
    say: () => undefined,
    ...changes,
  };
  return { machine, calls };
}

function find(machine: Machine, key: string, signal = new AbortController().signal) {
  const way = defaultWays(machine).find((each) => each.key === key);
  if (!way) throw new Error(`there is no way ${key}`);
  return Promise.resolve().then(() => way.find(signal));
}

const keysOf = (env: Machine['env']) => defaultWays(bare({ env }).machine).map(({ key }) => key);

describe('the list of ways', () => {
  test('begins with what is there and ends with what needs least', () => {
    expect(keysOf({})).toEqual(['system', 'playwright', 'apt', 'npm']);
  });

  test('begins with CHROMIUM_PATH where it is set', async () => {
    expect(keysOf({ CHROMIUM_PATH: '/mine' })).toEqual([
      'path',
      'system',
      'playwright',
      'apt',
      'npm',
    ]);
    expect(await find(bare({ env: { CHROMIUM_PATH: '/mine' } }).machine, 'path')).toEqual([
      '/mine',
    ]);
  });

  test('holds only those that BROWSER_WAYS names', () => {
    expect(keysOf({ BROWSER_WAYS: 'npm' })).toEqual(['npm']);
    expect(keysOf({ BROWSER_WAYS: 'apt, system', CHROMIUM_PATH: '/mine' })).toEqual([
      'system',
      'apt',
    ]);
    expect(keysOf({ BROWSER_WAYS: 'path', CHROMIUM_PATH: '/mine' })).toEqual(['path']);
  });

  test('refuses a name in BROWSER_WAYS that no way has', () => {
    expect(() => keysOf({ BROWSER_WAYS: 'npm,yum' })).toThrow(/yum.*system, playwright, apt, npm/);
  });
});

describe('a browser on this system', () => {
  test('is looked for in every folder of the PATH, Chromium before Chrome', async () => {
    const there = ['/a/google-chrome', '/b/chromium'];
    const { machine } = bare({ env: { PATH: '/a::/b' }, exists: (path) => there.includes(path) });
    expect(await find(machine, 'system')).toEqual(['/b/chromium', '/a/google-chrome']);
  });

  test('is looked for in the usual places of Windows and macOS', async () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const chrome = 'D:\\tools\\chrome.exe';
    const { machine } = bare({
      platform: 'win32',
      env: { PATH: 'C:\\Windows;D:\\tools' },
      exists: (path) => path === edge || path === chrome,
    });
    expect(await find(machine, 'system')).toEqual([chrome, edge]);
  });

  test('is missed with a reason', async () => {
    await expect(find(bare().machine, 'system')).rejects.toThrow(/no chromium, .* on the PATH/);
  });
});

describe('Playwright’s download', () => {
  test('is asked for by the command line that the package names as its own', async () => {
    const { machine, calls } = bare();
    const [path] = await find(machine, 'playwright');
    expect(path).toMatch(/chrom/i);
    const [call] = calls;
    expect(call?.command).toBe(process.execPath);
    expect(existsSync(call?.args[0] ?? '')).toBe(true);
    expect(call?.args.slice(1)).toEqual(['install', '--no-shell', 'chromium']);
  });

  test('is not asked for when it is there', async () => {
    const { machine, calls } = bare({ exists: () => true });
    expect(await find(machine, 'playwright')).toHaveLength(1);
    expect(calls).toEqual([]);
  });

  test('hands on why it failed', async () => {
    const { machine } = bare({}, () => Promise.reject(new Error('ENOTFOUND')));
    await expect(find(machine, 'playwright')).rejects.toThrow('ENOTFOUND');
  });
});

describe('Debian’s package', () => {
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];

  test('is installed by root, and then found on the system', async () => {
    let installed = false;
    const { machine, calls } = bare(
      {
        env: { PATH: '/usr/bin' },
        exists: (path) =>
          path === '/etc/debian_version' || (installed && path === '/usr/bin/chromium'),
      },
      () => {
        installed = true;
      },
    );
    expect(await find(machine, 'apt')).toEqual(['/usr/bin/chromium']);
    expect(calls.map(({ args }) => args)).toEqual([install]);
    expect(calls[0]?.env).toEqual({ DEBIAN_FRONTEND: 'noninteractive' });
  });

  test('is asked for again after an update of the lists', async () => {
    const { machine, calls } = bare(
      { env: { PATH: '/usr/bin' }, exists: () => true },
      (_call, nth) => (nth === 1 ? Promise.reject(new Error('unable to locate')) : undefined),
    );
    await find(machine, 'apt');
    expect(calls.map(({ args }) => args)).toEqual([install, ['update'], install]);
  });

  test.each<[string, Partial<Machine>, RegExp]>([
    ['somebody who is not root', { isRoot: false }, /only root/],
    ['Ubuntu, where it is a snap', { read: () => 'ID=ubuntu\nID_LIKE=debian' }, /Ubuntu/],
    ['another system', { exists: () => false }, /not Debian/],
  ])('is not tried by %s', async (_who, changes, reason) => {
    const { machine, calls } = bare(changes);
    await expect(find(machine, 'apt')).rejects.toThrow(reason);
    expect(calls).toEqual([]);
  });
});

describe('the npm package', () => {
  /** What npm and the package would write. */
  async function write({ command, env }: Call) {
    if (command === 'npm') return;
    await writeFile(join(env?.TMPDIR ?? '', 'chromium'), 'a browser');
    await mkdir(join(env?.TMPDIR ?? '', 'fonts'));
  }

  async function emptyCache() {
    const folder = await mkdtemp(join(tmpdir(), 'browser-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    return folder;
  }

  test('is installed at its pinned version into the cache folder, and started with its own fonts', async () => {
    const cache = await emptyCache();
    const { machine, calls } = bare({ env: { XDG_CACHE_HOME: cache }, exists: existsSync }, write);
    const folder = join(cache, 'desire-path', `chromium-${packagedVersion}`);
    expect(await find(machine, 'npm')).toEqual([join(folder, 'chromium.sh')]);

    expect(calls.map(({ command }) => command)).toEqual(['npm', process.execPath]);
    expect(calls[0]?.args.at(-1)).toBe(`@sparticuz/chromium@${packagedVersion}`);
    expect(await readdir(join(cache, 'desire-path'))).toEqual([`chromium-${packagedVersion}`]);
    const launcher = await readFile(join(folder, 'chromium.sh'), 'utf8');
    expect(launcher).toContain('exec "$here/chromium" --no-sandbox "$@"');
    expect((await stat(join(folder, 'chromium.sh'))).mode & 0o111).toBe(0o111);
    expect(await readFile(join(folder, 'fonts.conf'), 'utf8')).toContain(
      `<dir>${folder}/fonts</dir>`,
    );
  });

  test('is installed once', async () => {
    const cache = await emptyCache();
    const { machine, calls } = bare({ env: { XDG_CACHE_HOME: cache }, exists: existsSync }, write);
    const first = await find(machine, 'npm');
    expect(await find(machine, 'npm')).toEqual(first);
    expect(calls).toHaveLength(2);
  });

  test('that another process has installed meanwhile is taken over', async () => {
    const cache = await emptyCache();
    const { machine: other } = bare({ env: { XDG_CACHE_HOME: cache }, exists: existsSync }, write);
    const { machine } = bare(
      { env: { XDG_CACHE_HOME: cache }, exists: existsSync },
      async (call) => {
        await write(call);
        if (call.command === 'npm') await find(other, 'npm');
      },
    );
    const [path] = await find(machine, 'npm');
    expect(existsSync(path ?? '')).toBe(true);
    expect(await readdir(join(cache, 'desire-path'))).toHaveLength(1);
  });

  test('leaves nothing half done when it fails', async () => {
    const cache = await emptyCache();
    const { machine } = bare(
      { env: { XDG_CACHE_HOME: cache }, exists: existsSync },
      ({ command }) => (command === 'npm' ? undefined : Promise.reject(new Error('no space'))),
    );
    await expect(find(machine, 'npm')).rejects.toThrow('no space');
    expect(await readdir(join(cache, 'desire-path'))).toEqual([]);
  });

  test('is in the home folder’s cache where none is named', async () => {
    const home = await emptyCache();
    const { machine } = bare({ home, exists: existsSync }, write);
    const [path] = await find(machine, 'npm');
    expect(path?.startsWith(join(home, '.cache', 'desire-path'))).toBe(true);
  });

  test.each([
    ['darwin', 'arm64'],
    ['linux', 'arm64'],
    ['win32', 'x64'],
  ])('is not tried on %s %s', async (platform, arch) => {
    const { machine, calls } = bare({ platform, arch });
    await expect(find(machine, 'npm')).rejects.toThrow(`this is ${platform} ${arch}`);
    expect(calls).toEqual([]);
  });
});

describe('a command', () => {
  const node = (script: string, options = {}) =>
    thisMachine.run(process.execPath, ['--eval', script], options);

  test('that ends badly is reported with the first error it printed', async () => {
    const script = `console.error('hint\\nError: first\\nError: second'); process.exit(3)`;
    await expect(node(script)).rejects.toThrow(/failed \(exit code 3\): Error: first$/);
  });

  test('that cannot be started is reported', async () => {
    await expect(thisMachine.run('no-such-command', [])).rejects.toThrow(/no-such-command.*ENOENT/);
  });

  test('ends when it is aborted', async () => {
    const controller = new AbortController();
    const running = node('setInterval(() => {}, 1000)', { signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toThrow('failed');
  });

  test('gets the variables added for it', async () => {
    await node('process.exit(process.env.ADDED === "yes" && process.env.PATH ? 0 : 1)', {
      env: { ADDED: 'yes' },
    });
  });
});
