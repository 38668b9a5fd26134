import { vi } from 'vitest';

/** What was asked of a canvas: methods with their arguments, in order. */
export type Asked = [name: string, ...given: unknown[]][];

/** Gives every canvas element a size and a pen that draws nothing; returns what it was asked. */
export function fakePen(): Asked {
  const asked: Asked = [];
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation((() => {
    const fields: Record<string, unknown> = {};
    return new Proxy(fields, {
      get: (_, name: string) => {
        if (name in fields) return fields[name];
        return (...given: unknown[]) => {
          asked.push([name, ...given]);
          return { width: 7 };
        };
      },
    });
  }) as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(0, 0, 1_000, 600),
  );
  vi.stubGlobal('Path2D', class Outline extends EventTarget {});
  return asked;
}
