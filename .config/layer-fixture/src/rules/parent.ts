export { inner } from './closed/inner';
