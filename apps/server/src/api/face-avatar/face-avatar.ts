/** Name of the vendor in what is stored of its requests. */
export const FACE_AVATAR = 'face-avatar';
