import { Dexie } from 'dexie';
import { createActor } from 'xstate';

export const database = [Dexie, createActor];
