// Questions about a run that take long: levers, campaigns, scenarios.
export { type Analysis, createAnalysis } from './analysis';
export { compareInWorkers, createScenarioQuestion } from './scenarioComparison';
