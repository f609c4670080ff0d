import { describe, expect, test } from 'vitest'
import { demandRefusals } from '../../../shared/contract/law/demands.ts'
import type { FileId, PieceId } from '../../../shared/contract/ids.ts'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { procedureOn, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { modelOf } from '../../../shared/procedures/model.ts'
import { demandsAsked, regulation, type Asked } from '../../fixtures/demands.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// Only what a text requires can be missing: the same demands, at every door that could make one.

const today = '2026-03-03'
const { lawful, unlawful } = demandsAsked

/** An office with its regulation. */
function newOffice(exchanges: readonly string[] = []): FilesOffice {
  const office = new FilesOffice()
  office.pure.careful = false
  given(office.act('office.setLaw', { exchanges, regulations: [regulation] }, 'admin'))
  return office
}

const offices = new Map<string, FilesOffice>()
/** The same office for what does not change it, or is only added to it. */
function shared(key: string, make: () => FilesOffice): FilesOffice {
  const office = offices.get(key) ?? make()
  offices.set(key, office)
  return office
}
const officeFor = ({ exchanges = [] }: Pick<Asked, 'exchanges'>): FilesOffice =>
  shared(exchanges.join(' '), () => newOffice(exchanges))

/** Somebody is received for that case, and nothing of it is examined. */
function received(asked: Asked): FilesOffice {
  const { procedureId, answers, exchanges } = asked
  const office = shared(JSON.stringify([procedureId, answers, exchanges]), () => receiving(asked))
  const { sheets } = office.pure.personal
  for (const [visitId, sheet] of sheets) sheets.set(visitId, { ...sheet, pieces: [] })
  return office
}

function receiving({ procedureId, answers, exchanges }: Asked): FilesOffice {
  const office = newOffice(exchanges)
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' })
  given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(office.act('ticket.callNext', {}))
  given(office.act('ticket.start', {}))
  given(office.act('sheet.update', { procedureId, answers, label: 'Une demande', person: whose }))
  return office
}
const whose = { familyName: 'Sow' }
const requestOf = ({ procedureId, answers }: Asked) => ({
  procedureId,
  answers,
  label: 'Une demande',
  person: whose,
})

const served = (office: FilesOffice) => {
  const { current } = office.pure.view('counter.view', 'agent1')
  if (current === null) throw new Error('nobody is received')
  return current
}
/** The one sheet of the person received, as it is saved: the page's view costs more. */
const keptSheet = ({ pure }: FilesOffice) => [...pure.personal.sheets.values()][0]!

const saidOf = ({ procedureId, demand }: Asked): string =>
  `${procedureId} : ${'pieceId' in demand ? demand.pieceId : [demand.label, demand.source].join(' | ')}`

/** Those for which the door did not do what it should, by name. */
const wrong = (all: readonly Asked[], isRight: (asked: Asked) => boolean): readonly string[] =>
  all.filter((asked) => !isRight(asked)).map(saidOf)

const procedures = [...new Set([...unlawful, ...lawful].map(({ procedureId }) => procedureId))]
const of = (all: readonly Asked[], procedureId: string) =>
  all.filter((one) => one.procedureId === procedureId)

type Decided = { readonly refusal?: string; readonly details?: readonly string[] }
const stopped = (decision: object): boolean =>
  demandRefusals.some((code) => code === (decision as Decided).refusal)
const passed = (decision: object): boolean => (decision as Decided).refusal === undefined

/** What papers say is missing or asked. */
const lackingOn = (facts: DocumentFacts): readonly unknown[] => [
  ...('pieces' in facts
    ? (facts.pieces as readonly { state?: string }[]).filter(({ state }) => state === 'missing')
    : []),
  ...(facts.kind === 'accuse' ? (facts.incomplete?.pieces ?? []) : []),
  ...(facts.kind === 'pieces' ? facts.pieces : []),
]
const papersOf = ({ pure }: FilesOffice): readonly DocumentFacts[] =>
  [...pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))

/** The title of the piece, for doors that name pieces by it. */
const titleOf = ({ procedureId, demand }: Asked): string => {
  if ('label' in demand) return demand.label
  const rules = procedureOn(shippedCatalogue(), procedureId as never, today as never)
  return modelOf(rules!).pieces.find(({ data }) => data.id === (demand.pieceId as PieceId))!.rule.titre
}

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
    const { fileId } = given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' })).output
    const papers = papersOf(office).slice(before)
    const file = fileId === null ? undefined : office.pure.office.files.get(fileId)
    given(office.act('counter.undo', {}))
    return { shown, papers, file, again: keptSheet(office) }
  }

  test.each(procedures)(
    '%s: an unlawful demand is on no paper nor file of the closing, nor back by undoing it',
    (procedureId) => {
      expect(
        wrong(of(unlawful, procedureId), (asked) => {
          const { shown, papers, file, again } = closed(asked)
          return (
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
      wrong(of(lawful, procedureId), (asked) => {
        const { shown, papers } = closed(asked)
        const said = papers.flatMap(lackingOn) as readonly { sources?: readonly unknown[] }[]
        return shown.setBack === undefined && said.some(({ sources = [] }) => sources.length > 0)
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
      wrong(of(unlawful, procedureId), (asked) => {
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
      wrong(of(lawful, procedureId), (asked) => {
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
      wrong(of(unlawful, procedureId), (asked) => {
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
      wrong(of(lawful, procedureId), (asked) => {
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
      wrong(of(unlawful, procedureId), (asked) => {
        const decision = invite(asked)
        return stopped(decision) || decision.refusal === 'stepWithoutText'
      }),
    ).toEqual([])
    expect(wrong(of(lawful, procedureId), (asked) => passed(invite(asked)))).toEqual([])
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

describe('judged again', () => {
  const noteOn = (office: FilesOffice, patch: object) => given(office.act('sheet.update', patch)).output
  const card = demandsAsked.lawful.find(({ procedureId }) => procedureId === 'cni')!

  test('when the procedure changes, no piece of the one before lacks; what was shown stays', () => {
    const office = receiving(card)
    noteOn(office, {
      pieces: [
        { label: 'Photo', state: 'missing' },
        { label: 'Livret de famille', state: 'presented' },
      ],
    })
    expect(noteOn(office, { procedureId: 'recensement' }).sheet.pieces).toEqual([
      { label: 'Livret de famille', state: 'presented' },
    ])
  })

  test('when the procedure changes, what a regulation required of « Autre démarche » is set back, and said', () => {
    const office = receiving({ ...card, procedureId: 'autre', answers: {} })
    noteOn(office, { pieces: [{ label: regulation.piece, state: 'missing' }] })
    const { sheet, setBack } = noteOn(office, { procedureId: 'recensement' })
    expect(setBack).toEqual([regulation.piece])
    expect(sheet.pieces).toMatchObject([{ label: regulation.piece, state: 'notExamined' }])
  })

  test('when an answer changes, what it no longer requires is set back', () => {
    const office = receiving(card)
    noteOn(office, { pieces: [{ pieceId: 'ancienne-carte', state: 'missing' }] })
    const { sheet, setBack } = noteOn(office, { answers: { 'ancienne-carte': 'perdue' } })
    expect(setBack).toEqual(['Ancienne carte'])
    expect(sheet.pieces).toContainEqual({ pieceId: 'ancienne-carte', state: 'notExamined' })
  })

  test('when one of two alternatives is shown, the other does not lack', () => {
    const office = receiving(card)
    noteOn(office, { pieces: [{ pieceId: 'formulaire', state: 'missing' }] })
    const { setBack } = noteOn(office, { pieces: [{ pieceId: 'pre-demande', state: 'presented' }] })
    expect(setBack).toEqual(['Formulaire rempli au guichet'])
  })

  test('one of two alternatives is said to lack as one of them', () => {
    const office = receiving(card)
    noteOn(office, { pieces: [{ pieceId: 'formulaire', state: 'missing' }] })
    given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' }))
    expect(papersOf(office).flatMap(lackingOn)).toMatchObject([
      { title: 'Formulaire rempli au guichet (l’une des pièces au choix suffit)' },
    ])
  })

  test('on a file, when one of two alternatives comes the other is not awaited', () => {
    const office = newOffice()
    const fileId = office.open({ procedureId: 'rsa' })
    const pieces = [{ pieceId: 'demande-en-ligne' }, { pieceId: 'formulaire' }]
    given(office.act('file.requestPieces', { fileId, pieces, on: today, dueOn: '2026-06-30', issue: false }))
    const came = { fileId, pieces: [{ pieceId: 'formulaire' }], receivedOn: today }
    expect(given(office.act('file.addPiece', came)).output.awaited).toBe(0)
    expect(office.shown(fileId).requests).toMatchObject([{ receivedOn: today }])
  })

  test('when a file turns out to be another request, what was asked for the first asks nothing, and moves no date', () => {
    const office = newOffice()
    const fileId = office.open()
    const pieces = [{ pieceId: 'ressources' }, { pieceId: 'timbre' }]
    given(office.act('file.requestPieces', { fileId, pieces, on: today, dueOn: '2026-06-30', issue: false }))
    given(
      office.act('file.describe', { fileId, procedureId: 'urbanisme', answers: { genre: 'déclaration' } }),
    )
    const { requests, pieces: kept } = office.shown(fileId)
    expect(requests).toEqual([])
    expect(kept.every(({ state }) => state === 'notExamined')).toBe(true)
  })
})

describe('a regulation of the office', () => {
  const enter = (more: object) =>
    newOffice().act('office.setLaw', { regulations: [{ ...regulation, ...more }] }, 'admin') as Decided

  test('is a text, cited with its number and its date', () => {
    const office = receiving({ procedureId: 'autre', answers: {}, demand: { label: regulation.piece } })
    given(office.act('sheet.update', { pieces: [{ label: regulation.piece, state: 'missing' }] }))
    given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' }))
    const [facts] = papersOf(office)
    expect(facts).toMatchObject({
      kind: 'accuse',
      incomplete: {
        pieces: [
          {
            title: regulation.piece,
            sources: [{ title: expect.stringMatching(/Règlement local.*2025-41.*12\/06\/2025/) }],
          },
        ],
      },
    })
  })

  test.each([
    ['autre', 'Justificatif de domicile'],
    ['autre', 'Copie certifiée conforme du diplôme'],
    ['autre', 'Signature légalisée'],
    ['inscription-scolaire', 'Vaccinations'],
    ['inscription-scolaire', 'Titre de séjour des parents'],
    ['inscription-scolaire', 'Attestation d’assurance scolaire'],
    ['urbanisme', 'Accord des voisins'],
    ['cni', 'Livret de famille'],
    ['rsa', 'Lettre de motivation'],
    ['pacs', 'Certificat de coutume'],
  ])('can’t require, for %s, « %s »', (procedureId, piece) => {
    expect(enter({ procedureId, piece }).refusal).toBe('regulationAgainstLaw')
  })

  test('is of a known procedure, and already adopted', () => {
    expect(enter({ procedureId: 'inconnue' }).refusal).toBe('unknownProcedure')
    expect(enter({ date: '2026-03-04' }).refusal).toBe('dateInFuture')
    expect(enter({}).refusal).toBeUndefined()
  })

  test('is none in the settings that an earlier program wrote', () => {
    const office = newOffice()
    const recorded = office.pure.recorded.find(({ event }) => event.type === 'lawSet')!
    const law = { exchanges: [], ballots: [], remedies: [] }
    const before = { ...recorded, event: { type: 'lawSet', data: { law } } } as unknown as typeof recorded
    office.pure.office = evolve(office.pure.office, before)
    expect(office.open({ procedureId: 'rsa' })).toBeDefined()
    expect(office.pure.office.settings?.law.regulations).toEqual([])
  })
})
