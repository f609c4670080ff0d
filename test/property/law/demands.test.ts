import { describe, expect, test } from 'vitest'
import type { FileId, PieceId } from '../../../shared/contract/ids.ts'
import { type Asked } from '../../fixtures/demands.ts'
import { given } from '../../fixtures/filesOffice.ts'
import {
  today,
  newOffice,
  officeFor,
  received,
  requestOf,
  served,
  keptSheet,
  wrong,
  procedures,
  of,
  some,
  stopped,
  passed,
  lackingOn,
  papersOf,
  titleOf,
  lawful,
  unlawful,
  type Decided,
} from '../../fixtures/demandDoors.ts'

// Only what a text requires can be missing: the same demands, at every door that could make one.

test('the corpus has two unlawful demands for a lawful one, each against an article', () => {
  expect(lawful.length + unlawful.length).toBeGreaterThanOrEqual(150)
  expect(unlawful.length).toBeGreaterThanOrEqual(2 * lawful.length)
  expect(unlawful.filter(({ article }) => article === undefined)).toEqual([])
})

describe('noted on the sheet', () => {
  const note = (asked: Asked) => {
    const office = received(asked)
    const before = keptSheet(office)
    const decision = office.act('sheet.update', { pieces: [{ ...asked.demand, state: 'missing' }] })
    return { decision, before, after: keptSheet(office) }
  }

  test.each(procedures)('%s: an unlawful demand is refused and changes nothing', (procedureId) => {
    expect(
      wrong(of(unlawful, procedureId), (asked) => {
        const { decision, before, after } = note(asked)
        return stopped(decision) && JSON.stringify(before) === JSON.stringify(after)
      }),
    ).toEqual([])
  })

  test('a lawful one lacks', () => {
    expect(
      wrong(lawful, (asked) => {
        const { decision, after } = note(asked)
        return passed(decision) && after.pieces.some(({ state }) => state === 'missing')
      }),
    ).toEqual([])
  })
})

describe('kept on a sheet from before', () => {
  /** As an earlier program saved it. */
  const closed = (asked: Asked) => {
    const office = received(asked)
    const { sheets } = office.pure.personal
    for (const [visitId, sheet] of sheets)
      sheets.set(visitId, { ...sheet, pieces: [{ ...asked.demand, state: 'missing' }] } as never)
    const shown = served(office)
    const before = papersOf(office).length
    const end = (outcome: string) => office.act('visit.close', { outcome, dueOn: '2026-06-30' })
    const incomplete = end('incomplete')
    const refused = 'refusal' in incomplete ? incomplete.refusal : null
    const { fileId } = given(refused === null ? incomplete : end('filed')).output
    const papers = papersOf(office).slice(before)
    const file = fileId === null ? undefined : office.pure.office.files.get(fileId)
    given(office.act('counter.undo', {}))
    return { refused, shown, papers, file, again: keptSheet(office) }
  }

  test.each(procedures)(
    '%s: an unlawful demand is on no paper nor file of the closing, nor back by undoing it',
    (procedureId) => {
      expect(
        wrong(some(unlawful, procedureId), (asked) => {
          const { refused, shown, papers, file, again } = closed(asked)
          return (
            refused === 'nothingLacks' &&
            shown.setBack?.length === 1 &&
            papers.length > 0 &&
            papers.every((facts) => lackingOn(facts).length === 0) &&
            file?.pieces.every(({ state }) => state !== 'missing') === true &&
            file.requests.length === 0 &&
            again.pieces.every(({ state }) => state !== 'missing')
          )
        }),
      ).toEqual([])
    },
  )

  test.each(procedures)('%s: a lawful one is on the paper with its text', (procedureId) => {
    expect(
      wrong(some(lawful, procedureId), (asked) => {
        const { refused, shown, papers } = closed(asked)
        const said = papers.flatMap(lackingOn) as readonly { sources?: readonly unknown[] }[]
        return (
          refused === null &&
          shown.setBack === undefined &&
          said.some(({ sources = [] }) => sources.length > 0)
        )
      }),
    ).toEqual([])
  })
})

describe('of a file', () => {
  test.each([
    ['that came today', today],
    ['recorded late', '2026-02-23'],
  ])('%s, what lacks at its opening is judged', (_, receivedOn) => {
    const open = (asked: Asked) =>
      officeFor(asked).act('file.open', {
        ...requestOf(asked),
        serviceId: 'titres',
        channel: 'post',
        receivedOn,
        pieces: [{ ...asked.demand, state: 'missing' }],
      })
    expect(wrong(unlawful, (asked) => stopped(open(asked)))).toEqual([])
    expect(wrong(lawful, (asked) => passed(open(asked)))).toEqual([])
  })

  const ask = (asked: Asked) => {
    const office = officeFor(asked)
    const before = papersOf(office).length
    const fileId = office.open(requestOf(asked))
    const piece = 'label' in asked.demand ? { source: 'usage de la mairie', ...asked.demand } : asked.demand
    const decision = office.act('file.requestPieces', {
      fileId,
      pieces: [piece],
      on: today,
      dueOn: '2026-06-30',
    })
    return { office, fileId, decision, papers: papersOf(office).slice(before) }
  }

  test.each(procedures)('%s: an unlawful request is refused: no paper, no date moves', (procedureId) => {
    expect(
      wrong(some(unlawful, procedureId), (asked) => {
        const { office, fileId, decision, papers } = ask(asked)
        const { requests, clock } = office.shown(fileId)
        return (
          stopped(decision) && requests.length === 0 && clock?.state !== 'suspended' && papers.length === 0
        )
      }),
    ).toEqual([])
  })

  test.each(procedures)('%s: a lawful request is made on paper, with its text', (procedureId) => {
    expect(
      wrong(some(lawful, procedureId), (asked) => {
        const { decision, papers } = ask(asked)
        const said = papers.flatMap(lackingOn) as readonly { sources?: readonly unknown[] }[]
        return passed(decision) && said.every(({ sources = [] }) => sources.length > 0) && said.length > 0
      }),
    ).toEqual([])
  })

  /** A file as an earlier program left it: the piece lacks, and was asked. */
  const old = (asked: Asked) => {
    const office = officeFor(asked)
    const fileId = office.open(requestOf(asked)) as FileId
    const { demand } = asked
    const key = 'pieceId' in demand ? { pieceId: demand.pieceId as PieceId } : { labelled: 0 }
    const { pure } = office
    const file = pure.office.files.get(fileId)!
    const row = pure.personal.files.get(fileId)!
    const request = { kind: 'missing', pieces: [key], on: today, dueOn: '2026-06-30', moves: true } as const
    const requests = [{ ...request, latest: null, effective: null, receivedOn: null }]
    const pieces = [{ ...key, state: 'missing' }]
    pure.office = {
      ...pure.office,
      files: pure.office.files.set(fileId, { ...file, pieces, requests } as unknown as typeof file),
    }
    if ('label' in demand)
      pure.personal.files.set(fileId, {
        ...row,
        labels: [demand.label],
        sources: { 0: demand.source ?? 'usage de la mairie' },
      })
    return { office, fileId }
  }

  test.each(procedures)('%s: asked before, an unlawful demand is repeated by no paper', (procedureId) => {
    expect(
      wrong(some(unlawful, procedureId), (asked) => {
        const { office, fileId } = old(asked)
        const again = office.act('document.issue', { what: { kind: 'pieces', fileId } })
        const { facts } = office.pure.view('document.draft', 'agent1', {
          what: { kind: 'accuse', fileId, form: 'ar' },
        })
        return stopped(again) && (facts === null || lackingOn(facts).length === 0)
      }),
    ).toEqual([])
  })

  test.each(procedures)('%s: asked before, a lawful demand is repeated', (procedureId) => {
    expect(
      wrong(some(lawful, procedureId), (asked) => {
        const { office, fileId } = old(asked)
        return passed(office.act('document.issue', { what: { kind: 'pieces', fileId } }))
      }),
    ).toEqual([])
  })

  test.each(procedures)('%s: an invitation to put right tells only what a text requires', (procedureId) => {
    const invite = (asked: Asked) => {
      const office = officeFor(asked)
      const source = 'label' in asked.demand ? asked.demand.source : undefined
      return office.act('document.issue', {
        what: {
          kind: 'regularisation',
          fileId: office.open(requestOf(asked)),
          breach: 'La demande n’est pas régulière.',
          law: [{ title: source ?? 'CRPA, art. L123-1', said: null }],
          formalities: [`Fournir ${titleOf(asked)}`],
          dueOn: '2026-06-30',
          consequence: 'Aucune sanction si c’est fait à cette date.',
        },
      }) as Decided
    }
    expect(
      wrong(some(unlawful, procedureId), (asked) => {
        const decision = invite(asked)
        return stopped(decision) || decision.refusal === 'stepWithoutText'
      }),
    ).toEqual([])
    expect(wrong(some(lawful, procedureId), (asked) => passed(invite(asked)))).toEqual([])
  })

  test('the original is asked only of a copy that came', () => {
    const office = newOffice()
    const fileId = office.open({ procedureId: 'rsa' })
    const original = (piece: object) =>
      office.act('file.requestPieces', {
        fileId,
        kind: 'original',
        pieces: [piece],
        on: today,
        dueOn: null,
        doubt: 'La date est illisible.',
      }) as Decided
    const home = { pieceId: 'justificatif-domicile' }
    expect(original(home).refusal).toBe('originalWithoutCopy')
    expect(original({ label: 'Bail', source: 'usage' }).refusal).toBe('originalWithoutCopy')
    given(office.act('file.addPiece', { fileId, pieces: [home], receivedOn: today }))
    expect(original(home).refusal).toBeUndefined()
  })
})

describe('a name that says that a piece lacks', () => {
  const names = [
    'MANQUANTE : facture EDF',
    'Facture EDF à apporter',
    'Extrait Kbis (manque)',
    'A fournir : bail',
  ]

  test.each(names)('« %s » is never printed among what was presented, by any door', (label) => {
    const office = received({ procedureId: 'cni' } as Asked)
    const before = JSON.stringify(keptSheet(office))
    expect(office.act('sheet.update', { pieces: [{ label, state: 'presented' }] })).toMatchObject({
      refusal: 'pieceWithoutText',
    })
    expect(JSON.stringify(keptSheet(office))).toBe(before)
    const opening = {
      procedureId: 'cni',
      serviceId: 'titres',
      channel: 'post',
      receivedOn: today,
      pieces: [{ label, state: 'presented' }],
    }
    expect(office.act('file.open', opening)).toMatchObject({ refusal: 'pieceWithoutText' })
    const fileId = office.open({ procedureId: 'cni' })
    expect(office.act('file.addPiece', { fileId, pieces: [{ label }], receivedOn: today })).toMatchObject({
      refusal: 'pieceWithoutText',
    })
  })

  test('nor is it printed as what is asked for, which every paper says', () => {
    const label = 'Apporter un extrait Kbis'
    const office = received({ procedureId: 'cni' } as Asked)
    const refused = { refusal: 'pieceWithoutText' }
    expect(office.act('sheet.update', { label })).toMatchObject(refused)
    const opening = {
      procedureId: 'cni',
      serviceId: 'titres',
      channel: 'post',
      receivedOn: today,
      pieces: [],
    }
    expect(office.act('file.open', { ...opening, label })).toMatchObject(refused)
    const fileId = office.open({ procedureId: 'cni' })
    expect(office.act('file.describe', { fileId, label })).toMatchObject(refused)
    given(office.act('sheet.update', { label: 'Apport d’un document de plus' }))
  })
})
