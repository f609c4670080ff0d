import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../../shared/contract/index.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const view = (input: object) => office.pure.view('request.view', 'agent1', input as Input<'request.view'>)
const piece = (input: object, pieceId: string) =>
  view(input).assessment?.pieces.find((one) => one.pieceId === pieceId)

describe('what the rules say of a request, outside a visit', () => {
  test('lists each procedure with the service that takes it, « autre » last', () => {
    const { procedures, services, assessment } = view({})
    expect(procedures.find(({ procedureId }) => procedureId === 'cni')?.serviceId).toBe('titres')
    expect(procedures.at(-1)?.procedureId).toBe('autre')
    expect(services.map(({ serviceId }) => serviceId)).toContain('titres')
    expect(assessment).toBeNull()
  })

  test('gives the pieces with their texts, and those that may not be asked', () => {
    expect(piece({ procedureId: 'cni' }, 'photo')?.status).toBe('required')
    expect(piece({ procedureId: 'cni' }, 'photo')?.sources.length).toBeGreaterThan(0)
    expect(piece({ procedureId: 'cni' }, 'copie-certifiee-conforme')?.status).toBe('mayNotBeAsked')
  })

  test('follows the answers typed, and gives them back', () => {
    const question = view({ procedureId: 'cni' }).assessment?.question
    const [option] = question?.options ?? []
    if (!question || !option) throw new Error('the identity card asks a question')
    const { assessment } = view({ procedureId: 'cni', answers: { [question.questionId]: option.value } })
    expect(assessment?.answered.map(({ questionId }) => questionId)).toEqual([question.questionId])
    expect(assessment?.question?.questionId).not.toBe(question.questionId)
  })

  test('is under the rules of the day of reception', () => {
    const known = (receivedOn: string) =>
      view({ receivedOn }).procedures.find(({ procedureId }) => procedureId === 'cni')
    expect(known('2026-03-02')).toBeDefined()
    expect(known('1990-01-01')).toBeUndefined()
  })

  test('of a file is its own, and says nothing of what was answered: whose it is leaves a trace', () => {
    const question = view({ procedureId: 'cni' }).assessment?.question
    const [option] = question?.options ?? []
    if (!question || !option) throw new Error('the identity card asks a question')
    const fileId = office.open({ procedureId: 'cni', answers: { [question.questionId]: option.value } })
    const { assessment } = view({ fileId })
    expect(assessment?.procedureId).toBe('cni')
    expect(assessment?.question?.questionId).not.toBe(question.questionId)
    expect(assessment?.answered).toEqual([])
  })

  test('of a file that ended are not worked out again', () => {
    const fileId = office.open({ procedureId: 'cni' })
    given(office.act('file.close', { fileId, reason: 'withdrawn' }))
    expect(view({ fileId }).assessment).toBeNull()
  })
})
