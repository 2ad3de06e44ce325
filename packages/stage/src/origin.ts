/** What a picture is made from: a photo of the person, or a character that is drawn from data. */
export type Origin = 'photo' | 'character';
