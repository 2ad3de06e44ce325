export { GroupStore, MOST_GROUPS, type Group, type KnownPerson, type Look } from './group-store.js';
export { forgetUnshownPeople } from './forget-unshown.js';
