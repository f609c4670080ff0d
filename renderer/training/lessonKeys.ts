// Function keys with Shift: the counter's own keep their places, and they are the same on every keyboard.

/** The next person comes. */
export const nextKey = { code: 'Shift+F2', cap: 'Maj F2' } as const
/** The day begins, or begins again. */
export const againKey = { code: 'Shift+F9', cap: 'Maj F9' } as const
