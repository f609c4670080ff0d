import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { verifyChain } from '../../../db/journal/verify.ts'
import { openForReading } from '../../../db/open.ts'
import type { DocumentSeal, IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { verifyFacts } from '../../../shared/documents/seal.ts'
import { night } from '../../fixtures/night.ts'
import { verifySeals } from '../../fixtures/seals.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'

const callers = 32
const kills = night ? 5 : 2

type Certified = Output<'ticket.certify'>['document']
type Asked = { readonly key: string; answer: Certified | null }
const what = { serviceId: 'titres', why: 'nobodyServes' }

/** Somebody who is given certificates one after another until the host is gone. What they asked last may have been done. */
async function caller(host: RunningHost, asked: Asked[]): Promise<void> {
  for (;;) {
    const mine: Asked = { key: randomUUID(), answer: null }
    asked.push(mine)
    try {
      const { output } = await post<Output<'ticket.certify'>>(
        host,
        'agent1',
        'commands/ticket.certify',
        what,
        mine.key,
      )
      if (output === undefined) return
      mine.answer = output.document
    } catch {
      return
    }
  }
}

/** The folder's seals and papers, straight from its file, once its chain is checked. */
async function kept(dir: string) {
  const db = await openForReading(dir)
  try {
    expect(verifyChain(db)).toMatchObject({ ok: true })
    const bodies = db.prepare('select body from events order by seq').pluck().all() as string[]
    const told = bodies.map(
      (body) => JSON.parse(body) as { type: string; data: DocumentSeal & { publicKey: string } },
    )
    const issued = told.filter(({ type }) => type === 'documentIssued').map(({ data }) => data)
    const values = db.prepare("select value from personal where kind = 'document'").pluck().all() as string[]
    const papers = values.map((value) => JSON.parse(value) as IssuedDocument)
    return { issued, papers, publicKey: told[0]!.data.publicKey }
  } finally {
    db.close()
  }
}

test(`${callers} who issue at once, and a host killed ${kills} times among them: no number lacks or is there twice, and every paper’s code verifies`, async () => {
  const dir = await newFolder()
  let host = await startHost(dir)
  const asked: Asked[] = []
  try {
    await done(host, 'supervisor', 'commands/day.open')
    for (let round = 0; round < kills; round++) {
      const from = asked.length
      const working = Promise.all(Array.from({ length: callers }, () => caller(host, asked)))
      await sleep(150 + Math.random() * 250)
      await host.kill()
      await working
      host = await startHost(dir, { port: host.port })
      // Repeated, as a page would: what was done is answered again with its number, what was not is done now, once.
      for (const mine of asked.slice(from)) {
        const { document } = await done<Output<'ticket.certify'>>(
          host,
          'agent1',
          'commands/ticket.certify',
          what,
          mine.key,
        )
        if (mine.answer) expect(document).toEqual(mine.answer)
        mine.answer = document
      }
    }
    await host.stop()
    const { issued, papers, publicKey } = await kept(dir)
    const counts = issued.map(({ number }) => Number(number.slice(number.lastIndexOf('-') + 1)))
    expect(counts, 'in the order of the journal, from 1').toEqual(counts.map((_, at) => at + 1))
    expect(new Set(issued.map(({ number }) => number.slice(0, 2)))).toEqual(new Set(['NR']))
    expect(verifySeals(issued)).toMatchObject({ holds: true, count: asked.length })
    expect(asked.length, 'there was a load to be killed under').toBeGreaterThan(callers * kills)
    const numbers = new Map(issued.map(({ documentId, number }) => [documentId, number]))
    for (const { answer } of asked) expect(numbers.get(answer!.documentId)).toBe(answer!.number)
    // Each facts with its seal: none was stored without the other.
    expect(papers).toHaveLength(issued.length)
    for (const paper of papers)
      expect(verifyFacts(paper, publicKey)).toMatchObject({ is: 'authentic', number: paper.seal.number })
  } finally {
    await host.kill()
    await removeFolder(dir)
  }
}, 240_000)
