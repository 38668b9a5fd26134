export { betterAndWorse } from './betterAndWorse';
export { compareOnMap } from './compareOnMap';
export { type ComparedRow, compareRuns } from './compareRuns';
export { firstPair, settingsOf, unlike } from './scenarioPair';
export { comparedRows, type ScenarioRow } from './scenarioRows';
