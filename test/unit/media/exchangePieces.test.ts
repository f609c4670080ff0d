import { expect, test } from 'vitest'
import type { Sheet } from '../../../shared/contract/visit/sheet.ts'
import { exchange, phraseGroups, type PhraseId } from '../../../shared/messages/public/exchange.ts'
import { lackingLines, mayBeSaid, speaksOfPieces } from '../../../renderer/exchange/pieces.ts'
import { demandsAsked } from '../../fixtures/demands.ts'
import { renewal } from '../../fixtures/views.renewal.ts'

// The written exchange asks no more than the checklist does.

const sheetWith = (pieces: readonly object[]) => ({ pieces }) as unknown as Pick<Sheet, 'pieces'>
const ready = Object.values(phraseGroups).flat() as readonly PhraseId[]

test('no unlawful demand can be written in the agent’s own words', () => {
  const written = demandsAsked.unlawful.flatMap(({ demand }) => ('label' in demand ? [demand.label] : []))
  expect(written.filter((label) => !speaksOfPieces(`Il me faut ${label}`))).toEqual([])
})

test('a sentence that asks for no piece is written to the person', () => {
  for (const sentence of [
    'Bonjour, comment allez-vous ?',
    'Le guichet ferme à midi.',
    'Parlez-vous anglais ?',
  ])
    expect(speaksOfPieces(sentence), sentence).toBe(false)
})

test('a piece that lacks is shown with its text, and only where the case requires it', () => {
  const photo = renewal.pieces.find(({ status }) => status === 'required')!
  const forbidden = renewal.pieces.find(({ status }) => status === 'mayNotBeAsked')!
  const missing = [photo, forbidden].map(({ pieceId }) => ({ pieceId, state: 'missing' }))
  const lines = lackingLines(sheetWith(missing), renewal)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(photo.title)
  // A title alone would ask more than its rule does.
  expect(photo.detail).not.toBeNull()
  expect(lines[0]).toContain(photo.detail)
  expect(lackingLines(sheetWith([{ label: 'Lettre', state: 'presented' }]), renewal)).toEqual([])
})

test('a ready sentence that names a piece is said only where that piece lacks or is required', () => {
  const said = (pieces: readonly object[], assessment: typeof renewal | null) =>
    ready.filter((id) => mayBeSaid(id, sheetWith(pieces), assessment))
  expect(said([], null)).not.toContain('missingHome')
  expect(said([], null)).not.toContain('photo')
  expect(said([], null)).not.toContain('missing')
  expect(said([], null).length).toBe(ready.length - 3)
  expect(exchange.fr.phrases.missing).toContain('manque')
})
