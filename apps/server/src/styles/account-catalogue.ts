import { createCatalogue, platformByToken, type Platform, type Style } from '@avatar/styles';
import type { Account } from '../accounts/index.js';
import { ApiError } from '../errors/index.js';

/** The styles that one account may use. */
export interface AccountCatalogue {
  /**
   * @param asked token of a style; without one the platform's default, and where the account may not use that, the
   * first that it may
   * @throws AvatarError `invalid-options` for an unknown token, ApiError `style-not-allowed`
   */
  readonly styleFor: (asked: string | undefined, platform: Platform | undefined) => Style;
}

/** Finds the catalogue of an account. */
export type AccountCatalogues = (account: Account) => AccountCatalogue;

/**
 * Every account has the styles that come with the server, and those that its engines paint, or those of them that its
 * settings allow.
 */
export function createAccountCatalogues(engineStyles: readonly Style[]): AccountCatalogues {
  const known = createCatalogue({ styles: engineStyles });
  return ({ settings: { allowedStyles } }) => {
    const isAllowed = (token: string) => allowedStyles === undefined || allowedStyles.includes(token);
    return {
      styleFor: (asked, platform) => {
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
