import { beforeEach, describe, expect, test } from 'vitest'
import type { FactsOf } from '../../../shared/contract/documents/issued.ts'
import type { FileId, LocalDate } from '../../../shared/contract/ids.ts'
import type { DocumentKind } from '../../../shared/contract/documents/kinds.ts'
import { missingMentions } from '../../../shared/documents/mentions.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

const court = '43 rue du Général de Gaulle, 77000 Melun'
const reasons = {
  facts: 'Le logement mesure 9 m² pour trois personnes.',
  law: [{ title: 'article L. 313-3 du CESEDA', said: 'Le logement doit être normal.' }],
  ground: {
    groundId: 'logement',
    said: { source: 'Bail présenté avec la demande', date: '2026-02-19' },
  },
}
/** Where the list is open: an article of the base, and no ground of the procedure. */
const open = { law: [{ title: 'CRPA L211-5', said: 'Un refus dit ses motifs.' }], ground: undefined }
const dissolved = {
  facts: 'Le pacte conclu en 2021 avec une autre personne n’est pas dissous.',
  law: [],
  ground: { groundId: 'pacte', said: { acte: 'Mention du pacte de 2021 sur l’acte de naissance' } },
}
const person = { familyName: 'Diallo', firstName: 'Awa' }

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  const contested = ['attestation-accueil', 'urbanisme', 'autre', 'pacs', 'naissance', 'reclamation-fiscale']
  const remedies = contested.map((procedureId) => ({
    procedureId,
    authority: null,
    court,
  }))
  given(office.act('office.setLaw', { exchanges: [], ballots: [], remedies }, 'admin'))
  delegated({ agentId: 'agent1', act: 'arrêté n° 12' })
})

type Signing = {
  readonly agentId: string
  readonly act?: string | null
  readonly procedures?: readonly string[]
  readonly from?: string
  readonly until?: string
}
/** The agents who may sign: for everything, from 1 January, unless it is said otherwise. */
const delegated = (...delegations: readonly Signing[]) =>
  given(
    office.act(
      'paper.set',
      {
        delegations: delegations.map((one) => ({
          procedures: null,
          from: '2026-01-01',
          until: null,
          act: null,
          capacity: one.act ? 'deputy' : 'authority',
          ...one,
        })),
      },
      'admin',
    ),
  )
const ask = (what: object, actor = 'agent1') => office.act('document.issue', { what }, actor)
const draft = (what: object, actor = 'agent1') => office.pure.view('document.draft', actor, { what })
const refuse = (fileId: string, actor = 'agent1', more: object = {}) =>
  ask({ kind: 'refus', fileId, ...reasons, ...more }, actor)

/** The facts of a document that was issued. */
function facts<K extends DocumentKind>(issued: ReturnType<typeof ask>, _kind: K): FactsOf<K> {
  const document = office.pure.documents.get(given(issued).output.documentId)
  if (document === undefined || document === 'erased') throw new Error('not issued')
  expect(missingMentions(document.facts)).toEqual([])
  return document.facts as FactsOf<K>
}
const types = () => office.pure.recorded.map(({ event }) => event.type)

describe('a refusal', () => {
  test('is issued with its facts, its law and its remedies, and is the file’s decision in the same act', () => {
    const fileId = office.open({ person })
    const issued = refuse(fileId)
    expect(given(issued).output).toMatchObject({ kind: 'refus', number: 'RF-2026-1' })
    expect(facts(issued, 'refus')).toMatchObject({
      receivedOn: '2026-03-03',
      decidedOn: '2026-03-03',
      extent: 'whole',
      file: 'DO-2026-1',
      addressee: { familyName: 'Diallo' },
      facts: reasons.facts,
      signatory: { name: { familyName: 'Belkacem' }, delegation: 'arrêté n° 12' },
      remedies: { prior: 'yes', court: expect.stringContaining(court) },
      algorithm: { purpose: expect.stringContaining('accueil') },
      rule: { procedureId: 'attestation-accueil' },
    })
    expect(office.shown(fileId).decision).toEqual({ decision: 'refused', by: 'office', on: '2026-03-03' })
    expect(types().slice(-2)).toEqual(['documentIssued', 'fileDecided'])
  })

  test('names each text as the rules know it, however it was typed; what nobody has read stays « à confirmer »', () => {
    const fileId = office.open({ procedureId: 'legalisation', channel: 'counter', person })
    const typed = [
      { title: 'article L. 2122-30 du CGCT', said: 'Il légalise la signature de ses administrés.' },
      { title: 'Règlement du service, art. 4', said: null },
    ]
    const remedies = { prior: 'no', authority: null, court: `le tribunal administratif, ${court}` }
    const { law } = facts(refuse(fileId, 'agent1', { ...open, law: typed, remedies }), 'refus')
    expect(law).toMatchObject([
      {
        title: 'CGCT L2122-30',
        said: 'Il légalise la signature de ses administrés.',
        sources: [{ title: 'CGCT L2122-30' }],
      },
      { title: 'Règlement du service, art. 4', said: null, sources: [], toConfirm: true },
    ])
  })

  test.each([
    ['CRPA, art. L. 211-5', 'CRPA L211-5'],
    ['crpa l211-5', 'CRPA L211-5'],
    ['article L211-5 du Code des relations entre le public et l’administration', 'CRPA L211-5'],
    ['CRPA L211-55', 'CRPA L211-55'],
  ])('the article written « %s » is %s', (typed, title) => {
    const fileId = office.open({ procedureId: 'recensement', channel: 'counter', person })
    const remedies = { prior: 'no', authority: null, court: `le tribunal administratif, ${court}` }
    const more = { law: [{ title: typed, said: null }], ground: undefined, remedies }
    const { law } = facts(refuse(fileId, 'agent1', more), 'refus')
    expect(law[0]?.title).toBe(title)
    expect(law[0]?.toConfirm).toBe(title === 'CRPA L211-55')
  })

  test('is not for an office that only collects: it can refuse nothing', () => {
    expect(refusalOf(refuse(office.open({ procedureId: 'cni', person })))).toBe('officeDoesNotDecide')
  })

  test('is not for what the authority decided, nor for what was granted', () => {
    const decided = office.open({ person })
    given(
      office.act('file.decide', {
        fileId: decided,
        decision: 'refused',
        by: 'authority',
        elsewhere: { issuer: 'Préfecture', number: '77-12' },
        ground: { groundId: 'logement', said: {} },
        reason: 'Le logement mesure 9 m² pour cinq personnes.',
        on: '2026-03-03',
      }),
    )
    expect(refusalOf(refuse(decided))).toBe('officeDoesNotDecide')
    const granted = office.open({ person })
    given(office.act('file.decide', { fileId: granted, decision: 'granted', on: '2026-03-03' }))
    expect(refusalOf(refuse(granted))).toBe('nothingToIssue')
  })

  test('says the day of a decision that was noted before, and that it refuses a part', () => {
    const fileId = office.open({ person })
    // As an older version noted it, before its paper.
    const { files } = office.pure.office
    const decision = { decision: 'partlyGranted', by: 'office', on: '2026-03-03' as LocalDate } as const
    const noted = files.update(fileId as FileId, (file) => ({ ...file!, decision }))
    office.pure.office = { ...office.pure.office, files: noted }
    office.on('2026-03-06')
    expect(facts(refuse(fileId), 'refus')).toMatchObject({ extent: 'part', decidedOn: '2026-03-03' })
    expect(
      types().filter((type) => type === 'fileDecided'),
      'it is decided once',
    ).toEqual([])
  })

  test('is one paper: its reasons are not given twice', () => {
    const fileId = office.open({ person })
    given(refuse(fileId))
    expect(refusalOf(refuse(fileId))).toBe('fileAlreadyDecided')
  })

  test('comes too late once silence was worth an acceptance (CRPA L242-1)', () => {
    const fileId = office.open({ procedureId: 'urbanisme', answers: { genre: 'déclaration' }, person })
    office.on('2026-04-03')
    expect(refuse(fileId)).toMatchObject({ refusal: 'acceptedBySilence', details: ['2026-04-03'] })
    const elsewhere = { issuer: 'Logiciel d’urbanisme', number: 'PC-12' }
    const ground = { groundId: 'regle', said: {} }
    const reason = 'La façade dépasse la hauteur que le plan permet.'
    const decide = { fileId, decision: 'refused', elsewhere, ground, reason, on: '2026-04-03' }
    expect(refusalOf(office.act('file.decide', decide))).toBe('acceptedBySilence')
    expect(refusalOf(office.act('file.decide', { ...decide, on: '2026-04-02' }))).toBeUndefined()
  })

  test('of which nobody knows where it is contested is refused, unless who signs says it', () => {
    const fileId = office.open({ procedureId: 'autre', label: 'Stationnement', person })
    expect(refuse(fileId, 'agent1', open)).toMatchObject({
      refusal: 'mentionMissing',
      details: ['remedies', 'court'],
    })
    const remedies = { prior: 'no', authority: null, court: `le tribunal administratif, ${court}` }
    expect(facts(refuse(fileId, 'agent1', { ...open, remedies }), 'refus').remedies).toMatchObject({
      delay: { count: 2, unit: 'months' },
      toConfirm: true,
    })
  })

  test('of a civil partnership is before the president of the tribunal judiciaire, and no text bounds it', () => {
    const fileId = office.open({ procedureId: 'pacs', channel: 'counter', person })
    const { remedies, rule } = facts(refuse(fileId, 'agent1', dissolved), 'refus')
    expect(remedies).toMatchObject({
      prior: 'no',
      authority: null,
      court: `le président du tribunal judiciaire, ${court}`,
      delay: null,
      noDelay: true,
    })
    expect(rule).toMatchObject({ procedureId: 'pacs' })
    expect(office.shown(fileId).decision).toMatchObject({ decision: 'refused', by: 'office' })
  })

  test('of a birth declared late sends to the court that will declare it, at any time', () => {
    const answers = { 'jour-accouchement': '2026-02-20' }
    const fileId = office.open({ procedureId: 'naissance', answers, person })
    const late = { groundId: 'hors-delai', said: { accouchement: '2026-02-20' } }
    const declared = { facts: 'La naissance est déclarée onze jours après.', law: [], ground: late }
    expect(facts(refuse(fileId, 'agent1', declared), 'refus').remedies).toMatchObject({
      court: `tribunal judiciaire du lieu de naissance, ${court}`,
      noDelay: true,
    })
  })

  test.each([
    ['naissance', 'whose delay nobody has read', ['remedies']],
    ['copie-acte', 'whose delay nobody has read', ['remedies', 'court']],
    ['legalisation', 'that may have to come after another recourse', ['remedies', 'court']],
  ])(
    'of a procedure, %s, %s, is refused unless who signs says the whole of it',
    (procedureId, _, lacking) => {
      const fileId = office.open({ procedureId, channel: 'counter', person })
      expect(refuse(fileId, 'agent1', open)).toMatchObject({ refusal: 'mentionMissing', details: lacking })
      const ways = { prior: 'no', authority: null, court: `le tribunal judiciaire, ${court}` }
      const more = { ...open, remedies: { ...ways, delay: 'none' } }
      const said = facts(refuse(fileId, 'agent1', more), 'refus').remedies
      expect(said).toMatchObject({
        court: ways.court,
        delay: null,
        noDelay: true,
        toConfirm: true,
        sources: [],
      })
    },
  )

  test('what who signs writes takes the place of nothing that the rules know', () => {
    const fileId = office.open({ procedureId: 'pacs', channel: 'counter', person })
    const typed = { prior: 'yes', authority: 'le maire', court: `le tribunal administratif, ${court}` }
    const { remedies } = facts(refuse(fileId, 'agent1', { ...dissolved, remedies: typed }), 'refus')
    expect(remedies).toMatchObject({ prior: 'no', authority: null, noDelay: true })
  })

  test('of a tax complaint is contested within two months; its silence, at any time (LPF R*199-1)', () => {
    const answers = {}
    const fileId = office.open({ procedureId: 'reclamation-fiscale', answers, person })
    const acknowledged = facts(ask({ kind: 'accuse', fileId, form: 'ar', dueOn: '2026-04-03' }), 'accuse')
    expect(acknowledged.remedies).toMatchObject({ delay: null, noDelay: true })
    const { remedies } = facts(refuse(fileId, 'agent1', open), 'refus')
    expect(remedies).toMatchObject({ prior: 'no', authority: null, delay: { count: 2, unit: 'months' } })
    expect(remedies).not.toHaveProperty('noDelay')
  })

  test('burns no number when a mention lacks', () => {
    expect(refuse(office.open())).toMatchObject({ refusal: 'mentionMissing', details: ['addressee'] })
    expect(given(refuse(office.open({ person }))).output.number).toBe('RF-2026-1')
  })
})

describe('who signs', () => {
  test('is who has a delegation in force that day for that procedure; the others draft a « projet »', () => {
    const fileId = office.open({ person })
    const tried = (delegation: Partial<Signing>) => {
      delegated({ agentId: 'agent1', ...delegation })
      return draft({ kind: 'refus', fileId, ...reasons }).signs
    }
    expect(tried({})).toBe(true)
    expect(tried({ procedures: ['attestation-accueil'] })).toBe(true)
    expect(tried({ procedures: ['urbanisme'] })).toBe(false)
    expect(tried({ from: '2026-03-04' })).toBe(false)
    expect(tried({ until: '2026-03-03' })).toBe(true)
    expect(tried({ until: '2026-03-02' })).toBe(false)
    expect(tried({ agentId: 'agent2' })).toBe(false)
    expect(refusalOf(refuse(fileId))).toBe('notSignatory')
  })

  test('of a request that no procedure names is who may sign for everything', () => {
    const fileId = office.open({ procedureId: null, label: 'Courrier', person })
    delegated({ agentId: 'agent1', procedures: ['attestation-accueil'] })
    expect(draft({ kind: 'refus', fileId, ...reasons, ...open }).signs).toBe(false)
    delegated({ agentId: 'agent1' })
    expect(draft({ kind: 'refus', fileId, ...reasons, ...open }).signs).toBe(true)
  })

  test('by their own power needs no act, and it counts before a delegation', () => {
    delegated({ agentId: 'agent1', act: 'arrêté n° 12' }, { agentId: 'agent1', act: null })
    expect(facts(refuse(office.open({ person })), 'refus').signatory?.delegation).toBeNull()
  })

  test('is never a pseudonym (CRPA L212-1)', () => {
    const fileId = office.open({ person })
    const shield = { agentId: 'agent1', pseudonym: 'Agent 7', reason: 'menaces' }
    given(office.act('agent.shield', shield, 'admin'))
    expect(refusalOf(refuse(fileId))).toBe('pseudonymCannotSign')
    const { signs, facts: drafted } = draft({ kind: 'refus', fileId, ...reasons })
    expect(signs).toBe(false)
    expect(JSON.stringify(drafted)).not.toContain('Belkacem')
    expect(drafted).toMatchObject({ author: { pseudonym: 'Agent 7' }, signatory: null })
  })

  test('drafts at the counter are kept with the file, and the signatory finds them', () => {
    const fileId = office.open({ person })
    const view = () => office.pure.view('file.view', 'agent1', { fileId }).draft
    expect(view()).toBeNull()
    given(office.act('file.keepDraft', { fileId, ...reasons }, 'agent2'))
    expect(view()).toEqual(reasons)
    expect(JSON.stringify(office.pure.recorded), 'nothing typed is in the journal').not.toContain('9 m²')
    given(refuse(fileId))
    expect(view(), 'issued, it is no draft any more').toBeNull()
    expect(refusalOf(office.act('file.keepDraft', { fileId, ...reasons }))).toBe('fileAlreadyDecided')
  })

  test('drafts are forgotten when they are emptied, and are not for who only collects', () => {
    const fileId = office.open({ person })
    given(office.act('file.keepDraft', { fileId, ...reasons }))
    given(office.act('file.keepDraft', { fileId, facts: '', law: [] }))
    expect(office.pure.view('file.view', 'agent1', { fileId }).draft).toBeNull()
    const collected = office.open({ procedureId: 'cni', person })
    expect(refusalOf(office.act('file.keepDraft', { fileId: collected, ...reasons }))).toBe(
      'officeDoesNotDecide',
    )
  })
})

describe('a file decided with its reasons in two parts', () => {
  const decide = (fileId: string, more: object = {}, actor = 'agent1') =>
    office.act('file.decide', { fileId, decision: 'refused', on: '2026-03-03', ...reasons, ...more }, actor)

  test('issues the refusal in the same act', () => {
    const fileId = office.open({ person })
    const { output } = given(decide(fileId, { decision: 'partlyGranted' }))
    expect(output.document).toMatchObject({ kind: 'refus', number: 'RF-2026-1' })
    expect(office.shown(fileId).decision?.decision).toBe('partlyGranted')
    expect(types().filter((type) => type === 'fileDecided')).toHaveLength(1)
  })

  test('by who may not sign changes nothing', () => {
    const fileId = office.open({ person })
    expect(refusalOf(decide(fileId, {}, 'agent2'))).toBe('notSignatory')
    expect(office.shown(fileId).decision).toBeNull()
  })

  test('by another software, or by the authority, is only recorded: the paper was made there', () => {
    const one = office.open({ person })
    const alone = { facts: undefined, law: undefined, ground: undefined }
    expect(refusalOf(decide(one, { ...alone, reason: 'trop petit' }))).toBe('refusalUnwritten')
    const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
    const reason = 'Le logement mesure 9 m² pour cinq personnes.'
    const told = { ...alone, elsewhere, ground: { groundId: 'logement', said: {} }, reason }
    expect(given(decide(one, told)).output.document).toBeNull()
    expect(refusalOf(refuse(one)), 'its reasons are given once').toBe('fileAlreadyDecided')
    const other = office.open({ person })
    expect(refusalOf(decide(other, { by: 'authority' }, 'agent2'))).toBe('refusalUnwritten')
    expect(given(decide(other, { by: 'authority', elsewhere }, 'agent2')).output.document).toBeNull()
    expect(refusalOf(decide(office.open(), { facts: undefined }))).toBe('refusalUnwritten')
  })
})

describe('an implicit acceptance', () => {
  const declared = () => office.open({ procedureId: 'urbanisme', answers: { genre: 'déclaration' }, person })

  test('is attested once its day has come, from the reception of the whole request (CRPA L232-3)', () => {
    const fileId = declared()
    office.on('2026-04-02')
    expect(ask({ kind: 'acceptation', fileId })).toMatchObject({
      refusal: 'silenceNotElapsed',
      details: ['2026-04-03'],
    })
    office.on('2026-04-10')
    expect(facts(ask({ kind: 'acceptation', fileId }), 'acceptation')).toMatchObject({
      completeOn: '2026-03-03',
      acquiredOn: '2026-04-03',
      silence: { sense: 'acceptation' },
      signatory: { name: { familyName: 'Belkacem' } },
    })
    expect(office.shown(fileId).decision).toMatchObject({ decision: 'implicitAcceptance', on: '2026-04-03' })
    expect(given(ask({ kind: 'acceptation', fileId })).output.number, 'asked again, it is given again').toBe(
      'AI-2026-2',
    )
  })

  test('runs from the last piece that was asked', () => {
    const fileId = declared()
    const pieces = [{ pieceId: 'plan-situation' }]
    given(
      office.act('file.requestPieces', {
        fileId,
        pieces,
        on: '2026-03-03',
        dueOn: '2026-06-03',
        issue: false,
      }),
    )
    office.on('2026-03-20')
    given(office.act('file.addPiece', { fileId, pieces, receivedOn: '2026-03-20' }))
    office.on('2026-04-20')
    expect(facts(ask({ kind: 'acceptation', fileId }), 'acceptation').completeOn).toBe('2026-03-20')
  })

  test('is attested of no silence that is worth a rejection, and of nothing that was decided', () => {
    const rejected = office.open({ person })
    const decided = declared()
    given(office.act('file.decide', { fileId: decided, decision: 'granted', on: '2026-03-03' }))
    office.on('2026-05-04')
    expect(refusalOf(ask({ kind: 'acceptation', fileId: rejected }))).toBe('silenceUnknown')
    expect(refusalOf(ask({ kind: 'acceptation', fileId: decided }))).toBe('nothingToIssue')
  })

  test('is signed by who may', () => {
    const fileId = declared()
    office.on('2026-04-10')
    expect(refusalOf(ask({ kind: 'acceptation', fileId }, 'agent2'))).toBe('notSignatory')
  })
})

describe('the reasons of an implicit rejection', () => {
  const communicate = (fileId: string, askedOn: string) =>
    ask({ kind: 'motifs', fileId, askedOn, ...reasons })

  test('are communicated once silence has rejected, with remedies that run from there (CRPA L232-4)', () => {
    const fileId = office.open({ person })
    office.on('2026-04-02')
    expect(refusalOf(communicate(fileId, '2026-04-02'))).toBe('silenceNotElapsed')
    office.on('2026-04-20')
    expect(refusalOf(communicate(fileId, '2026-04-21'))).toBe('dateInFuture')
    expect(refusalOf(communicate(fileId, '2026-04-02'))).toBe('datesMixedUp')
    expect(facts(communicate(fileId, '2026-04-15'), 'motifs')).toMatchObject({
      rejectedOn: '2026-04-03',
      askedOn: '2026-04-15',
      facts: reasons.facts,
      remedies: { prior: 'yes' },
    })
    expect(office.shown(fileId).decision).toMatchObject({ decision: 'implicitRejection', on: '2026-04-03' })
  })

  test('are those of who decides: an office that only collects has none', () => {
    const fileId = office.open({ procedureId: 'cni', person })
    office.on('2026-06-20')
    expect(refusalOf(communicate(fileId, '2026-06-10'))).toBe('officeDoesNotDecide')
  })
})
