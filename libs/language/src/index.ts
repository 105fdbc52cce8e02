export { STRICT_RULES, strictForm, strictMap, type StrictMap } from './strict/strict.form.js';
export { sameWords, vowelReading, vowelsConflict } from './strict/same.words.js';
export { hiddenControls, type HiddenControl } from './strict/hidden.controls.js';
