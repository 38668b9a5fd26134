import { view } from '../views/view';

export const upwards = view;
