import { programBeside } from '../core/apart.ts'

/** The program that reads a calendar in a thread of its own. */
export const calendarProgram = (here = import.meta.url): URL => programBeside(here, 'calendar')
