import { createElement } from 'react';
import { strange } from '../strange/strange';

export const impure = [createElement, strange];
