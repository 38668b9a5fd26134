export { readClipboard, writeClipboard } from './clipboard';
export { type ReadFile, saveMapFile } from './mapFile';
export { encodePicture, pictureAddress } from './picture';
