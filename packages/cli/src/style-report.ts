import { modelIdsOf } from '@avatar/generator';
import { findModel } from '@avatar/models';
import { ownModelId, type Style } from '@avatar/styles';

/** A style as `styles --json` prints it. `licence` covers the style and the network that it brings. */
export const styleReport = (style: Style) => ({
  token: style.token,
  label: style.label,
  description: style.description,
  licence: style.licence,
  creator: style.creator,
  kind: style.rendering.kind,
  platforms: style.platforms,
  context: style.context,
  background: style.background.token,
  palette: style.background.palette,
  min_likeness: style.minLikeness,
  models: modelsOf(style),
});

/** Every model that making an avatar in the style may run, with its licence. */
function modelsOf(style: Style) {
  const licenceOf = (id: string) =>
    id === ownModelId(style.token) ? style.licence : findModel(id).licence.spdx;
  return modelIdsOf(style).map((id) => ({ id, licence: licenceOf(id) }));
}
