// The flow of a run: what is drawn over the map, and from stage to stage.
export { emotionCurves } from './emotionCurves';
export { type FlowBand, flowLayout, type DrawnPlace, flowNodes, placeKeyOf } from './flowLayout';
export { type Overlay, overlayOf } from './overlay';
export { type FlowEnd, type FlowLink, type FlowPlace, stageFlow } from './stageFlow';
export { stagesThatGoOn } from './stageStory';
export { type StageWords, stageWords } from './stageWords';
