import type { LocalDate } from '../../../contract/ids.ts'

/**
 * First rounds of the ballots that the program knows; an office adds its own (a by-election) in its settings.
 * Présidentielle of 18 April 2027: Conseil des ministres of 1 July 2026, read in the press: to confirm.
 */
export const knownBallots: readonly LocalDate[] = ['2027-04-18' as LocalDate]
