import { wordsIn } from '../../../shared/contract/letters.ts'
import { ScreenSettings } from '../../../shared/contract/media/screens.ts'
import { screensWords as words } from '../../../shared/messages/media/screens.fr.ts'

/** A display's settings as they are typed. */
export type ScreenDraft = Omit<ScreenSettings, 'diagonal' | 'distance' | 'volume'> & {
  readonly diagonal: string
  readonly distance: string
  readonly volume: string
}
type ScreenWrong = Partial<Readonly<Record<'diagonal' | 'distance' | 'volume', string>>>

export const screenDraft = ({ diagonal, distance, volume, ...others }: ScreenSettings): ScreenDraft => ({
  ...others,
  diagonal: diagonal === null ? '' : String(diagonal),
  distance: distance === null ? '' : String(distance),
  volume: String(volume),
})

const figures = (typed: string): number => (/^\d{1,3}$/.test(wordsIn(typed)) ? Number(typed) : Number.NaN)
const measured = (typed: string): number | null => (wordsIn(typed) === '' ? null : figures(typed))

/** What the office is told, or what is wrong by field. */
export function screenFrom(
  draft: ScreenDraft,
): { readonly settings: ScreenSettings } | { readonly wrong: ScreenWrong } {
  const parsed = ScreenSettings.safeParse({
    ...draft,
    diagonal: measured(draft.diagonal),
    distance: measured(draft.distance),
    volume: figures(draft.volume),
  })
  if (parsed.success) return { settings: parsed.data }
  const fields = new Set(parsed.error.issues.map(({ path }) => path[0]))
  return {
    wrong: {
      ...(fields.has('diagonal') ? { diagonal: words.diagonalWrong } : {}),
      ...(fields.has('distance') ? { distance: words.distanceWrong } : {}),
      ...(fields.has('volume') ? { volume: words.volumeWrong } : {}),
    },
  }
}
