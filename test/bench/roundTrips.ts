import { durations, type Rounds, type Row } from './measure.ts'

/** How many wait in the office that is full. */
export const waitingMany = 5000

/** What was timed at the page, by office: taking a number, calling the next. */
export type Timed = Readonly<
  Record<'bare' | 'empty' | 'full' | 'watching', Readonly<Record<'take' | 'call', Rounds>>>
>

/** The same figures for both transports. @param most how many times the bare round trip is allowed at p95 */
export function rowsOf({ bare, empty, full, watching }: Timed, most: number): readonly Row[] {
  const goal = { at: 0.95, most }
  const flat = { at: 0.95, most: 1.1 }
  return [
    durations('prendre un numéro, personne n’attend', empty.take, bare.take, goal),
    durations('appeler, personne n’attend', empty.call, bare.call, goal),
    durations('prendre un numéro, 5 000 attendent', full.take, bare.take, goal),
    durations('appeler, 5 000 attendent', full.call, bare.call, goal),
    durations('prendre : 5 000 face à personne', full.take, empty.take, flat),
    durations('appeler : 5 000 face à personne', full.call, empty.call, flat),
    durations('prendre, trois pages observent leur vue', watching.take, bare.take, goal),
    durations('appeler, trois pages observent leur vue', watching.call, bare.call, goal),
  ]
}
