import { expect, test } from 'vitest'
import { followClosings } from '../../../electron/host/documents/closed.ts'
import type { DocumentsClosing } from '../../../shared/contract/documents/closings.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import { toBase64url } from '../../../shared/documents/base64url.ts'
import { closingHash } from '../../../shared/documents/closings.ts'
import { firstPrevious } from '../../../shared/documents/seal.ts'
import { issue, officeId, officeKey, someFacts } from '../../fixtures/papers.ts'

const key = officeKey(7)
const first = issue(someFacts())
const second = issue(someFacts(), { count: 1, hash: first.seal.hash })

/** A day closed over some receipts, signed. */
function closed(said: Partial<DocumentsClosing> = {}): DocumentsClosing {
  const whole = {
    period: 'day' as const,
    name: '2026-03-03',
    series: [{ name: 'RD-2026', first: 1, last: 2, hash: second.seal.hash as string }],
    count: 2,
    perpetual: 2,
    previous: firstPrevious,
    ...said,
  }
  const hash = closingHash(whole)
  return { ...whole, hash, signature: toBase64url(key.sign(new TextEncoder().encode(hash))), ...said }
}

/** What is said of a journal of two receipts and this closing. */
function verdict(closing: DocumentsClosing, signatures = true) {
  const check = followClosings({ office: { officeId, publicKey: key.publicKey }, signatures })
  const events = [
    ...[first, second].map(({ seal }) => ({ type: 'documentIssued', data: seal })),
    { type: 'documentsClosed', data: closing },
  ]
  for (const event of events) expect(check.event({ event } as unknown as Recorded)).toBeUndefined()
  return check.end()?.why
}

test('a day closed over all that was issued holds', () => {
  expect(verdict(closed())).toBeUndefined()
})

test.each([
  [
    'leaves the last number out',
    closed({ series: [{ name: 'RD-2026', first: 1, last: 1, hash: first.seal.hash }] }),
    'oublie un numéro',
  ],
  ['counts what is not there', closed({ count: 3 }), 'totaux'],
  ['was changed after it was hashed', { ...closed(), perpetual: 3 }, 'n’est pas ce qui a été clos'],
  ['was hashed by someone else', { ...closed(), signature: 'A'.repeat(86) }, 'signée'],
  ['follows another', closed({ previous: '1'.repeat(64) }), 'liée'],
])('a closing that %s is named with its date', (_, closing, why) => {
  expect(verdict(closing)).toContain('la clôture « 2026-03-03 »')
  expect(verdict(closing)).toContain(why)
})
