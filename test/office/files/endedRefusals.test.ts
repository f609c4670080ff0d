import { beforeEach, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, post } from '../../fixtures/startHost.ts'

// The papers of files that ended, through the real host: the office holds neither the file nor its row any more.

const here = ownHostsInside()
const on = (date: string) => here.at(`${date}T09:00:00+02:00`)
const act = <T>(name: string, input: object, holder = 'agent1') =>
  done<T>(here.host, holder, `commands/${name}`, input)
const refusal = async (name: string, input: object) =>
  (await post(here.host, 'agent1', `commands/${name}`, input)).error?.code

/** Silence accepts the declaration of works of 3 March on that day. */
const reached = '2026-04-03'
const told = { means: 'registeredPost', to: 'self' }
let fileId: string
let documentId: string
beforeEach(async () => {
  await on('2026-03-03')
  const court = '43 rue du Général de Gaulle, 77000 Melun'
  const remedies = [{ procedureId: 'urbanisme', authority: null, court }]
  await act('office.setLaw', { exchanges: [], ballots: [], remedies }, 'admin')
  const power = { procedures: null, from: '2026-01-01', until: null, act: 'arrêté n° 12', capacity: 'deputy' }
  await act('paper.set', { delegations: [{ agentId: 'agent1', ...power }] }, 'admin')
  const opened = await act<Output<'file.open'>>('file.open', {
    procedureId: 'urbanisme',
    serviceId: 'titres',
    answers: { genre: 'déclaration' },
    channel: 'post',
    receivedOn: '2026-03-03',
    pieces: [],
    person: { familyName: 'Diallo' },
  })
  fileId = opened.fileId
  const decided = await act<Output<'file.decide'>>('file.decide', {
    fileId,
    decision: 'refused',
    on: '2026-03-03',
    facts: 'La clôture prévue dépasse la hauteur permise.',
    law: [],
    ground: {
      groundId: 'regle',
      said: { disposition: 'PLU, article UA 11', ecart: '2,40 m au lieu de 1,80 m' },
    },
  })
  documentId = decided.document!.documentId
})
const close = (reason: string) => act('file.close', { fileId, reason })
const handOver = (paper = documentId) => refusal('document.handOver', { documentId: paper, ...told })
const look = async () =>
  (await done<Output<'file.get'>>(here.host, 'agent1', 'queries/file.get', { fileId })).file
const correct = () =>
  refusal('document.correct', { documentId, changes: { label: 'Muret' }, reason: 'Erreur de mot' })

test.each([
  [
    'accepted, and ended',
    () => act('file.decide', { fileId, decision: 'implicitAcceptance', on: reached }),
    'done',
    { decision: { decision: 'implicitAcceptance' } },
  ],
  [
    'accepted, which nobody noted, and withdrawn',
    () => Promise.resolve(),
    'withdrawn',
    { decision: null, unheard: { decision: 'refused', until: reached, overtaken: true } },
  ],
])('a refusal that nobody was told of is not given once its file is %s', async (_, before, reason, shown) => {
  await on(reached)
  await before()
  await close(reason)
  const again = await act<Output<'document.duplicate'>>('document.duplicate', { documentId })
  expect(await handOver()).toBe('refusalNotNotified')
  expect(await handOver(again.documentId)).toBe('refusalNotNotified')
  expect(await correct()).toBe('refusalNotNotified')
  // The office that starts anew finds the same.
  await on('2026-05-04')
  expect(await handOver()).toBe('refusalNotNotified')
  expect(await correct()).toBe('refusalNotNotified')
  expect(await look()).toMatchObject(shown)
})

test('a request withdrawn before silence accepted was never accepted: its refusal is still given', async () => {
  await close('withdrawn')
  await on('2026-05-04')
  expect(await handOver()).toBeUndefined()
  expect(await look()).toMatchObject({ state: 'closed', decision: { decision: 'refused' } })
  expect(await look()).not.toHaveProperty('unheard')
})

test('a refusal that reached the person in time is still given once its file ended', async () => {
  await act('file.handOver', { fileId, what: 'decision', on: '2026-03-03', ...told })
  await close('done')
  await on('2026-05-04')
  expect(await handOver()).toBeUndefined()
})
