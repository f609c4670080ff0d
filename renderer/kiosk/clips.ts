import type { Recording, RecordingOf } from '../../shared/contract/media/recordings.ts'
import type { Language, Text } from '../../shared/contract/text.ts'
import { kiosk } from '../../shared/messages/public/kiosk.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Step } from './flow.ts'
import type { Motive } from './motive.ts'
import type { Service } from './service.ts'
import type { Piece } from './speech.ts'

/** A text of the kiosk that the office recorded in its own voice. */
export type SaidText = Piece & { readonly clip: Recording }

/** The procedure of a motive, or its service where it has none; nothing for titles to collect. */
const ofMotive = ({ serviceId, procedureId, purpose }: Motive): RecordingOf | null => {
  if (purpose === 'collection') return null
  return procedureId === null ? { of: 'service', serviceId } : { of: 'procedure', procedureId }
}

const same = (one: RecordingOf, other: RecordingOf | null): boolean =>
  other !== null && JSON.stringify(one) === JSON.stringify(other)

/** The video in sign language of what a screen asks or says; undefined where the office has none. */
export function signOf(step: Step, recordings: readonly Recording[], open: boolean): Recording | undefined {
  const of = (what: RecordingOf | null) =>
    recordings.find((one) => one.lang === 'lsf' && same(one.what, what))
  switch (step.at) {
    case 'start':
      return open ? of({ of: 'welcome' }) : undefined
    case 'rule':
      return of({ of: 'rule' })
    case 'service':
      return of({ of: 'service', serviceId: step.serviceId })
    case 'offer':
      return of(ofMotive(step.motive))
    default:
      return undefined
  }
}

/** As `wordsOf` reads a page: one space for any. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** A text as a page in this language writes it: in French where nobody translated it. */
const written = (text: Text, lang: Language): Piece => {
  const theirs = lang === 'fr' ? undefined : text[lang]
  return theirs === undefined ? { lang: 'fr', text: text.fr } : { lang, text: theirs }
}

/**
 * The texts that the office recorded, as a page in this language writes them. What is written in French for want of a
 * translation is said by the voice of the person's language, where there is one.
 */
export function saidTexts(
  recordings: readonly Recording[],
  { motives, rule }: Pick<Output<'kiosk.view'>, 'motives' | 'rule'>,
  services: readonly Service[],
  language: Language,
): readonly SaidText[] {
  const pieceOf = ({ what }: Recording, lang: Language): Piece | undefined => {
    switch (what.of) {
      case 'welcome':
        return { lang, text: kiosk[lang].choose }
      case 'rule':
        return rule === null ? undefined : { lang, text: kiosk[lang].rule(rule) }
      case 'service': {
        const name = services.find(({ serviceId }) => serviceId === what.serviceId)?.name
        return name && written(name, lang)
      }
      case 'procedure': {
        const title = motives.find((motive) => same(what, ofMotive(motive)))?.title
        return title && written(title, lang)
      }
      default:
        return what satisfies never
    }
  }
  // The person's language first, French for what is written in it alone.
  return [...new Set([language, 'fr' as const])].flatMap((lang) =>
    recordings
      .filter((one) => one.lang === lang)
      .flatMap((clip) => {
        const piece = pieceOf(clip, lang)
        return piece ? [{ lang: piece.lang, text: plain(piece.text), clip }] : []
      }),
  )
}

/** A page that keeps an article's number whole is read with pauses that its text does not have. */
const letters = (text: string): string => text.replaceAll(/[\s,]/g, '')

/** What is to be said, with what the office recorded cut out of it: a name, then its wait. */
export const withClips = (pieces: readonly Piece[], recorded: readonly SaidText[]): readonly Piece[] =>
  pieces.flatMap((piece) => {
    const theirs = recorded.filter(({ lang }) => lang === piece.lang)
    const whole = theirs.find(({ text }) => letters(text) === letters(piece.text))
    if (whole) return [whole]
    const begins = theirs
      .filter(({ text }) => piece.text.startsWith(`${text}, `))
      .toSorted((one, other) => other.text.length - one.text.length)[0]
    return begins ? [begins, { lang: piece.lang, text: piece.text.slice(begins.text.length + 2) }] : [piece]
  })
