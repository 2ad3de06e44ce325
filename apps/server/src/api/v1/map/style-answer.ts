import { signedFilePath } from '../../../storage/index.js';
import type { FittedStyle, OwnStyle } from '../../../styles/index.js';
import type { OwnStyleAnswer } from '../schemas/own-style.js';
import type { Presenter } from './presenter.js';
import { styleWarnings } from './style-warnings.js';

const LINK_MS = 24 * 3_600_000;

/** A style of an account's own as it is answered, with links that are signed anew. */
export const styleAnswer = (style: OwnStyle, presenter: Presenter): OwnStyleAnswer => ({
  style_token: style.token,
  name: style.name,
  status: style.status,
  method: 'style-matching',
  progress: { done: style.made === undefined ? style.looked : style.examples, of: style.examples },
  ...(style.made && { ...understood(style.made), previews: previews(style, presenter) }),
  ...(style.status === 'failed' && style.problem && { error: style.problem }),
  credits_charged: style.creditsCharged,
  created_at: style.createdAt.toISOString(),
  links: { self: `${presenter.baseUrl}/v1/styles/${style.token}` },
});

const understood = (made: FittedStyle) => {
  const {
    style: { rendering },
    report,
    variants,
  } = made;
  return {
    confidence: report.confidence,
    report: {
      examples_are: report.examplesAre,
      technique: rendering.kind === 'fitted' ? rendering.technique : null,
      techniques: { ...report.techniques },
      used: report.used,
      faces: report.faces,
      coherence: report.coherence,
      left_out: report.leftOut.map(({ index, reason }) => ({ index, reason })),
    },
    variants: variants.map(({ style, used, coherence }) => ({
      style_token: style.token,
      technique: style.rendering.technique,
      used,
      coherence,
    })),
    warnings: styleWarnings(made),
  };
};

function previews({ previews: kept }: OwnStyle, { signer, baseUrl }: Presenter) {
  const expiresAt = new Date(Date.now() + LINK_MS);
  return kept.map(({ style, subject, key, likenessScore }) => ({
    style_token: style,
    subject,
    url: baseUrl + signedFilePath(signer, key, expiresAt),
    likeness_score: likenessScore,
  }));
}
