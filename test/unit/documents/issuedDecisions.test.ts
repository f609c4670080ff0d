import { beforeEach, describe, expect, test } from 'vitest'
import { DecidingOffice, open, person, reasons, type Signing } from '../../fixtures/decidingOffice.ts'
import { given, refusalOf } from '../../fixtures/filesOffice.ts'

let office: DecidingOffice
beforeEach(() => {
  office = new DecidingOffice()
})

describe('who signs', () => {
  test('is who has a delegation in force that day for that procedure; the others draft a « projet »', () => {
    const fileId = office.open({ person })
    const tried = (delegation: Partial<Signing>) => {
      office.delegated({ agentId: 'agent1', ...delegation })
      return office.draft({ kind: 'refus', fileId, ...reasons }).signs
    }
    expect(tried({})).toBe(true)
    expect(tried({ procedures: ['attestation-accueil'] })).toBe(true)
    expect(tried({ procedures: ['urbanisme'] })).toBe(false)
    expect(tried({ from: '2026-03-04' })).toBe(false)
    expect(tried({ until: '2026-03-03' })).toBe(true)
    expect(tried({ until: '2026-03-02' })).toBe(false)
    expect(tried({ agentId: 'agent2' })).toBe(false)
    expect(refusalOf(office.refuse(fileId))).toBe('notSignatory')
  })

  test('of a request that no procedure names is who may sign for everything', () => {
    const fileId = office.open({ procedureId: null, label: 'Courrier', person })
    office.delegated({ agentId: 'agent1', procedures: ['attestation-accueil'] })
    expect(office.draft({ kind: 'refus', fileId, ...reasons, ...open }).signs).toBe(false)
    office.delegated({ agentId: 'agent1' })
    expect(office.draft({ kind: 'refus', fileId, ...reasons, ...open }).signs).toBe(true)
  })

  test('by their own power needs no act, and it counts before a delegation', () => {
    office.delegated({ agentId: 'agent1', act: 'arrêté n° 12' }, { agentId: 'agent1', act: null })
    expect(office.facts(office.refuse(office.open({ person })), 'refus').signatory?.delegation).toBeNull()
  })

  test('is never a pseudonym (CRPA L212-1)', () => {
    const fileId = office.open({ person })
    const shield = { agentId: 'agent1', pseudonym: 'Agent 7', reason: 'menaces' }
    given(office.act('agent.shield', shield, 'admin'))
    expect(refusalOf(office.refuse(fileId))).toBe('pseudonymCannotSign')
    const { signs, facts: drafted } = office.draft({ kind: 'refus', fileId, ...reasons })
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
    given(office.refuse(fileId))
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
    expect(office.types().filter((type) => type === 'fileDecided')).toHaveLength(1)
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
    expect(refusalOf(office.refuse(one)), 'its reasons are given once').toBe('fileAlreadyDecided')
    const other = office.open({ person })
    expect(refusalOf(decide(other, { by: 'authority' }, 'agent2'))).toBe('refusalUnwritten')
    expect(refusalOf(decide(other, { by: 'authority', elsewhere }, 'agent2'))).toBe('notForwarded')
    const sent = { fileId: other, to: 'Préfecture', sent: 'tout le dossier', on: '2026-03-03' }
    given(office.act('file.forward', sent))
    expect(given(decide(other, { by: 'authority', elsewhere }, 'agent2')).output.document).toBeNull()
    expect(refusalOf(decide(office.open(), { facts: undefined }))).toBe('refusalUnwritten')
  })
})

describe('an implicit acceptance', () => {
  const declared = () => office.open({ procedureId: 'urbanisme', answers: { genre: 'déclaration' }, person })

  test('is attested once its day has come, from the reception of the whole request (CRPA L232-3)', () => {
    const fileId = declared()
    office.on('2026-04-02')
    expect(office.ask({ kind: 'acceptation', fileId })).toMatchObject({
      refusal: 'silenceNotElapsed',
      details: ['2026-04-03'],
    })
    office.on('2026-04-10')
    expect(office.facts(office.ask({ kind: 'acceptation', fileId }), 'acceptation')).toMatchObject({
      completeOn: '2026-03-03',
      acquiredOn: '2026-04-03',
      silence: { sense: 'acceptation' },
      signatory: { name: { familyName: 'Belkacem' } },
    })
    expect(office.shown(fileId).decision).toMatchObject({ decision: 'implicitAcceptance', on: '2026-04-03' })
    expect(
      given(office.ask({ kind: 'acceptation', fileId })).output.number,
      'asked again, it is given again',
    ).toBe('AI-2026-2')
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
    expect(office.facts(office.ask({ kind: 'acceptation', fileId }), 'acceptation').completeOn).toBe(
      '2026-03-20',
    )
  })

  test('is attested of no silence that is worth a rejection, and of nothing that was decided', () => {
    const rejected = office.open({ person })
    const decided = declared()
    given(office.act('file.decide', { fileId: decided, decision: 'granted', on: '2026-03-03' }))
    office.on('2026-05-04')
    expect(refusalOf(office.ask({ kind: 'acceptation', fileId: rejected }))).toBe('silenceUnknown')
    expect(refusalOf(office.ask({ kind: 'acceptation', fileId: decided }))).toBe('nothingToIssue')
  })

  test('is signed by who may', () => {
    const fileId = declared()
    office.on('2026-04-10')
    expect(refusalOf(office.ask({ kind: 'acceptation', fileId }, 'agent2'))).toBe('notSignatory')
  })
})

describe('the reasons of an implicit rejection', () => {
  const communicate = (fileId: string, askedOn: string) =>
    office.ask({ kind: 'motifs', fileId, askedOn, ...reasons })

  test('are communicated once silence has rejected, with remedies that run from there (CRPA L232-4)', () => {
    const fileId = office.open({ person })
    office.on('2026-04-02')
    expect(refusalOf(communicate(fileId, '2026-04-02'))).toBe('silenceNotElapsed')
    office.on('2026-04-20')
    expect(refusalOf(communicate(fileId, '2026-04-21'))).toBe('dateInFuture')
    expect(refusalOf(communicate(fileId, '2026-04-02'))).toBe('datesMixedUp')
    expect(office.facts(communicate(fileId, '2026-04-15'), 'motifs')).toMatchObject({
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
