// A customer walked step by step: what each step shows and says.
export { type EventText, eventTexts } from './eventTexts';
export { feltAt, type Scene, type SceneMessage, sceneOf, type Walker } from './scene';
export { spokenStep } from './spokenStep';
export { type Hop, lastHops, whyText } from './whyText';
