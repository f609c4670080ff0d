import { describe, expect, test } from 'vitest'
import { sheetHtml } from '../../../electron/printing/sheet.ts'
import type { ObligationsPaper, Paper } from '../../../shared/contract/documents/papers.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { obligationsPaper } from '../../fixtures/papers.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// Both sides' sheet, given to the person: what it says, in both layouts, and what the host puts in it.

const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
const a4 = (paper: Paper): string =>
  sheetHtml({ paper, title: 'Fiche', reprint: false }, 'a4').html.replace(/<head>[\s\S]*<\/head>/, '')
const a4Text = (paper: Paper): string =>
  plain(
    a4(paper)
      .replace(/<\/?span[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' '),
  )
const texts = (paper: Paper) =>
  thermalPaper(paper, { reprint: false }).filter((block) => block.block === 'text')
const thermalText = (paper: Paper): string =>
  plain(
    texts(paper)
      .map(({ text }) => text)
      .join(' '),
  )
const sheet = (change: Partial<ObligationsPaper> = {}): Paper => ({
  of: 'obligations',
  obligations: { ...obligationsPaper.obligations, ...change },
})

describe.each([
  ['A4', a4Text],
  ['80 mm', thermalText],
] as const)('on %s', (_, draw) => {
  test('it says what to bring, what each side owes, by when, and what can be done after', () => {
    const said = draw(sheet())
    for (const fact of [
      'Ce que chacun doit faire',
      'Carte nationale d’identité, renouvellement',
      'ou Pré-demande en ligne, déjà montré',
      'ou Formulaire rempli au guichet',
      'Photo de moins de 6 mois, manque encore. Conforme aux normes.',
      'Acte de naissance : une administration l’a déjà.',
      'Copie certifiée conforme : personne ne peut vous le demander.',
      'Venir retirer la carte sous 3 mois. Sinon détruite.',
      'Payer 25,00 €. La carte perdue n’est pas présentée.',
      'Retirer la carte : au plus tard le 3 juin 2026',
      'Recevoir le dépôt, même incomplet',
      'C’est le préfet qui décide : nous ne pouvons pas la refuser.',
      'pendant 2 mois vaut décision de rejet.',
      'Écrire au préfet, ou au tribunal administratif',
      'Récépissé de dépôt : prouve la date de la demande.',
      'Décret n° 55-1397, art. 4',
      'cni, version 1 du 1er janvier 2024, empreinte abababababab',
      '01 60 00 00 00',
    ])
      expect(said).toContain(fact)
  })

  test('it says no doubt of a reading, and cites as every paper does', () => {
    const texts = [
      { about: 'Certificat', sources: ['fiche F961', 'CRPA R113-5'], toConfirm: true },
    ] satisfies ObligationsPaper['texts']
    const said = draw(sheet({ texts }))
    expect(said).toContain('service-public.gouv.fr, fiche F961 ; CRPA, art. R113-5')
    expect(said).not.toContain('à confirmer')
  })

  test('a recourse that no text bounds is said to be so', () => {
    const remedy = { title: 'Président du tribunal judiciaire', detail: null }
    expect(draw(sheet({ remedy: { ...remedy, noDelay: true } }))).toContain(
      'Président du tribunal judiciaire Aucun texte ne fixe de délai pour ce recours.',
    )
    expect(draw(sheet({ remedy: { ...remedy, noDelay: false } }))).not.toContain('Aucun texte')
  })

  test('a date that is past is said, the right to error before what it costs', () => {
    const said = draw(sheet())
    expect(said).toContain('Déclarer : au plus tard le 1er mars 2026. Cette date est passée.')
    const error = said.indexOf('Vous pouvez corriger une erreur')
    expect(error).toBeGreaterThan(0)
    expect(error).toBeLessThan(said.indexOf('Une amende peut être demandée'))
  })

  test('where nothing is paid, asked or decided it says so, and no part is empty', () => {
    const said = draw(
      sheet({
        bring: [],
        notToBring: [],
        dates: [],
        ifLate: [],
        rightToError: null,
        remedy: null,
        fee: { cents: 0, why: '' },
        delivers: [],
        texts: [],
      }),
    )
    expect(said).toContain('Rien à apporter.')
    expect(said).toContain('C’est gratuit.')
    expect(said).toContain('Ici, personne ne prend de décision à contester.')
    expect(said).not.toMatch(/Les dates|Si vous vous êtes trompé|Ce que vous recevrez|Les textes/)
  })
})

test('what concerns the person is in large letters, the texts in ordinary ones', () => {
  const html = a4(sheet())
  const large = html.slice(html.indexOf('class="largeType"'), html.indexOf('Les textes'))
  expect(large).toContain('Photo de moins de 6 mois')
  const sizeOf = (start: string) => texts(sheet()).find(({ text }) => text.startsWith(start))?.size
  expect(sizeOf('Ce que vous apportez')).toBe(2)
  expect(sizeOf('Les textes')).toBe(1)
})

describe('what the host puts in it', () => {
  const begin = (lang?: 'en') => {
    const pure = PureOffice.school(Date.UTC(2026, 2, 3, 9, 42))
    pure.act('day.open', {}, 'supervisor')
    pure.act('ticket.take', { serviceId: 'titres', procedureId: 'cni', ...(lang && { lang }) }, 'kiosk')
    pure.act('counter.open', { counterId: '1' }, 'agent1')
    pure.act('ticket.callNext', {}, 'agent1')
    pure.act('ticket.start', {}, 'agent1')
    return pure
  }
  const printed = (pure: PureOffice): ObligationsPaper => {
    const done = pure.act('obligations.print', {}, 'agent1')
    if ('refusal' in done) throw new Error(done.refusal)
    return done.output.paper
  }
  const note = (pure: PureOffice, patch: object) => {
    const done = pure.act('sheet.update', patch, 'agent1')
    if ('refusal' in done) throw new Error(done.refusal)
  }

  test('the pieces as they stand at the counter, and none that may not be asked', () => {
    const pure = begin()
    note(pure, {
      answers: { personne: 'majeure', 'ancienne-carte': 'présentée', 'validite-carte': 'oui' },
      pieces: [
        { pieceId: 'pre-demande', state: 'presented' },
        { pieceId: 'photo', state: 'missing' },
      ],
    })
    const { bring, notToBring } = printed(pure)
    const stateOf = (title: string) => bring.find((piece) => piece.title.startsWith(title))?.state
    expect(stateOf('Pré-demande')).toBe('given')
    expect(stateOf('Photo')).toBe('missing')
    expect(stateOf('Justificatif de domicile')).toBe('toBring')
    expect(notToBring).toContainEqual({ title: 'Copie certifiée conforme', why: 'forbidden' })
    expect(bring.map(({ title }) => title)).not.toContain('Copie certifiée conforme')
  })

  test('what only some cases need is left out while the case is not known', () => {
    const titles = printed(begin()).bring.map(({ title }) => title)
    expect(titles).toContain('Photo de moins de 6 mois')
    expect(titles).not.toContain('Déclaration de vol')
  })

  test('a declaration is addressed to somebody, but one that may be opposed says who decides', () => {
    const pure = begin()
    note(pure, { procedureId: 'impots' })
    expect(printed(pure).declared).toBe(true)
    note(pure, { procedureId: 'urbanisme', answers: { genre: 'déclaration' } })
    expect(printed(pure)).not.toHaveProperty('declared')
    expect(a4Text({ of: 'obligations', obligations: printed(pure) })).toContain('Qui décide :')
  })

  test('it is no act: nothing is journaled, and it comes out where the counter prints', () => {
    const pure = begin()
    const before = pure.recorded.length
    printed(pure)
    expect(pure.recorded).toHaveLength(before)
    expect(pure.jobs.at(-1)?.paper.of).toBe('obligations')
  })

  test('in another language, no piece is asked of a mother who asked for secrecy (CASF L222-6)', () => {
    const pure = begin('en')
    note(pure, { procedureId: 'naissance' })
    const things = printed(pure).spoken?.bring ?? []
    const identity = things.find((thing) => thing.includes('identity document'))
    expect(identity).toBe('Each parent’s identity document. Never that of a mother who asked for secrecy')
    // Once something of the case is known, what is asked of most says nothing of it.
    for (const answers of [{ parents: 'secret' }, { 'jour-accouchement': '2026-03-02', parents: 'secret' }]) {
      note(pure, { answers })
      expect(printed(pure).spoken).toMatchObject({ subject: 'Registering a birth', bring: [] })
    }
  })

  test('without a procedure there is nothing to say', () => {
    const pure = begin()
    note(pure, { procedureId: null })
    expect(pure.act('obligations.print', {}, 'agent1')).toMatchObject({ refusal: 'unknownProcedure' })
  })
})
