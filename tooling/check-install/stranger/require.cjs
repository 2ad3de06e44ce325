// Every package by require(), which Node.js has for ES modules from 22.12 on.
const { dependencies } = require('./package.json');
const names = Object.keys(dependencies).filter((name) => name.startsWith(process.argv[2]));
for (const name of names) if (Object.keys(require(name)).length === 0) throw new Error(`${name} is empty`);
console.log(`${names.length} packages`);
