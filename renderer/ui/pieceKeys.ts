import { keysOf } from './keyboard.ts'

/** The physical keys of the checklist, in the order of its rows: the upper row, then the middle one where it is free. */
export const pieceKeys = keysOf('AZERTYUOQSFGH')
