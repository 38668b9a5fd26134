// Two runs, or two scenarios, side by side.
export { betterAndWorse } from './betterAndWorse';
export { compareOnMap } from './compareOnMap';
export { type ComparedRow, compareRuns } from './compareRuns';
export { changeReadingOf, unlikeRuns } from './runChanges';
export { firstPair, settingsOf, unlike } from './scenarioPair';
export { comparedRows, type ScenarioRow } from './scenarioRows';
