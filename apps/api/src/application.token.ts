/** Under which the use cases are provided to controllers. */
export const APPLICATION = Symbol('APPLICATION');
