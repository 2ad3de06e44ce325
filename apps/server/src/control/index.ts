export { askRunningServer, serveControl } from './control-socket.js';
export { keysCommand } from './keys-command.js';
export { operatorWorld, type OperatorWorld } from './operator-world.js';
export { runKeysCommand } from './run-keys-command.js';
