import { inner } from '../rules/open';
import { inner as pastIndex } from '../rules/open/inner';
import { inner as pastNone } from '../rules/closed/inner';

export const entered = [inner, pastIndex, pastNone, import('../rules/closed/inner')];
