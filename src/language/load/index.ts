// A language with its texts. Apart from the index of `language`, which workers import and which brings no catalogue.
export { loadFirstLanguage, loadLanguage } from './load';
