import { describe, expect, it } from 'vitest'
import type { LocalDate, ProcedureId } from '../../../shared/contract/ids.ts'
import { law, typeset } from '../../../shared/messages/law/law.fr.ts'
import { spaced } from '../../../shared/messages/format/spaces.ts'
import { changedParts } from '../../../renderer/settings/law/changed.ts'
import { lawDraft, lawFrom, withBallot } from '../../../renderer/settings/law/lawDraft.ts'
import { packFrom } from '../../../renderer/settings/law/packForm.ts'
import {
  inReadingOrder,
  stateOf,
  toConfirmOnly,
  type VersionLine,
} from '../../../renderer/settings/law/versions.ts'
import { draftShown, proceduresView, procedureShown } from '../../fixtures/views.lawPages.ts'

const day = (text: string) => text as LocalDate
const procedure = (text: string) => text as ProcedureId
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('versions of procedures', () => {
  it('are in force, to come or ended on a day', () => {
    const states = proceduresView.procedures.map((line) => [
      `${line.procedureId} ${line.version}`,
      stateOf(line, proceduresView.today),
    ])
    expect(Object.fromEntries(states)).toEqual({
      'autre 1': 'inForce',
      'cni 1': 'ended',
      'cni 2': 'inForce',
      'cni 3': 'coming',
      'passeport 1': 'inForce',
    })
  })

  it('are read by title, the one in force first, « Autre démarche » at the end', () => {
    const shuffled: readonly VersionLine[] = proceduresView.procedures.toReversed()
    expect(
      inReadingOrder(shuffled, proceduresView.today).map((line) => `${line.procedureId} ${line.version}`),
    ).toEqual(['cni 2', 'cni 3', 'cni 1', 'passeport 1', 'autre 1'])
  })

  it('narrowed to what is to confirm, keep no verified rule and no empty part', () => {
    const left = toConfirmOnly(procedureShown.sections)
    expect(left.length).toBeGreaterThan(0)
    expect(left.length).toBeLessThan(procedureShown.sections.length)
    for (const { sentences } of left) {
      expect(sentences.length).toBeGreaterThan(0)
      expect(sentences.every(({ toConfirm }) => toConfirm)).toBe(true)
    }
    const count = (sections: typeof left) => sections.flatMap(({ sentences }) => sentences).length
    expect(count(left)).toBe(
      procedureShown.sections.flatMap(({ sentences }) => sentences).filter((one) => one.toConfirm).length,
    )
  })
})

describe('what changed between two sentences', () => {
  const marked = (parts: ReturnType<typeof changedParts>['after']) =>
    parts.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('')

  it.each([
    ['Photo : exigée.', 'Photo récente : exigée.', 'Photo : exigée.', 'Photo [récente ]: exigée.'],
    ['25 € si perdue', '30 € si perdue', '[25 ]€ si perdue', '[30 ]€ si perdue'],
    ['même phrase', 'même phrase', 'même phrase', 'même phrase'],
    ['a a b', 'a b', 'a [a ]b', 'a b'],
    ['', 'tout est neuf', '', '[tout est neuf]'],
  ])('between %j and %j, what changed alone is marked', (before, after, shownBefore, shownAfter) => {
    const parts = changedParts(before, after)
    expect([marked(parts.before), marked(parts.after)]).toEqual([shownBefore, shownAfter])
  })

  it('is never a word lost: both sentences stay whole', () => {
    const [a, b] = ['Exigée si la carte est perdue ou volée.', 'Exigée quand la carte est volée.']
    const parts = changedParts(a, b)
    expect([parts.before, parts.after].map((side) => side.map(({ text }) => text).join(''))).toEqual([a, b])
  })
})

describe('the law’s settings as they are typed', () => {
  const kept = {
    exchanges: ['comedec'],
    ballots: [day('2027-04-11')],
    remedies: [{ procedureId: procedure('cni'), authority: 'Préfecture, Melun', court: null }],
    regulations: [
      {
        title: 'Règlement des terrasses',
        number: '2024-7',
        date: day('2024-02-01'),
        procedureId: procedure('autre'),
        piece: 'Plan de la terrasse',
      },
    ],
  }

  it('come back as they were', () => expect(lawFrom(lawDraft(kept))).toEqual(kept))

  it('an address left empty is none, and a procedure without any is not named', () => {
    const draft = lawDraft(kept)
    const remedies = { ...draft.remedies, cni: { authority: '  ', court: ' ' } }
    expect(lawFrom({ ...draft, remedies }).remedies).toEqual([])
    const court = { ...draft.remedies, pacs: { authority: '', court: ' Tribunal judiciaire ' } }
    expect(lawFrom({ ...draft, remedies: court }).remedies).toContainEqual({
      procedureId: 'pacs',
      authority: null,
      court: 'Tribunal judiciaire',
    })
  })

  it('a ballot is a day, once, in order; anything else is said', () => {
    expect(withBallot([day('2027-04-11')], '2026-06-07')).toEqual(['2026-06-07', '2027-04-11'])
    expect(withBallot([day('2027-04-11')], '2027-04-11')).toEqual(['2027-04-11'])
    for (const typed of ['', '2027-02-30', 'demain']) expect(withBallot([], typed)).toBeNull()
  })
})

describe('the package of a draft', () => {
  it('needs a first day, a review after it and who answers', () => {
    const words = law.drafts
    const whole = { from: '2026-04-01', reviewBy: '2027-04-01', issuer: ' Service juridique ' }
    expect(packFrom(whole)).toEqual({ input: { ...whole, issuer: 'Service juridique' } })
    expect(packFrom({ from: '', reviewBy: '', issuer: ' ' })).toEqual({
      wrong: { from: words.wrongDate, reviewBy: words.wrongDate, issuer: words.wrongIssuer },
    })
    expect(packFrom({ ...whole, reviewBy: '2026-04-01' })).toEqual({ wrong: { reviewBy: words.wrongOrder } })
  })

  it('what is validated and what waits are told apart in each part of a draft', () => {
    const parts = draftShown.sections.flatMap((section) => section.parts)
    expect(new Set(parts.map(({ validated }) => validated === null))).toEqual(new Set([true, false]))
  })
})

describe('French typography', () => {
  it('spaces never break where they must not, and no letter moves: marks keep their places', () => {
    const text = 'À « Pour qui », la réponse est « Majeure » ; sinon : rien !'
    expect(spaced(text)).toHaveLength(text.length)
    expect(plain(spaced(text))).toBe(text)
    expect(spaced(text)).toContain('«\u00a0Majeure\u00a0»\u00a0; sinon\u00a0: rien\u00a0!')
  })

  it('days are said in words', () =>
    expect(plain(typeset('DILA, du 2020-07-01.'))).toBe('DILA, du 1er juillet 2020.'))

  it('words agree with their numbers', () => {
    expect(plain(law.rules.toConfirmCount(1))).toBe('1 règle à confirmer')
    expect(plain(law.packages.situations(0, 1))).toBe(
      '1 situation essayée : aucune liste de pièces ne change.',
    )
    expect(plain(law.packages.situations(3, 40))).toBe(
      '40 situations essayées : la liste de pièces change dans 3.',
    )
    expect(plain(law.drafts.validateSection(1))).toBe('Valider la partie')
    expect(plain(law.drafts.validateSection(12))).toBe('Valider les 12 parties')
  })
})
