import { expect } from 'vitest'

type Act = <T>(holder: string, name: string, input?: unknown) => Promise<T>
type Issued = { readonly documentId: string; readonly number: string }

/**
 * What becomes of a document, by every act that there is on one: issued of a file, drafted for who signs, repeated, put
 * right, handed over, cancelled. @param code of a ticket of the day, whose bearer asks for their own trace
 */
export async function papersLive(act: Act, today: string, code: string): Promise<void> {
  await act('admin', 'paper.set', { lines: ['Département de Seine-et-Marne'] })
  await act('admin', 'texts.review', {
    set: 'posters',
    lang: 'uk',
    review: { by: 'association', digest: '0123456789abcdef' },
  })
  const reason = 'Menaces reçues au guichet'
  await act('admin', 'agent.shield', { agentId: 'agent3', pseudonym: 'Agent 7', reason })
  const { fileId } = await act<{ fileId: string }>('agent1', 'file.open', {
    procedureId: 'attestation-accueil',
    serviceId: 'titres',
    channel: 'post',
    receivedOn: today,
    person: { familyName: 'Diallo', firstName: 'Awa' },
    pieces: [{ pieceId: 'formulaire', state: 'presented' }],
  })
  const facts = 'Le logement a neuf mètres carrés pour cinq personnes.'
  await act('agent1', 'file.keepDraft', {
    fileId,
    facts,
    law: [{ title: 'CESEDA, art. L313-5', said: null }],
  })
  await act('agent1', 'file.keepLetter', { fileId, letter: 'forward', typed: { name: 'Préfecture' } })
  const issued = await act<Issued>('agent1', 'document.issue', {
    what: { kind: 'accuse', fileId, form: 'ar' },
  })
  expect(issued.number).toMatch(/^AR-\d{4}-1$/)
  const again = await act<Issued>('agent1', 'document.duplicate', { documentId: issued.documentId })
  const addressee = { familyName: 'Diallo', firstName: 'Awa Marie', usageName: null, contact: null }
  const right = await act<Issued>('agent1', 'document.correct', {
    documentId: again.documentId,
    changes: { addressee },
    reason: 'Second prénom oublié',
  })
  expect(right.number).toMatch(/^AR-\d{4}-3$/)
  const { documentId } = right
  await act('agent1', 'document.handOver', { documentId, means: 'counter', to: 'self' })
  const wrong = { documentId, reason: 'Envoyé à une autre personne' }
  expect((await act<Issued>('agent1', 'document.cancel', wrong)).number).toMatch(/^AN-\d{4}-2$/)
  expect((await act<Issued & { copy: number }>('kiosk', 'trail.print', { code })).copy).toBe(1)
}
