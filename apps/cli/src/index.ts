export { type Invocation, runCommandLine } from './program/program.js';
