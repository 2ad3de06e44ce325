/** What a text is refused for. */
export type PolicyCategory = 'undressing' | 'sexual-content' | 'minors' | 'hate-symbols' | 'demeaning-person';
export function judgeWords(_text: string): { reason: 'content-policy'; category: PolicyCategory; publicMessage: string } | undefined {
  return undefined;
}
