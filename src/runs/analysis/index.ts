export { type Analysis, createAnalysis } from './analysis';
export { compareInWorkers, createScenarioQuestion } from './scenarioComparison';
