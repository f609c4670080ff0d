import { appendFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { addFacts, beginLedger, copyLedger, ledgerFile, readLedger } from '../../../db/backup/ledgerFile.ts'
import type { LedgerLine } from '../../../db/backup/ledger.ts'
import { keyOf } from '../../../electron/host/office/key.ts'
import type { ApiTokenId } from '../../../shared/contract/integrations/calls.ts'
import type { Instant, OfficeId, Seq } from '../../../shared/contract/ids.ts'
import { ownFolder } from '../folder.ts'

const signer = keyOf('2'.repeat(64))
const office = '01a22df9-e934-77f1-a5f3-125b475400a6' as OfficeId
const about = { office, seq: 3 as Seq, at: 1_796_067_691_000 as Instant }
const revoked: LedgerLine = {
  office,
  seq: 11 as Seq,
  at: 1_796_067_692_000 as Instant,
  fact: { type: 'apiTokenRevoked', data: { tokenId: '01a22df9-e934-77f1-a5f3-121b475400a6' as ApiTokenId } },
}
const lines = async (folder: string) => {
  const { signed, unsigned } = await readLedger(folder, { publicKey: signer.publicKey, officeId: office })
  return { signed: signed.map(({ line }) => line.fact.type), unsigned: unsigned.length }
}

test('a ledger that says nothing of the office is begun, once', async () => {
  const folder = ownFolder()
  for (let time = 0; time < 2; time++) await beginLedger(folder, about, signer)
  await addFacts(folder, [revoked], signer)
  expect(await lines(folder)).toEqual({ signed: ['ledgerBegun', 'apiTokenRevoked'], unsigned: 0 })
})

test('a ledger of before signatures is not begun: its lines would no longer be taken', async () => {
  const folder = ownFolder()
  await appendFile(ledgerFile(folder), `${JSON.stringify(revoked)}\n`)
  await beginLedger(folder, about, signer)
  expect(await lines(folder)).toEqual({ signed: [], unsigned: 1 })
})

test('unsigned lines of another office keep no ledger from being begun', async () => {
  const folder = ownFolder()
  const other = { ...revoked, office: '0197f000-0000-7000-8000-000000000001' }
  await appendFile(ledgerFile(folder), `${JSON.stringify(other)}\n`)
  await beginLedger(folder, about, signer)
  expect(await lines(folder)).toEqual({ signed: ['ledgerBegun'], unsigned: 0 })
})

test('a line that is lost is missed until the others are signed again without it, in a copy too', async () => {
  const [own, copy] = [ownFolder(), ownFolder()]
  const who = { publicKey: signer.publicKey, officeId: office }
  const facts = [11, 12, 13].map((seq) => ({ ...revoked, seq: seq as Seq }))
  const [first = '', , last = ''] = await addFacts(own, facts, signer)
  await appendFile(ledgerFile(copy), `${first}\n${last}\n`)
  const { signed, lacking } = await readLedger(copy, who)
  expect(lacking).toBe(1)
  const again = await addFacts(
    ownFolder(),
    signed.map(({ line }) => line),
    signer,
  )
  await copyLedger(copy, again)
  expect(await readLedger(copy, who)).toMatchObject({ lacking: 0, forged: 0 })
})
