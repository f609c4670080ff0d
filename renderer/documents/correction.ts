import { addresseeIn, isVisitFacts, type DocumentFacts } from '../../shared/contract/documents/issued.ts'
import type { Input } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'

type Changes = Input<'document.correct'>['changes']
type PieceState = NonNullable<Changes['pieces']>[number]['state']

/** What can be put right of a document: its object, its person, the state of the pieces that it names. */
export type Correctable = {
  readonly label: string
  /** Null where the document is addressed to nobody by name. */
  readonly addressee: {
    readonly familyName: string
    readonly firstName: string
    readonly usageName: string
    readonly contact: string
  } | null
  readonly pieces: readonly { readonly title: string; readonly state: PieceState }[]
}

/** A document's own words, as they stand in the fields. */
export function correctable(facts: DocumentFacts): Correctable {
  const to = addresseeIn(facts)
  return {
    label: facts.saidLabel ?? '',
    addressee: to && {
      familyName: to.familyName,
      firstName: to.firstName ?? '',
      usageName: to.usageName ?? '',
      contact: to.contact ?? '',
    },
    pieces:
      isVisitFacts(facts) || facts.kind === 'accuse'
        ? facts.pieces.map(({ title, state }) => ({ title, state }))
        : [],
  }
}

const textOrNull = (text: string): string | null => (wordsIn(text) === '' ? null : wordsIn(text))

/** What was changed, and nothing else; null when nothing was. */
export function changesOf(before: Correctable, after: Correctable): Changes | null {
  const label = wordsIn(after.label)
  const { addressee } = after
  const changed = after.pieces.filter(({ state }, at) => state !== before.pieces[at]?.state)
  const named = JSON.stringify(addressee) !== JSON.stringify(before.addressee)
  const changes: Changes = {
    ...(label === before.label || label === '' ? {} : { label }),
    ...(addressee && named
      ? {
          addressee: {
            familyName: wordsIn(addressee.familyName),
            firstName: textOrNull(addressee.firstName),
            usageName: textOrNull(addressee.usageName),
            contact: textOrNull(addressee.contact),
          },
        }
      : {}),
    ...(changed.length > 0 ? { pieces: changed.map(({ title, state }) => ({ title, state })) } : {}),
  }
  return Object.keys(changes).length === 0 ? null : changes
}
