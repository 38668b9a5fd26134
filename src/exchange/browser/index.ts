export { readClipboard, writeClipboard } from './clipboard';
export { downloadMap } from './download';
export { type ReadFile, saveMapFile } from './mapFile';
export { encodePicture, pictureAddress } from './picture';
