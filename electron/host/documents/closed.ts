import type { DocumentsClosing } from '../../../shared/contract/documents/closings.ts'
import { documentKinds } from '../../../shared/contract/documents/kinds.ts'
import { lastSeals } from '../../../shared/domain/backup/numbers.ts'
import type { DocumentSeal } from '../../../shared/contract/documents/issued.ts'
import { verifyClosings } from '../../../shared/documents/closings.ts'
import { closingFlaws, flawWords } from '../../../shared/messages/documents/verification.fr.ts'
import type { Checked, Check } from './checking.ts'

/** The closings of days, months and years: each is what was hashed, follows the one before and adds up. */
export function followClosings({ office, signatures }: Pick<Checked, 'office' | 'signatures'>): Check {
  const closings: DocumentsClosing[] = []
  /** The last seal of each series, and those that were the last when something was closed: no closing ends elsewhere. */
  const last = new Map<string, Pick<DocumentSeal, 'number' | 'hash'>>()
  const ends = new Map<string, Pick<DocumentSeal, 'number' | 'hash'>>()
  return {
    event: ({ event }) => {
      if (event.type === 'documentIssued') {
        const { kind, year, number, hash } = event.data
        last.set(`${documentKinds[kind]}-${year}`, { number, hash })
      }
      if (event.type === 'journalResumed')
        for (const { name, number, hash } of lastSeals(event.data.numbers.documents))
          last.set(name, { number, hash })
      if (event.type === 'documentsClosed') {
        closings.push(event.data)
        for (const end of last.values()) ends.set(end.number, end)
      }
      return undefined
    },
    end: () => {
      const found = verifyClosings(closings, [...ends.values()], signatures ? office.publicKey : null)
      if (found.holds) return undefined
      return { number: null, why: flawWords.closing(found.name, closingFlaws[found.why]) }
    },
  }
}
