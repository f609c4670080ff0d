import type { Page } from '@playwright/test'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { everyWay } from '../look.ts'
import {
  answer,
  askedInVain,
  checklist,
  chooseProcedure,
  pieceLine,
  rightColumn,
  takeBack,
  tickLine,
} from './procedurePages.ts'
import { act, heldByFirstAgent, receiveNext } from '../reception.ts'

// Each procedure of the catalogue at a real counter, by keyboard alone: its main case, and one trap.

type Story = {
  readonly title: string
  /** What is typed to find it. */
  readonly typed: string
  /** The interview, option by option; eight figures for a date. */
  readonly answers: readonly string[]
  /** Asked of this person, at the end of the interview. */
  readonly asked?: readonly string[]
  /** Not to be asked. */
  readonly struck?: readonly string[]
  /** At a glance in the right column. */
  readonly due?: readonly string[]
  readonly trap: (page: Page) => Promise<void>
}

const certified = (page: Page) => askedInVain(page, 'copie certifiée conforme', /R113-10/)
const domicile = (page: Page) => askedInVain(page, 'justificatif de domicile', /CRPA|circulaire|R113-8/)
/** All that is due, whole, says this. */
const wholeSays =
  (...said: readonly (string | RegExp)[]) =>
  async (page: Page) => {
    await press(page, 'KeyB')
    const whole = page.getByRole('region', { name: 'Démarche' })
    await expect(whole.getByRole('heading', { name: 'Ce qui est dû' })).toBeFocused()
    for (const text of said) await expect(whole.getByText(text).first()).toBeVisible()
    await press(page, 'KeyB')
    await expect(checklist(page)).toBeVisible()
  }

const stories: Readonly<Record<string, Story>> = {
  'attestation-accueil': {
    title: 'Attestation d’accueil',
    typed: 'attestation',
    answers: ['Français', 'Propriétaire', 'Un adulte'],
    asked: ['Titre de propriété ou taxe foncière', 'Timbre fiscal'],
    due: ['Payer 30,00'],
    trap: (page) => askedInVain(page, 'attestation d’assurance du visiteur', /à côté|CESEDA|L313|R313/i),
  },
  c2s: {
    title: 'Complémentaire santé solidaire',
    typed: 'complementaire',
    answers: ['Oui, la même demande suffit', 'Oui'],
    asked: ['Demande de RSA'],
    struck: ['Avis d’imposition'],
    due: ['Silence : acceptation après 2 mois'],
    trap: domicile,
  },
  'carte-grise': {
    title: 'Changement d’adresse sur la carte grise',
    typed: 'carte grise',
    answers: [
      'Propriétaire',
      'AB-123-CD, premier à troisième changement',
      'Le propriétaire',
      'À son nom',
      '01032026',
    ],
    due: ['1er avril 2026'],
    // Moved two months ago: the month is past, and the page says so.
    trap: async (page) => {
      await takeBack(page, '01/03/2026')
      await answer(page, '05012026')
      await expect(rightColumn(page).getByText('En retard').first()).toBeVisible()
    },
  },
  cni: {
    title: 'Carte nationale d’identité',
    typed: 'carte nat',
    answers: ['Majeure', 'Présentée', 'Oui', 'Chez elle'],
    asked: ['Ancienne carte', 'Photo de moins de 6 mois', 'Justificatif de domicile'],
    struck: ['Acte de naissance'],
    due: ['Venir retirer la carte', 'La mairie reçoit le dossier', 'Silence : rejet après 2 mois'],
    trap: certified,
  },
  'copie-acte': {
    title: 'Copie ou extrait d’acte d’état civil',
    typed: 'copie',
    answers: ['Décès'],
    due: ['Silence : à préciser'],
    trap: (page) => askedInVain(page, 'raison de la demande', /2017-890/),
  },
  deces: {
    title: 'Déclaration de décès',
    typed: 'déclaration de déc',
    answers: ['Un parent, ou une personne bien renseignée', 'Non'],
    asked: ['Certificat de décès'],
    struck: ['Pièce d’identité du déclarant'],
    trap: wholeSays('un usage, jamais un motif de refus'),
  },
  elections: {
    title: 'Inscription sur la liste électorale',
    typed: 'liste elec',
    answers: [
      'L’électeur',
      'Aucun',
      'Carte d’identité ou passeport français',
      'Elle y habite, ou y réside depuis six mois',
      'À son nom',
    ],
    asked: ['Carte d’identité ou passeport', 'Justificatif de domicile, moins de 3 mois'],
    due: ['5 mars 2026'],
    trap: (page) => askedInVain(page, 'signature légalisée', /R113-5/),
  },
  impots: {
    title: 'Déclaration de revenus',
    typed: 'revenus',
    answers: ['À faire avant la date limite'],
    asked: ['Déclaration sur papier, signée'],
    struck: ['Justificatifs des revenus et des charges'],
    trap: domicile,
  },
  'inscription-scolaire': {
    title: 'Inscription à l’école',
    typed: 'ecole',
    answers: ['Celle du secteur', 'Oui'],
    asked: ['Attestation sur l’honneur du domicile'],
    trap: (page) => askedInVain(page, 'facture EDF', /D131-3-1/),
  },
  legalisation: {
    title: 'Légalisation de signature',
    typed: 'legalisation',
    answers: ['Oui', 'Une pièce d’identité avec signature'],
    asked: ['Document à signer', 'Pièce d’identité où figure la signature'],
    trap: domicile,
  },
  naissance: {
    title: 'Déclaration de naissance',
    typed: 'naissance',
    answers: ['01032026', 'Mariés', 'Oui', 'Non'],
    asked: ['Certificat d’accouchement', 'Livret de famille'],
    due: ['6 mars 2026'],
    // Out of time: refused at the counter by the text, and a judgment is needed.
    trap: async (page) => {
      await takeBack(page, '01/03/2026')
      await answer(page, '02022026')
      await expect(rightColumn(page).getByText('En retard').first()).toBeVisible()
      // The birth to come is refused, in place.
      await takeBack(page, '02/02/2026')
      await page.keyboard.type('01092026')
      await expect(page.getByText('Cette date est à venir')).toBeVisible()
      await press(page, 'Escape')
    },
  },
  pacs: {
    title: 'Pacte civil de solidarité (Pacs)',
    typed: 'pacs',
    answers: ['Oui, tous les deux', 'Oui', 'Oui'],
    asked: ['Convention signée des deux partenaires', 'Attestation sur l’honneur de résidence commune'],
    struck: ['Acte de naissance du premier partenaire', 'Justificatif de domicile'],
    trap: domicile,
  },
  paiement: {
    title: 'Payer au guichet',
    typed: 'payer',
    answers: ['Un produit de l’acte constitutif de cette régie', 'Carte, ou autre moyen prévu par l’acte'],
    asked: ['Facture, avis ou référence de la somme'],
    trap: (page) => askedInVain(page, 'preuve du lien de parenté', /civ/i),
  },
  passeport: {
    title: 'Passeport',
    typed: 'passeport',
    answers: ['Une personne majeure', 'Présenté', 'Oui', 'Chez elle', 'Entier'],
    asked: ['Ancien passeport', 'Timbre fiscal'],
    struck: ['Acte de naissance'],
    due: ['Payer 86,00'],
    trap: (page) => askedInVain(page, 'billet d’avion', /passeport|2005-1726|R113/i),
  },
  'prestations-familiales': {
    title: 'Prestations familiales (CAF, MSA)',
    typed: 'prestations',
    answers: ['Allocations familiales, ou autre prestation mensuelle', 'Oui'],
    asked: ['Livret de famille', 'Relevé d’identité bancaire'],
    trap: domicile,
  },
  'prime-activite': {
    title: 'Prime d’activité',
    typed: 'prime',
    answers: ['Oui', 'Salariée ou agente publique'],
    asked: ['Relevé d’identité bancaire'],
    trap: domicile,
  },
  recensement: {
    title: 'Recensement citoyen',
    typed: 'recensement',
    answers: ['10012010'],
    due: ['du 10 janvier 2026 au 30 avril 2026'],
    trap: (page) => askedInVain(page, 'un justificatif de domicile', /R113-8/),
  },
  'reclamation-fiscale': {
    title: 'Réclamation sur l’impôt',
    typed: 'reclamation',
    answers: ['La personne elle-même', '01032026'],
    asked: ['Avis d’impôt'],
    due: ['31 décembre 2028'],
    trap: domicile,
  },
  rsa: {
    title: 'RSA (revenu de solidarité active)',
    typed: 'rsa',
    answers: ['Oui', 'Oui', 'Oui', 'Oui, déclaré', '01032026'],
    asked: ['Livret de famille', 'Ressources des trois derniers mois'],
    trap: domicile,
  },
  sejour: {
    title: 'Titre de séjour',
    typed: 'sejour',
    answers: [
      'Renouvellement',
      'En ligne (téléservice)',
      'Vie privée et familiale',
      'Taux plein',
      '15052026',
    ],
    asked: ['Titre de séjour actuel'],
    // Three papers that are never taken for one another.
    trap: wholeSays(
      'Autorise la présence en France',
      'Ne justifie pas de la régularité du séjour',
      'N’autorise pas le séjour',
    ),
  },
  urbanisme: {
    title: 'Permis de construire, déclaration de travaux',
    typed: 'permis',
    answers: ['Déclaration préalable', 'Non', 'Non'],
    asked: ['Plan de situation du terrain'],
    trap: (page) => askedInVain(page, 'titre de propriété', /R431|urb/i),
  },
  autre: {
    title: 'Autre démarche',
    typed: 'autre',
    answers: [],
    due: ['Silence : à préciser', 'Accusé de réception : dû'],
    trap: async (page) => {
      await page.getByRole('textbox', { name: 'Ce qui est demandé' }).fill('Vide-grenier')
      await press(page, 'Escape', 'KeyJ')
      const field = page.getByRole('textbox', { name: 'Nom de la pièce présentée' })
      await expect(field).toBeFocused()
      await field.fill('copie certifiée conforme')
      await tabTo(page.getByRole('button', { name: 'La demander' }))
      await press(page, 'Enter')
      await expect(
        checklist(page)
          .getByText(/R113-10/)
          .last(),
      ).toBeVisible()
    },
  },
}

/**
 * By day one story of each way: of answering (a choice, a date, nothing), of what is shown (asked, struck, due, a price, a
 * silence) and of barring. What each procedure says is held by its own file of test/unit/law; by night each is lived here.
 */
const ofTheDay = ['attestation-accueil', 'cni', 'naissance', 'sejour', 'autre']

test('every procedure that is shipped has its story', () => {
  const ids = shippedCatalogue().procedures.map(({ procedureId }) => procedureId as string)
  expect(Object.keys(stories).toSorted()).toEqual([...new Set(ids)].toSorted())
  expect(Object.keys(stories)).toEqual(expect.arrayContaining(ofTheDay))
})

test('each procedure guides to its pieces, dates and both sides, and bars one unlawful way', async ({
  office,
  page,
}) => {
  test.setTimeout(170_000)
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  for (const [id, story] of Object.entries(stories)) {
    if (!everyWay && !ofTheDay.includes(id)) continue
    const { title, typed, answers, asked = [], struck = [], due = [], trap } = story
    await test.step(id, async () => {
      await chooseProcedure(page, typed, title)
      for (const said of answers) await answer(page, said)
      for (const piece of asked) await tickLine(page, piece)
      for (const piece of struck)
        await expect(checklist(page).getByText('Ne pas demander')).toContainText(piece.slice(1))
      for (const text of due) await expect(rightColumn(page).getByText(text).first()).toBeVisible()
      expect(await broken(page)).toEqual([])
      await trap(page)
    })
  }
})

test('a usual renewal is received in fewer than twelve keystrokes from « est là » to its printed receipt', async ({
  office,
  page,
}) => {
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  let pressed = 0
  const key = async (code: string, then: () => Promise<void>) => {
    pressed += 1
    await press(page, code)
    await then()
  }
  const presented = (title: string) => () => expect(pieceLine(page, title)).toContainText('Présentée')
  const asks = (question: string) => () => expect(page.getByRole('heading', { name: question })).toBeVisible()
  await key('KeyQ', presented('Pré-demande en ligne'))
  await key('KeyE', presented('Ancienne carte'))
  await key('KeyR', presented('Photo'))
  await key('KeyT', presented('Justificatif de domicile'))
  await key('Digit1', asks('L’ancienne carte est-elle valide'))
  // The proof of domicile says where the person lives.
  await key('Digit1', async () => {
    await expect(page.getByText('renouvellement, ancienne carte présentée')).toBeVisible()
    await expect(page.getByText('Facultatif')).toBeHidden()
  })
  await key('KeyI', () => expect(page.getByRole('button', { name: /Passeport/ })).toBeVisible())
  await key('Digit2', () => expect(rightColumn(page).getByText('Passeport').first()).toBeVisible())
  await key('F9', asks('Terminer : dossier déposé'))
  await key('Enter', () => expect(page.getByText('A 1 : dossier déposé.')).toBeVisible())
  await expect(page.getByText('Récépissé de dépôt').first()).toBeVisible()
  expect(pressed).toBeLessThan(12)
})
