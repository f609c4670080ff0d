import { searchable } from '../../contract/letters.ts'
import type { Recipient } from '../../contract/office/recipient.ts'
import type { Outcome } from '../../contract/queue/outcomes.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import type { Refused } from '../decision.ts'
import { decidedFile } from '../files/goingOn.ts'
import type { Office } from '../state.ts'
import { judgedSheet } from '../law/lacking.ts'
import { sentToItself } from '../law/itself.ts'
import { strangeLines } from '../law/names.ts'
import type { RulesNow } from '../law/rulesNow.ts'

/**
 * A visit ends by what happened to the request. A refusal is a reasoned decision on a file, where the office decides
 * (`document.issue`, CRPA L211-2): no door records it as the end of a visit.
 */
export const refusalIsNoEnd: Refused<'refusalIsNoEnd'> = { refusal: 'refusalIsNoEnd' }

/**
 * What was decided waits for no piece: a visit that goes on with it does not end « incomplète ». Otherwise
 * a request is incomplete by a piece that a text requires and that its paper names (CRPA L114-5): an end « incomplète » whose
 * sheet names none would leave the person with nothing to bring. Judged under the rules of now, as the paper is.
 */
export function lackUnnamed(
  office: Pick<Office, 'files'>,
  rules: RulesNow,
  { sheet, outcome }: { readonly sheet: Sheet; readonly outcome: Outcome },
): Refused<'nothingLacks' | 'fileAlreadyDecided'> | null {
  if (outcome !== 'incomplete') return null
  if (decidedFile(office, { sheet, outcome }, rules.date) !== null) return { refusal: 'fileAlreadyDecided' }
  return judgedSheet(rules, sheet).sheet.pieces.every(({ state }) => state !== 'missing')
    ? { refusal: 'nothingLacks' }
    : null
}

/**
 * A file sent to who decides has one competent office: a paper that named another one beside would send the person to both
 * (CRPA L114-2).
 * @param sent to whom the file was sent, as it is recorded
 */
export const otherRecipient = (
  outcome: Outcome,
  to: Recipient | undefined,
  sent: string | undefined,
): Refused<'sentToAnother'> | null =>
  outcome === 'forwarded' &&
  to !== undefined &&
  sent !== undefined &&
  searchable(to.name) !== searchable(sent)
    ? { refusal: 'sentToAnother', details: [sent] }
    : null

/**
 * Who is competent is named by every door, or nothing proves that the person was sent there (CRPA L114-2). The words that name
 * it demand nothing.
 * @param known whether the file of the request says already to whom it was sent
 * @param keeping who keeps a place for the person: another office, though it had the same name
 */
export const recipientRefused = (
  office: Pick<Office, 'settings'>,
  outcome: Outcome | null,
  to: Recipient | undefined,
  known: boolean,
  keeping?: Recipient,
): Refused<'mentionMissing' | 'nameMalformed' | 'sentToItself'> | null =>
  outcome === 'forwarded' && to === undefined && !known
    ? { refusal: 'mentionMissing', details: ['recipient'] }
    : (strangeLines([to?.name, to?.address, to?.contact]) ??
      (keeping !== undefined && keeping.name === to?.name ? null : sentToItself(office, to)))
