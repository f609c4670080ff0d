import { describe, expect, test } from 'vitest'
import type { FactsOf } from '../../../shared/contract/documents/issued.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { missingMentions } from '../../../shared/documents/mentions.ts'
import { issue, issuedAt, someFacts } from '../../fixtures/papers.ts'
import { presenceSpecimens } from '../../fixtures/presenceSpecimens.ts'
import { specimenHead } from '../../fixtures/specimens.ts'

const { nonReception, passage } = presenceSpecimens(specimenHead())
const lacks = (facts: FactsOf<'nonReception'> | FactsOf<'passage'>) =>
  missingMentions(facts).map(({ mention }) => mention)
const said = (facts: Parameters<typeof draftContent>[0]) =>
  JSON.stringify(draftContent(facts)).replaceAll(/[\u00a0\u202f]/g, ' ')

describe('a certificate of non-reception', () => {
  test('says when, why, by whose doing and what was given instead, and is not a decision', () => {
    const text = said(nonReception)
    for (const words of [
      'Vous n’avez pas pu être reçu',
      'Motif : le service était fermé.',
      'Grève nationale du service des titres',
      'du fait du service',
      'Un rendez-vous vous est donné : 4 mars 2026, 12 h 21',
      'Arrivée 8 h 46, réception commencée 9 h 41, non achevée, présence constatée jusqu’à 10 h 19',
      'Il n’est pas une décision et ne demande aucune pièce',
    ])
      expect(text).toContain(words)
    expect(lacks(nonReception)).toEqual([])
  })

  test('given another day says the days', () => {
    const later = { ...nonReception, issuedAt: (nonReception.issuedAt + 86_400_000) as Instant }
    expect(said(later)).toMatch(/présence constatée jusqu’au \d+(er)? \p{L}+ 2026, 10 h 19/u)
    expect(lacks(later)).toEqual([])
  })

  test('is not issued with hours that nobody can have lived, nor without what was asked', () => {
    const later = (issuedAt + 60_000) as Instant
    expect(lacks({ ...nonReception, until: later })).toEqual(['presence'])
    expect(
      lacks({ ...nonReception, arrivedAt: nonReception.until, receivedAt: nonReception.arrivedAt }),
    ).toEqual(['presence'])
    expect(lacks({ ...nonReception, label: ' ' })).toEqual(['request'])
  })

  test('names who began to receive the person; a kiosk, which received nobody, attests for the office alone', () => {
    expect(lacks({ ...nonReception, author: null })).toEqual(['agent'])
    const alone = { ...nonReception, author: null, receivedAt: null }
    expect(lacks(alone)).toEqual([])
    expect(draftContent(alone).signed).toBe('Délivré par le service Titres d’identité')
  })
})

describe('« Mon passage »', () => {
  test('says of a wait beyond the closing what its ticket said: the doubt, and no span', () => {
    const announced = { p50: 2760, p90: 3180, sure: 0.3 }
    const steps = passage.steps.map((step) => (step.is === 'taken' ? { ...step, announced } : step))
    const rows = draftContent({ ...passage, steps }).sections.flatMap((one) =>
      one.is === 'table' ? one.rows.map(({ detail }) => String(detail).replaceAll('\u00a0', ' ')) : [],
    )
    const taken = rows.find((detail) => detail.startsWith('Ticket pris'))
    expect(taken).toContain('annoncé : peut-être pas reçu ce jour')
    expect(taken).not.toContain('attente annoncée')
  })

  test.each([
    ['declaration', 'filed', 'Fin de la réception : déclaration reçue'],
    ['declaration', 'incomplete', 'Fin de la réception : déclaration reçue, dossier incomplet'],
    ['payment', 'filed', 'Fin de la réception : dépôt enregistré'],
    [undefined, 'filed', 'Fin de la réception : dossier déposé'],
  ] as const)('tells what was handed in, %s, %s: « %s »', (nature, outcome, words) => {
    const seq = passage.chain.seq
    const step = { is: 'ended' as const, seq, at: issuedAt as Instant, outcome, rule: null, fault: null }
    expect(said({ ...passage, steps: [{ ...step, ...(nature && { nature }) }] })).toContain(`"${words}"`)
  })

  test('tells each act with its hour, each overtake with its reason, each document with its code', () => {
    const { sections } = draftContent(passage)
    const table = (title: string) => {
      const found = sections.find((one) => one.title === title)
      return found?.is === 'table'
        ? found.rows.map(({ term, detail }) => `${term} | ${detail}`.replaceAll(/[\u00a0\u202f]/g, ' '))
        : []
    }
    expect(table('Ce qui s’est passé')).toEqual([
      '9 h 40 | Ticket pris à la borne : Titres d’identité, 2 demandes ; rendez-vous de 10 h 16 ; attente annoncée : 15 min à 29 min',
      '9 h 41 | Priorité notée',
      '9 h 42 | Appel : Guichet 2. Raison : priorité prévue par la loi ; 3 personnes arrivées avant attendaient encore',
      '9 h 43 | Rappel : Guichet 2',
      '9 h 44 | Absence notée après les appels',
      '9 h 45 | Retour, au même rang',
      '9 h 46 | Appel repris : il n’a pas eu lieu',
      '9 h 47 | Réception : Guichet 2',
      '9 h 48 | Réception suspendue, retour attendu ; retour prévu à 10 h 11',
      '9 h 49 | Retour reporté à 10 h 13',
      '9 h 50 | Reprise de la réception : Guichet 2',
      '9 h 51 | Réorientation, au même rang : État civil',
      '9 h 52 | Ticket perdu, refait : l’ancien code ne vaut plus',
      '9 h 53 | Une démarche de plus : Élections',
      '9 h 54 | Fin d’une démarche : dossier déposé ; règles : cni-renouvellement, version 2026.1',
      '9 h 55 | Fin de la réception : non reçu ce jour ; du fait d’un tiers',
      '9 h 56 | Départ avant l’appel ; du fait de la personne',
      '9 h 57 | Non reçu : un rendez-vous a été donné ; du fait du service',
      '9 h 58 | Ticket provisoire pris 10 h 15 à une borne coupée de l’accueil, entré dans la file au retour : Titres d’identité ; la journée était finie : non reçu, du fait du service',
      '9 h 59 | Passage noté à la main, saisi ensuite : Accueil général ; réception au guichet 10 h 17 ; renseignement donné',
    ])
    expect(table('Qui est passé avant vous en étant arrivé après vous')).toEqual([
      'priorité prévue par la loi | 2 fois',
      'appel hors de l’ordre, motivé par l’agent | 1 fois',
    ])
    expect(table('Vos documents')).toEqual([
      'Récépissé de dépôt, n° RD-2026-318, 3 mars 2026, 10 h 01 | 7KQ2M-9XP4T',
      'Attestation de passage, n° AP-2026-41, 3 mars 2026, 10 h 02 | ABCDE-12345 ; ne vaut plus : voir n° AP-2026-42',
    ])
    const text = said(passage)
    for (const words of ['Journal : fait n° 412, empreinte b5b5', passage.chain.publicKey])
      expect(text).toContain(words)
    expect(lacks(passage)).toEqual([])
  })

  test('tells a return to the line of the same service as one, not as a redirection', () => {
    const step = { seq: 1, at: issuedAt as Instant, is: 'transferred', service: 'Titres' } as const
    const text = (back: object) => said({ ...passage, steps: [{ ...step, ...back }] })
    expect(text({ back: true })).toContain('Retour dans la file, au même rang : Titres')
    expect(text({ back: true })).not.toContain('Réorientation')
    expect(text({})).toContain('Réorientation, au même rang : Titres')
  })

  test('says so where nobody passed before and nothing was issued', () => {
    const text = said({ ...passage, overtakes: [], documents: [] })
    expect(text).toContain('nul n’a été appelé avant vous en étant arrivé après vous')
    expect(text).toContain('Aucun document n’a été émis.')
  })

  test('is not issued without its place in the journal and the key, nor empty', () => {
    expect(lacks({ ...passage, chain: { ...passage.chain, hash: 'x' } })).toEqual(['chain'])
    expect(lacks({ ...passage, chain: { ...passage.chain, publicKey: '' } })).toEqual(['chain'])
    expect(lacks({ ...passage, steps: [] })).toEqual(['presence'])
  })

  test('its code bears the number, the hour and the subject, and nothing of what happened', () => {
    const { code } = issue(passage)
    expect(code).toContain('MP-2026-1')
    expect(code).not.toMatch(/Guichet 2|RD-2026/)
  })
})

describe('an attestation on request', () => {
  const asked = (presence: NonNullable<ReturnType<typeof someFacts>['presence']>) =>
    said(someFacts({ kind: 'attestation', outcome: 'notServed', receivedAt: null, presence }))

  test('of who still waits does not say that they were not received', () => {
    const text = asked({ stage: 'waiting', until: null, fault: null })
    expect(text).toContain('la personne attend son tour')
    expect(text).toContain('présence en cours')
    expect(text).not.toContain('non reçu ce jour')
  })

  test('of who left says when they were last seen and by whose doing', () => {
    const text = asked({ stage: 'left', until: (issuedAt - 300_000) as Instant, fault: 'person' })
    expect(text).toContain('présence constatée jusqu’à 10 h 16')
    const before = asked({ stage: 'left', until: (issuedAt - 86_400_000) as Instant, fault: 'person' })
    expect(before).toMatch(/présence constatée jusqu’au \d+(er)? \p{L}+ 2026, 10 h 21/u)
    expect(text).toContain('Non-réception du fait de la personne.')
  })
})
