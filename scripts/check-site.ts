// Looks for links of the built site that lead nowhere: npm run site && npm run check:site
import { fileURLToPath } from 'node:url';
import { brokenLinks, pagesOf } from '../tooling/site/check-links.js';

const site = fileURLToPath(new URL('../dist-site', import.meta.url));
const broken = brokenLinks(site);
for (const link of broken) console.error(link);
console.log(`${pagesOf(site).length} pages, ${broken.length} broken links`);
process.exitCode = broken.length > 0 ? 1 : 0;
