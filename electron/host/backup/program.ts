import { programBeside } from '../core/apart.ts'

/** The program that makes a backup in a thread of its own. */
export const workerProgram = (here = import.meta.url): URL => programBeside(here, 'backup')
