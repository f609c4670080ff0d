import { expect, test } from 'vitest'
import { ReasonTemplate } from '../../../shared/contract/documents/paperSettings.ts'
import { isValidated, keptTemplates, templatesFor } from '../../../shared/domain/documents/templates.ts'
import type { ProcedureId } from '../../../shared/contract/ids.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

const template = (more: object = {}): ReasonTemplate =>
  ReasonTemplate.parse({
    templateId: 'modele-1',
    procedureId: 'attestation-accueil',
    groundId: null,
    title: 'Logement trop petit',
    facts: 'Le logement visité compte une pièce pour quatre personnes.',
    author: 'Nadia Ferrand',
    writtenOn: '2026-02-01',
    validator: 'Hélène Garnier',
    validatedOn: '2026-02-10',
    ...more,
  })

test('a template is proposed only once someone else than its author validated it', () => {
  expect(isValidated(template())).toBe(true)
  expect(isValidated(template({ validator: null, validatedOn: null }))).toBe(false)
  expect(isValidated(template({ validator: 'nadia FERRAND' }))).toBe(false)
  const procedureId = 'attestation-accueil' as ProcedureId
  expect(
    templatesFor([template(), template({ validator: null, validatedOn: null })], procedureId),
  ).toHaveLength(1)
  expect(templatesFor([template()], 'pacs' as ProcedureId)).toEqual([])
})

test('a template whose words changed is to be validated again', () => {
  const changed = template({ facts: 'Le logement visité compte deux pièces.' })
  expect(keptTemplates([template()], [changed])).toMatchObject([{ validator: null, validatedOn: null }])
  const again = { ...changed, validatedOn: '2026-02-20' as ReasonTemplate['validatedOn'] }
  expect(keptTemplates([template()], [again])).toEqual([again])
})

test('a validated template is offered to whoever refuses such a file, and stays when the papers are set without it', () => {
  const office = new FilesOffice()
  const paper = { lines: [], logo: null, dataContact: null, delegations: [] }
  given(office.act('paper.set', { ...paper, reasons: [template()] }, 'admin'))
  given(office.act('paper.set', paper, 'admin'))
  const fileId = office.open()
  const { refusal } = office.pure.view('file.view', 'agent1', { fileId })
  expect(refusal?.templates).toMatchObject([{ templateId: 'modele-1', title: 'Logement trop petit' }])
})
