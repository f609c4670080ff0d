import { LocalDate } from '../../../shared/contract/ids.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import type { LawSettings, LocalRegulation } from '../../../shared/contract/office/settings.ts'

type Remedy = LawSettings['remedies'][number]
/** Where one procedure is contested, as it is typed. */
export type RemedyDraft = { readonly authority: string; readonly court: string }

/** The settings as they are typed. */
export type LawDraft = {
  readonly exchanges: readonly string[]
  readonly ballots: readonly LocalDate[]
  readonly remedies: Readonly<Record<string, RemedyDraft>>
  readonly regulations: readonly LocalRegulation[]
}

export const lawDraft = ({ exchanges, ballots, remedies, regulations }: LawSettings): LawDraft => ({
  exchanges,
  ballots,
  regulations,
  remedies: Object.fromEntries(
    remedies.map(({ procedureId, authority, court }) => [
      procedureId,
      { authority: authority ?? '', court: court ?? '' },
    ]),
  ),
})

const kept = (text: string): string | null => (wordsIn(text) === '' ? null : wordsIn(text))

/** The settings to keep: an address left empty is none, and a procedure without either is not named. */
export const lawFrom = ({ exchanges, ballots, remedies, regulations }: LawDraft): LawSettings => ({
  regulations: [...regulations],
  exchanges: exchanges.toSorted(),
  ballots: ballots.toSorted(),
  remedies: Object.entries(remedies).flatMap(([procedureId, typed]): Remedy[] => {
    const [authority, court] = [kept(typed.authority), kept(typed.court)]
    return authority === null && court === null
      ? []
      : [{ procedureId: procedureId as Remedy['procedureId'], authority, court }]
  }),
})

/** The ballots with one day more; null for what is no date. */
export function withBallot(ballots: readonly LocalDate[], typed: string): readonly LocalDate[] | null {
  const date = LocalDate.safeParse(typed)
  if (!date.success) return null
  return ballots.includes(date.data) ? ballots : [...ballots, date.data].toSorted()
}
