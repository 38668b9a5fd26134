import { toTypeScript } from '../../machine';
import type { Write } from './format';

/** The map as the TypeScript source of `setup().createMachine()`. */
export const writeMachineTypeScript: Write = (map) => toTypeScript(map);
