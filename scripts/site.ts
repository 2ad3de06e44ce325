// Builds the documentation as a static site in dist-site/, to be opened without a server: npm run site
import { fileURLToPath } from 'node:url';
import { buildSite } from '../tooling/site/build-site.js';

const root = fileURLToPath(new URL('..', import.meta.url));
await buildSite(root, `${root}dist-site`);
console.log('dist-site/index.html');
