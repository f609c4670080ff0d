import { hash } from 'node:crypto'
import { documentKinds } from '../../../shared/contract/documents/kinds.ts'
import type { DocumentSeal } from '../../../shared/contract/documents/issued.ts'
import { firstPrevious, sealedText } from '../../../shared/documents/seal.ts'
import { flawWords } from '../../../shared/messages/documents/verification.fr.ts'
import type { Flaw, Check } from './checking.ts'

/**
 * The chains: by kind and year, numbers from 1 without gap, each seal over the one before. Hashed by Node's own
 * SHA-256: several times as fast as noble's, which sealed them.
 */
export function followSeries(): Check {
  const last = new Map<string, { readonly count: number; readonly hash: string }>()

  const follow = (seal: DocumentSeal): Flaw | undefined => {
    const flaw = (why: string): Flaw => ({ number: seal.number, why })
    const name = `${documentKinds[seal.kind]}-${seal.year}`
    const count = Number(seal.number.slice(seal.number.lastIndexOf('-') + 1))
    if (seal.number !== `${name}-${count}`) return flaw(flawWords.foreignNumber)
    const before = last.get(name) ?? { count: 0, hash: firstPrevious }
    if (count <= before.count) return flaw(flawWords.repeated)
    if (count > before.count + 1) return flaw(flawWords.gap(`${name}-${before.count + 1}`))
    if (seal.hash !== hash('sha256', sealedText(seal), 'hex')) return flaw(flawWords.hash)
    if (seal.previous !== before.hash) return flaw(flawWords.unlinked)
    last.set(name, { count, hash: seal.hash })
    return undefined
  }

  return {
    event: ({ event }) => {
      // Numbers that a restore lost are not given again: the chain goes on from the last of them.
      if (event.type === 'journalResumed')
        for (const [name, known] of Object.entries(event.data.numbers.documents)) last.set(name, known)
      return event.type === 'documentIssued' ? follow(event.data) : undefined
    },
    end: () => undefined,
  }
}
