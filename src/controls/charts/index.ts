// The parts of a chart: its frame, axes, curves and legend.
export { Axes } from './Axes';
export { Chart } from './Chart';
export { Curve, Dot } from './Curve';
export { GridLines } from './GridLines';
export { Legend } from './Legend';
export { frameOf, type Mark, placeMarks, stepScale, valueMarks } from './frame';
