export { emotionCurves } from './emotionCurves';
export { type Overlay, overlayOf } from './overlay';
export { type FlowEnd, type FlowLink, type FlowPlace, stageFlow } from './stageFlow';
