import { archivesDecisions } from './archives.ts'
import { personDecisions } from './person.ts'

/** Each command of privacy, and what decides it. */
export const privacyDecisions = { ...archivesDecisions, ...personDecisions }
