import { AvatarError } from '@avatar/stage';

const FETCH_ADVICE = 'Check that the address is right and open to everybody, or send the file itself.';

/** Neither error names the address or what it resolved to: that would map our network for whoever asks. */
export const blockedAddress = (rule: string): AvatarError =>
  AvatarError.rejected('blocked-address', 'The address is not allowed; use a public http or https address', {
    facts: { rule },
    publicMessage: `We cannot fetch anything from this address. Use a public web address, or send the file itself.`,
  });

export const fetchFailed = (
  rule: string,
  facts: Readonly<Record<string, string | number>> = {},
): AvatarError =>
  AvatarError.rejected('fetch-failed', `The address could not be fetched (${rule})`, {
    facts: { rule, ...facts },
    publicMessage: `We could not fetch the file from this address. ${FETCH_ADVICE}`,
  });

export const tooLarge = (maxBytes: number): AvatarError =>
  AvatarError.rejected('too-large', `The response is larger than ${maxBytes} bytes; send a smaller file`, {
    facts: { maxBytes },
    publicMessage: `The file is too large: at most ${Math.floor(maxBytes / 1_000_000)} MB.`,
  });
