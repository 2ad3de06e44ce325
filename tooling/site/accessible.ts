const SUMMARY = /<summary[\s\S]*?<\/summary>/g;
const PERMALINK = /<a [^>]*class="tsd-anchor-icon"[\s\S]*?<\/a>/g;
const HEADING = /<h(?<level>[1-6])(?=[ >])/g;

/**
 * What the theme leaves out for people who use a keyboard or a screen reader: landmarks, headings without gaps between
 * their levels, wide tables that can be scrolled, no links inside of what folds.
 * @param html A page as the theme writes it
 */
export function accessible(html: string): string {
  return steppedHeadings(
    html
      .replace('<div class="col-content">', '<div class="col-content" role="main">')
      .replace(
        '<div class="col-sidebar">',
        '<div class="col-sidebar" role="complementary" aria-label="Navigation">',
      )
      .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
      .replaceAll('</table>', '</table></div>')
      .replaceAll(SUMMARY, (summary) => summary.replaceAll(PERMALINK, '')),
  );
}

function steppedHeadings(html: string): string {
  let above = 0;
  return html.replaceAll(HEADING, (heading, level: string) => {
    const stepped = Math.min(Number(level), above + 1);
    above = stepped;
    return stepped === Number(level) ? heading : `${heading} aria-level="${stepped}"`;
  });
}
