import { archivesEvolutions } from './archives.ts'
import { personEvolutions } from './person.ts'

/** Each event of privacy, and what it changes in the office. */
export const privacyEvolutions = { ...archivesEvolutions, ...personEvolutions }
