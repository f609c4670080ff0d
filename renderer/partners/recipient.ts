import { wordsIn } from '../../shared/contract/letters.ts'
import type { Recipient } from '../../shared/contract/office/recipient.ts'

/** To whom something is forwarded, while it is being chosen or typed. */
export type RecipientDraft = { readonly name: string; readonly address: string; readonly contact: string }
export const noRecipient: RecipientDraft = { name: '', address: '', contact: '' }

/** What was written of it, as the contract wants it; null where nobody is named. */
export function recipientOf({ name, address, contact }: RecipientDraft): Recipient | null {
  if (wordsIn(name) === '') return null
  return {
    name: wordsIn(name),
    ...(wordsIn(address) === '' ? {} : { address: wordsIn(address) }),
    ...(contact === '' ? {} : { contact }),
  }
}
