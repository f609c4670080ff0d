import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// Another procedure judges everything again, and asks nothing again that was shown and that it asks in the same words.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.receiveOne()
})

const note = (patch: object) => given(office.act('sheet.update', patch)).output.sheet
const shown = (...ids: readonly string[]) => ids.map((pieceId) => ({ pieceId, state: 'presented' as const }))

describe('another procedure', () => {
  test('keeps what was shown of the person and their home, asked alike', () => {
    note({ procedureId: 'cni', pieces: shown('photo', 'justificatif-domicile') })
    expect(note({ procedureId: 'passeport' }).pieces).toEqual(shown('photo', 'justificatif-domicile'))
  })

  test('drops the form and the stamp of the request before, and what it asks otherwise', () => {
    note({ procedureId: 'cni', pieces: shown('pre-demande', 'formulaire', 'declaration-perte', 'photo') })
    expect(note({ procedureId: 'passeport' }).pieces).toEqual(shown('photo'))
    expect(note({ procedureId: 'sejour' }).pieces).toEqual([])
  })

  test('drops a proof that it may not ask, and one that is of another age', () => {
    note({ procedureId: 'pacs', pieces: shown('justificatif-domicile') })
    expect(note({ procedureId: 'copie-acte' }).pieces).toEqual([])
    note({ procedureId: 'cni', pieces: shown('justificatif-domicile') })
    expect(note({ procedureId: 'sejour' }).pieces).toEqual([])
  })

  test('judges again what lacked, and what was read stays read', () => {
    note({ procedureId: 'cni' })
    note({
      pieces: [
        { pieceId: 'photo', state: 'missing' },
        { pieceId: 'justificatif-domicile', state: 'presented', read: '2ddoc' },
      ],
    })
    expect(note({ procedureId: 'passeport' }).pieces).toEqual([
      { pieceId: 'justificatif-domicile', state: 'presented', read: '2ddoc' },
    ])
  })

  test('keeps nothing of another household, nor where a sheet is put back with its answers', () => {
    note({ procedureId: 'cni', pieces: shown('photo', 'justificatif-domicile') })
    expect(note({ procedureId: 'passeport', answers: {} }).pieces).toEqual([])
    note({ procedureId: 'cni', answers: {}, pieces: shown('photo', 'justificatif-domicile') })
    expect(note({ procedureId: 'passeport', household: null }).pieces).toEqual(shown('photo'))
  })
})
