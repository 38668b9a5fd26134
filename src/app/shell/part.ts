import type { ComponentType } from 'react';
import { later } from '../../controls/Later';
import { allTexts } from '../preferences';

/** A part of the shell that comes after the first screen, when all texts are here. */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return later(async () => {
    const [component] = await Promise.all([load(), allTexts()]);
    return component;
  });
}
