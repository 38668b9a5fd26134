// A customer walked step by step: what each step shows and says.
export { drawNeighbours, type DrawRange, drawRanges, leadsTo } from './draw';
export { type EventText, eventTexts } from './eventTexts';
export {
  emotionOnStep,
  feltAt,
  type TouchpointScene,
  type SceneMessage,
  sceneOf,
  type Walker,
} from './scene';
export { spokenStep } from './spokenStep';
export { type Hop, lastHops, whyText } from './whyText';
