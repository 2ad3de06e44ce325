// Every package by import.
import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const names = Object.keys(dependencies).filter((name) => name.startsWith(process.argv[2]));
for (const name of names)
  if (Object.keys(await import(name)).length === 0) throw new Error(`${name} is empty`);
console.log(`${names.length} packages`);
