export function InsightsView() { return null; }
