import { uuidv7 } from 'uuidv7'
import { openJournal } from '../../db/open.ts'
import type { Batch } from '../../db/journal/port.ts'
import { escposBytes } from '../../electron/printing/escpos.ts'
import { sheetHtml } from '../../electron/printing/sheet.ts'
import type {
  CommandId,
  CounterId,
  DocumentId,
  Instant,
  Seq,
  TicketId,
  VisitId,
} from '../../shared/contract/ids.ts'
import type { IssuedDocument } from '../../shared/contract/documents/issued.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import { verifyCode } from '../../shared/documents/code.ts'
import { thermalPaper } from '../../shared/documents/thermal.ts'
import { issueDocument } from '../../shared/documents/seal.ts'
import { officeKey } from '../../electron/host/office/key.ts'
import type { OfficeKey } from '../../electron/host/core/officeKey.ts'
import { officeId, someFacts } from '../fixtures/papers.ts'
import { openBare } from './bare/append.ts'
import { alone, alternate, durations, microseconds, type Part, type Row } from './measure.ts'
import { bareBody } from './pages.ts'
import { whoIs } from './office.ts'
import { emptyOffice } from '../../shared/domain/state.ts'

/** A receipt's facts, numbered, chained and signed. */
const issued = (key: OfficeKey, previous: { readonly count: number; readonly hash: string } | null) =>
  issueDocument({
    facts: someFacts(),
    documentId: uuidv7() as DocumentId,
    salt: 'a5'.repeat(16),
    previous,
    officeId,
    ...key,
  })

const print = (document: IssuedDocument) => ({
  paper: { of: 'document' as const, document, copy: 1 },
  title: document.seal.number,
  reprint: false,
})

/** What a receipt costs: facts, number, chain and signature, storing, laying out; and checking its code. */
export const papers: Part = {
  name: 'papers',
  title: 'Un récépissé',
  run: async ({ quick, folder }) => {
    const samples = quick ? 5 : 60
    const key = officeKey(folder)
    const document = issued(key, null)
    const each = (work: () => unknown) => microseconds(work, 5, samples)
    const verified = microseconds(() => verifyCode(document.code, key.publicKey), 5, samples)
    return [
      alone(
        'numéroter, chaîner, signer',
        'µs',
        each(() => issued(key, null)),
      ),
      alone(
        'mettre en page, reçu de 80 mm (octets)',
        'µs',
        each(() => escposBytes(thermalPaper(print(document).paper, { reprint: false }))),
      ),
      alone(
        'mettre en page, reçu de 80 mm (HTML)',
        'µs',
        each(() => sheetHtml(print(document), 'thermal80')),
      ),
      alone(
        'mettre en page, A4 (HTML)',
        'µs',
        each(() => sheetHtml(print(document), 'a4')),
      ),
      await storing(folder, key, quick),
      alone('codes vérifiés', 'par seconde', 1_000_000 / verified.p50),
    ]
  },
}

/** Issuing and storing a document with its facts, against one bare append. */
async function storing(folder: string, key: OfficeKey, quick: boolean): Promise<Row> {
  const journal = await openJournal(folder)
  const bare = openBare(folder)
  try {
    const who = whoIs('agent1', emptyOffice)
    const { settings } = schoolOffice
    let head = 0 as Seq
    let previous: { count: number; hash: string } | null = null
    const append = async (batch: Partial<Batch>) => {
      const result = await journal.append(head, { events: [], personal: [], answers: [], jobs: [], ...batch })
      if (result === 'conflict') throw new Error('conflict')
      head = (head + result.stored.length) as Seq
    }
    const event = (at: Instant, one: Batch['events'][number]['event']) => ({
      at,
      who,
      commandId: uuidv7() as CommandId,
      event: one,
    })
    const born = { officeId: officeId as never, settings, school: true, publicKey: key.publicKey }
    const at = Date.UTC(2026, 2, 3, 9, 30) as Instant
    await append({ events: [event(at, { type: 'officeCreated', data: born })] })
    const ours = async () => {
      const began = performance.now()
      const document = issued(key, previous)
      previous = { count: (previous?.count ?? 0) + 1, hash: document.seal.hash }
      const visit = {
        ticketId: uuidv7() as TicketId,
        visitId: uuidv7() as VisitId,
        counterId: '1' as CounterId,
        fileId: null,
      }
      const { documentId: id } = document.seal
      await append({
        events: [event(at, { type: 'documentIssued', data: { ...document.seal, ...visit } })],
        personal: [{ op: 'put', kind: 'document', id, value: document, at }],
      })
      return performance.now() - began
    }
    const block = async (once: () => Promise<number> | number) => {
      const time: number[] = []
      for (let i = 0; i < 20; i++) time.push(await once())
      return { time }
    }
    const timed = await alternate(
      {
        bare: () =>
          block(() => {
            const began = performance.now()
            bare.append(bareBody)
            return performance.now() - began
          }),
        ours: () => block(ours),
      },
      { rounds: quick ? 2 : 6, blocks: 5 },
    )
    return durations('faits, sceau et rangement durable', timed.ours.time, timed.bare.time, null)
  } finally {
    bare.close()
    await journal.close()
  }
}
