import { searchable } from '../../contract/letters.ts'

// Where a decision is contested: a judge by name, and words that never say that there is none.

const administrative =
  /\bADMINISTRATI(F|FS|VE|VES)\b|^(LE )?T ?A\b|\b(CAA|CNDA)\b|\bCONSEIL D ETAT\b|\bDROIT D ASILE\b/

/** Whether this court is an administrative one, however it is written: a text always sets a delay there (CJA R421-1). */
export const isAdministrative = (court: string): boolean => administrative.test(searchable(court))
