import { createCatalogue, platformByToken, type Platform, type Style } from '@avatar/styles';
import type { Account } from '../accounts/index.js';
import { ApiError, notFound } from '../errors/index.js';
import type { OwnStyleStore } from './own-style-store.js';
import { isOwnStyleToken } from './own-style-token.js';

/** The styles that one account may use. */
export interface AccountCatalogue {
  /**
   * @param asked token of a style; without one the platform's default, and where the account may not use that, the
   * first that it may
   * @throws AvatarError `invalid-options` for an unknown token; ApiError `style-not-allowed`, for a style of one's own
   * `not-found`, and `conflict` while it is not made
   */
  readonly styleFor: (asked: string | undefined, platform: Platform | undefined) => Promise<Style>;
}

/** Finds the catalogue of an account. */
export type AccountCatalogues = (account: Account) => AccountCatalogue;

/**
 * Every account has the styles that come with the server, and those that its engines paint, or those of them that its
 * settings allow; and those that it had made itself.
 */
export function createAccountCatalogues(
  engineStyles: readonly Style[],
  ownStyles: Pick<OwnStyleStore, 'find' | 'styleOf'>,
): AccountCatalogues {
  const known = createCatalogue({ styles: engineStyles });
  return ({ id, settings: { allowedStyles } }) => {
    const isAllowed = (token: string) => allowedStyles === undefined || allowedStyles.includes(token);
    return {
      styleFor: async (asked, platform) => {
        if (asked !== undefined && isOwnStyleToken(asked)) return ownStyle(ownStyles, id, asked);
        const usual = (platform ?? platformByToken('custom')).defaultStyle;
        const style = known.resolve(asked ?? (isAllowed(usual) ? usual : (allowedStyles?.[0] ?? usual)));
        if (!isAllowed(style.token))
          throw new ApiError(
            'style-not-allowed',
            `The style "${style.token}" is not enabled for this account`,
          );
        return style;
      },
    };
  };
}

async function ownStyle(
  ownStyles: Pick<OwnStyleStore, 'find' | 'styleOf'>,
  accountId: string,
  token: string,
): Promise<Style> {
  const style = await ownStyles.styleOf(accountId, token);
  if (style !== undefined) return style;
  const own = await ownStyles.find(accountId, token);
  if (own === undefined) throw notFound('style');
  throw new ApiError(
    'conflict',
    own.status === 'failed'
      ? 'The style could not be made; see its error'
      : 'The style is not ready yet; try again when it is',
  );
}
