import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calls } from '../../../shared/contract/index.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { given, nine } from '../../fixtures/filesOffice.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import {
  lawful,
  papersOf,
  passed,
  procedures,
  receiving,
  some,
  stopped,
  titleOf,
  unlawful,
  wrong,
} from '../../fixtures/demandDoors.ts'
import { regulation, type Asked } from '../../fixtures/demands.ts'

// The doors at which somebody names a piece, each with what holds it; and those that no other file tries.

/** How each command that names a piece is held. */
const doors = {
  'document.correct': 'here',
  'piece.askAgain': 'here',
  'office.create': 'here',
  'document.issue': 'test/property/law/demands.test.ts: an invitation to put right',
  'file.open': 'test/property/law/demands.test.ts: what lacks at its opening',
  'file.requestPieces': 'test/property/law/demands.test.ts: asked of a file',
  'sheet.update': 'test/property/law/demands.test.ts: noted on the sheet',
  'office.setLaw': 'test/unit/law/demandsJudged.test.ts: a regulation can’t require',
  // What came, or is kept a while, is a name: it asks nothing (test/unit/law/names.test.ts).
  'file.addPiece': 'presented',
  'file.holdOriginals': 'presented',
  'reception.serve': 'presented',
} as const

type Schema = { readonly [name: string]: unknown }

/** Whether an input has a field that names a piece, at any depth. */
function namesPiece(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  const { properties = {} } = schema as { readonly properties?: Schema }
  const named = Object.keys(properties).some((name) => /^(pieces?|pieceId|formalities|originals)$/.test(name))
  return named || Object.values(schema as Schema).some(namesPiece)
}

test('each command that names a piece is a door that the corpus tries, or that takes a name alone', () => {
  const found = Object.entries(calls).flatMap(([name, call]) =>
    call.kind === 'command' && namesPiece(z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' }))
      ? [name]
      : [],
  )
  expect(found.toSorted()).toEqual(Object.keys(doors).toSorted())
})

test('an office is not born with a regulation against the law', () => {
  const bornWith = (piece: string) => {
    const law = { exchanges: [], ballots: [], remedies: [], regulations: [{ ...regulation, piece }] }
    const settings = { ...schoolOffice.settings, law }
    return new PureOffice(nine).act('office.create', { ...schoolOffice, settings }, 'admin')
  }
  expect(bornWith('Signature légalisée')).toMatchObject({ refusal: 'regulationAgainstLaw' })
  expect(passed(bornWith(regulation.piece))).toBe(true)
})

/** A receipt says that the piece was presented; its correction, that it lacks. */
function corrected(asked: Asked) {
  const office = receiving(asked)
  const { demand } = asked
  const name = 'pieceId' in demand ? { pieceId: demand.pieceId } : { label: demand.label }
  const noted = office.act('sheet.update', { pieces: [{ ...name, state: 'presented' }] })
  if ('refusal' in noted) return noted
  given(office.act('visit.close', { outcome: 'filed' }))
  const [documentId] = [...office.pure.documents.keys()]
  const facts = papersOf(office)[0]!
  const said: readonly { readonly title: string }[] = 'pieces' in facts ? facts.pieces : []
  const title = said.find((piece) => piece.title.startsWith(titleOf(asked)))?.title
  return office.act('document.correct', {
    documentId,
    changes: { pieces: [{ title, state: 'missing' }] },
    reason: 'Une faute de frappe',
  })
}

describe('a correction', () => {
  test.each(procedures)('%s: says that nothing lacks that no text requires', (procedureId) => {
    expect(wrong(some(unlawful, procedureId), (asked) => stopped(corrected(asked)))).toEqual([])
  })

  test.each(procedures)('%s: says that what a text requires lacks', (procedureId) => {
    // An article is named as a piece is asked, and a correction names none.
    const listed = some(lawful, procedureId).filter(
      ({ demand }) => !('label' in demand) || demand.source === undefined,
    )
    expect(wrong(listed, (asked) => passed(corrected(asked)))).toEqual([])
  })
})

test('a piece is asked again only where an administration holds it and may not give it', () => {
  const again = (asked: Asked) =>
    'pieceId' in asked.demand
      ? receiving(asked).act('piece.askAgain', {
          pieceId: asked.demand.pieceId,
          reason: 'L’échange ne répond pas',
        })
      : { refusal: 'unknownPiece' }
  const asks = [...unlawful, ...lawful].filter((asked) => passed(again(asked)))
  expect(asks.every(({ exchanges = [] }) => exchanges.length > 0)).toBe(true)
  expect(asks.length).toBeGreaterThan(0)
})
