import { app } from './app.fr.ts'
import { counter } from './queue/counter.fr.ts'
import { refusals } from './refusals.fr.ts'

/** All that people read, page by page; what is data (services, procedures, grounds) carries its own texts. */
export const fr = { app, counter, refusals } as const
