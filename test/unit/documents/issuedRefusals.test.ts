import { beforeEach, describe, expect, test } from 'vitest'
import type { FileId, LocalDate } from '../../../shared/contract/ids.ts'
import { court, DecidingOffice, open, person, reasons } from '../../fixtures/decidingOffice.ts'
import { given, refusalOf } from '../../fixtures/filesOffice.ts'

const dissolved = {
  facts: 'Le pacte conclu en 2021 avec une autre personne n’est pas dissous.',
  law: [],
  ground: { groundId: 'pacte', said: { acte: 'Mention du pacte de 2021 sur l’acte de naissance' } },
}

let office: DecidingOffice
beforeEach(() => {
  office = new DecidingOffice()
})

describe('a refusal', () => {
  test('is issued with its facts, its law and its remedies, and is the file’s decision in the same act', () => {
    const fileId = office.open({ person })
    const issued = office.refuse(fileId)
    expect(given(issued).output).toMatchObject({ kind: 'refus', number: 'RF-2026-1' })
    expect(office.facts(issued, 'refus')).toMatchObject({
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
    expect(office.types().slice(-2)).toEqual(['documentIssued', 'fileDecided'])
  })

  test('names each text as the rules know it, however it was typed; what nobody has read stays « à confirmer »', () => {
    const fileId = office.open({ procedureId: 'legalisation', channel: 'counter', person })
    const typed = [
      { title: 'article L. 2122-30 du CGCT', said: 'Il légalise la signature de ses administrés.' },
      { title: 'Règlement du service, art. 4', said: null },
    ]
    const remedies = { prior: 'no', authority: null, court: `le tribunal administratif, ${court}` }
    const { law } = office.facts(office.refuse(fileId, 'agent1', { ...open, law: typed, remedies }), 'refus')
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
    const { law } = office.facts(office.refuse(fileId, 'agent1', more), 'refus')
    expect(law[0]?.title).toBe(title)
    expect(law[0]?.toConfirm).toBe(title === 'CRPA L211-55')
  })

  test('is not for an office that only collects: it can refuse nothing', () => {
    expect(refusalOf(office.refuse(office.open({ procedureId: 'cni', person })))).toBe('officeDoesNotDecide')
  })

  test('is not for what the authority decided, nor for what was granted', () => {
    const decided = office.open({ person })
    const sent = { to: 'Préfecture', sent: 'tout le dossier', on: '2026-03-03' }
    given(office.act('file.forward', { fileId: decided, ...sent }))
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
    expect(refusalOf(office.refuse(decided))).toBe('officeDoesNotDecide')
    const granted = office.open({ person })
    given(office.act('file.decide', { fileId: granted, decision: 'granted', on: '2026-03-03' }))
    expect(refusalOf(office.refuse(granted))).toBe('nothingToIssue')
  })

  test('says the day of a decision that was noted before, and that it refuses a part', () => {
    const fileId = office.open({ person })
    // As an older version noted it, before its paper.
    const { files } = office.pure.office
    const decision = { decision: 'partlyGranted', by: 'office', on: '2026-03-03' as LocalDate } as const
    const noted = files.update(fileId as FileId, (file) => ({ ...file!, decision }))
    office.pure.office = { ...office.pure.office, files: noted }
    office.on('2026-03-06')
    expect(office.facts(office.refuse(fileId), 'refus')).toMatchObject({
      extent: 'part',
      decidedOn: '2026-03-03',
    })
    expect(
      office.types().filter((type) => type === 'fileDecided'),
      'it is decided once',
    ).toEqual([])
  })

  test('is one paper: its reasons are not given twice', () => {
    const fileId = office.open({ person })
    given(office.refuse(fileId))
    expect(refusalOf(office.refuse(fileId))).toBe('fileAlreadyDecided')
  })

  test('comes too late once silence was worth an acceptance (CRPA L242-1)', () => {
    const fileId = office.open({ procedureId: 'urbanisme', answers: { genre: 'déclaration' }, person })
    office.on('2026-04-03')
    expect(office.refuse(fileId)).toMatchObject({ refusal: 'acceptedBySilence', details: ['2026-04-03'] })
    const elsewhere = { issuer: 'Logiciel d’urbanisme', number: 'PC-12' }
    const ground = { groundId: 'regle', said: {} }
    const reason = 'La façade dépasse la hauteur que le plan permet.'
    const decide = { fileId, decision: 'refused', elsewhere, ground, reason, on: '2026-04-03' }
    expect(refusalOf(office.act('file.decide', decide))).toBe('acceptedBySilence')
    // What reached nobody before that day broke no silence, whatever day another software gave it (CRPA L221-8).
    const before = { ...decide, on: '2026-04-01' }
    const noted = (more: object) => refusalOf(office.act('file.decide', { ...before, ...more }))
    expect(noted({})).toBe('acceptedBySilence')
    expect(noted({ notifiedOn: '2026-04-03' })).toBe('acceptedBySilence')
    expect(noted({ notifiedOn: '2026-03-31' })).toBe('datesMixedUp')
    expect(noted({ notifiedOn: '2026-04-04' })).toBe('dateInFuture')
    expect(noted({ notifiedOn: '2026-04-02' })).toBeUndefined()
    expect(office.shown(fileId).decision?.elsewhere).toEqual({ ...elsewhere, notifiedOn: '2026-04-02' })
  })

  test('of which nobody knows where it is contested is refused, unless who signs says it', () => {
    const fileId = office.open({ procedureId: 'autre', label: 'Stationnement', person })
    expect(office.refuse(fileId, 'agent1', open)).toMatchObject({
      refusal: 'mentionMissing',
      details: ['remedies', 'court'],
    })
    const remedies = { prior: 'no', authority: null, court: `le tribunal administratif, ${court}` }
    expect(
      office.facts(office.refuse(fileId, 'agent1', { ...open, remedies }), 'refus').remedies,
    ).toMatchObject({
      delay: { count: 2, unit: 'months' },
      toConfirm: true,
    })
  })

  test('of a civil partnership is before the president of the tribunal judiciaire, and no text bounds it', () => {
    const fileId = office.open({ procedureId: 'pacs', channel: 'counter', person })
    const { remedies, rule } = office.facts(office.refuse(fileId, 'agent1', dissolved), 'refus')
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
    expect(office.facts(office.refuse(fileId, 'agent1', declared), 'refus').remedies).toMatchObject({
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
      expect(office.refuse(fileId, 'agent1', open)).toMatchObject({
        refusal: 'mentionMissing',
        details: lacking,
      })
      const ways = { prior: 'no', authority: null, court: `le tribunal judiciaire, ${court}` }
      // Two months are those of the administrative judge (CJA R421-1).
      for (const delay of [undefined, 'twoMonths'])
        expect(office.refuse(fileId, 'agent1', { ...open, remedies: { ...ways, delay } })).toEqual({
          refusal: 'mentionMissing',
          details: ['remedies'],
        })
      const more = { ...open, remedies: { ...ways, delay: 'none' } }
      const said = office.facts(office.refuse(fileId, 'agent1', more), 'refus').remedies
      expect(said).toMatchObject({
        court: ways.court,
        delay: null,
        noDelay: true,
        toConfirm: true,
        sources: [],
      })
    },
  )

  test.each([
    ['le tribunal administratif', 'deux mois', undefined],
    ['le tribunal administratif', 'un mois', 'delayInReasons'],
    ['le tribunal judiciaire', 'deux mois', 'delayInReasons'],
  ])('before %s, its reasons may say what its paper prints: %s', (name, delay, refusal) => {
    const fileId = office.open({ procedureId: 'copie-acte', channel: 'counter', person })
    const remedies = { prior: 'no', authority: null, court: `${name}, ${court}`, delay: 'none' }
    const facts = `${reasons.facts} Vous avez ${delay} pour contester cette décision.`
    expect(refusalOf(office.refuse(fileId, 'agent1', { ...open, facts, remedies }))).toBe(refusal)
  })

  test('what who signs writes takes the place of nothing that the rules know', () => {
    const fileId = office.open({ procedureId: 'pacs', channel: 'counter', person })
    const typed = { prior: 'yes', authority: 'le maire', court: `le tribunal administratif, ${court}` }
    const { remedies } = office.facts(
      office.refuse(fileId, 'agent1', { ...dissolved, remedies: typed }),
      'refus',
    )
    expect(remedies).toMatchObject({ prior: 'no', authority: null, noDelay: true })
  })

  test('of a tax complaint is contested within two months; its silence, at any time (LPF R*199-1)', () => {
    const answers = {}
    const fileId = office.open({ procedureId: 'reclamation-fiscale', answers, person })
    const acknowledged = office.facts(
      office.ask({ kind: 'accuse', fileId, form: 'ar', dueOn: '2026-04-03' }),
      'accuse',
    )
    expect(acknowledged.remedies).toMatchObject({ delay: null, noDelay: true })
    const { remedies } = office.facts(office.refuse(fileId, 'agent1', open), 'refus')
    expect(remedies).toMatchObject({ prior: 'no', authority: null, delay: { count: 2, unit: 'months' } })
    expect(remedies).not.toHaveProperty('noDelay')
  })

  test('burns no number when a mention lacks', () => {
    expect(office.refuse(office.open())).toMatchObject({ refusal: 'mentionMissing', details: ['addressee'] })
    expect(given(office.refuse(office.open({ person }))).output.number).toBe('RF-2026-1')
  })
})
