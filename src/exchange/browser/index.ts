// Files, clipboards and pictures as the browser gives and takes them.
export { readClipboard, writeClipboard } from './clipboard';
export { downloadMap } from './download';
export { droppedFiles } from './dropped';
export { pickMapFile, type ReadFile, saveMapFile } from './mapFile';
export { needsPress, pickFile } from './pickers';
export { encodePicture, pictureAddress } from './picture';
