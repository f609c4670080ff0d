import { programBeside } from '../../core/apart.ts'

/** The program that forecasts in a thread of its own. */
export const forecastProgram = (here = import.meta.url): URL => programBeside(here, 'forecast')
