import type { Page } from '@playwright/test'
import { usualScreen } from '../../../shared/contract/media/screens.ts'
import { chimesOf, countChimes } from '../media/chimes.ts'
import { expect, test } from '../fixture.ts'
import { journalOf } from '../journal.ts'
import { press, tabTo } from '../keyboard.ts'
import { everyWay } from '../look.ts'
import { broken } from '../../fixtures/axe.ts'
import { button, heading } from '../pages.ts'
import { act, piece, tick } from '../reception.ts'

/** Answers the question that is asked. */
async function answer(page: Page, question: string, key: string): Promise<void> {
  await expect(heading(page, question)).toBeVisible()
  await press(page, key)
  await expect(heading(page, question)).toBeHidden()
}

test('three people are received from the opening of the day to its closing, by keyboard alone', async ({
  shell,
  office,
  windows,
  page: counter,
  open,
}) => {
  test.setTimeout(120_000)
  const accessible = async (page: Page) => expect(await broken(page)).toEqual([])
  await windows.context.addInitScript(countChimes)
  const supervision = await open('supervision')
  const display = await open('display')
  const kiosk = await open('kiosk')
  // The second call of someone who does not come stays; the delay after it is tried by a whole day.
  await act(office, 'supervisor', 'rules.set', { rules: { absentDelaySeconds: 0 } })
  // By day a call is a chime: its words, which a recall waits for, are heard in `voice`.
  const settings = { ...usualScreen, voice: everyWay }
  await act(office, 'admin', 'screen.set', { stationId: null, settings })

  await test.step('the supervisor opens the day', async () => {
    await tabTo(button(supervision, 'Ouvrir la journée'))
    await press(supervision, 'Enter')
    await expect(button(supervision, 'Fermer la journée')).toBeVisible()
    await expect(display.getByText('Prenez un ticket')).toBeVisible()
  })

  await test.step('three people take a ticket at the kiosk', async () => {
    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeFocused()
    await tabTo(button(kiosk, /^Titres d’identité/))
    await press(kiosk, 'Enter')
    await expect(heading(kiosk, 'Titres d’identité')).toBeFocused()
    await accessible(kiosk)
    await tabTo(button(kiosk, /^Carte nationale d’identité/))
    await press(kiosk, 'Enter')
    await tabTo(button(kiosk, 'Prendre le ticket quand même'))
    await press(kiosk, 'Enter')
    await expect(kiosk.getByRole('status')).toHaveText('A 1')
    await tabTo(button(kiosk, 'J’ai noté mon numéro'))
    await press(kiosk, 'Enter')

    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeFocused()
    await press(kiosk, 'Digit1')
    await expect(heading(kiosk, 'Titres d’identité')).toBeFocused()
    // The way back is a key too.
    await press(kiosk, 'Escape')
    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeFocused()
    await press(kiosk, 'Digit1')
    await expect(heading(kiosk, 'Titres d’identité')).toBeFocused()
    await press(kiosk, 'Digit1')
    await expect(kiosk.getByText('personne attend avant vous')).toBeVisible()
    await accessible(kiosk)
    // A keypad without Tab: the arrows go round the same buttons.
    await press(kiosk, 'ArrowDown')
    await expect(button(kiosk, 'Prendre le ticket quand même')).toBeFocused()
    await press(kiosk, 'Enter')
    await expect(kiosk.getByRole('status')).toHaveText('A 2')
    await press(kiosk, 'Escape')

    await tabTo(button(kiosk, /^Titres d’identité/))
    await press(kiosk, 'Enter')
    await tabTo(button(kiosk, /^Passeport/))
    await press(kiosk, 'Enter')
    await tabTo(button(kiosk, 'Prendre le ticket quand même'))
    await press(kiosk, 'Space')
    await expect(kiosk.getByRole('status')).toHaveText('A 3')
    await expect(kiosk.getByText('2 personnes attendent avant vous.')).toBeVisible()
    await press(kiosk, 'Escape')
  })

  await test.step('an agent says who they are and takes a counter', async () => {
    if (shell === 'electron') {
      await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
      await accessible(counter)
      await press(counter, 'Digit1')
    }
    await expect(heading(counter, 'Quel guichet tenez-vous')).toBeVisible()
    await press(counter, 'Digit2')
    await expect(heading(counter, 'Guichet 2')).toBeVisible()
    await expect(counter.getByText('Samira Belkacem')).toBeVisible()
    await expect(button(counter, 'Appeler A 1')).toBeFocused()
  })

  await test.step('the first person is called; the waiting room sees and hears it once', async () => {
    await press(counter, 'F2')
    await expect(button(counter, 'Est là').first()).toBeFocused()
    await expect(display.locator('section[aria-live]')).toHaveText('A 1Guichet 2')
    await expect.poll(() => chimesOf(display)).toBe(1)
    await press(counter, 'F3')
    await expect(counter.getByText('2 appels')).toBeVisible()
    // By night the words of the first call are heard to their end before the recall's chime.
    await expect.poll(() => chimesOf(display), { timeout: 20_000 }).toBe(2)
    await press(counter, 'F5')
    await expect(heading(counter, 'A 1')).toBeFocused()
  })

  await test.step('a renewal is complete: its récépissé has a number and is shown', async () => {
    await press(counter, 'KeyV', 'Digit1')
    await expect(counter.locator('main h2 + div').first().getByText('Pour soi-même')).toBeVisible()
    // A letter that may begin a scan is a hand's once a moment has passed.
    const titles = button(counter, /Permis de conduire/)
    await press(counter, 'KeyI')
    await expect(titles).toBeVisible()
    // The keyboard is in the name once the title is said: Escape gives the figures back.
    await press(counter, 'Digit1', 'Escape', 'Digit8')
    await expect(counter.getByText('Vérifiée', { exact: true }).first()).toBeVisible()
    await press(counter, 'KeyI')
    await expect(titles).toBeHidden()
    await answer(counter, 'La carte est-elle pour une personne majeure ou mineure', 'Digit1')
    // The former card, ticked, answers its own question.
    await tick(counter, 'Ancienne carte', 'KeyE')
    await answer(counter, 'L’ancienne carte est-elle valide', 'Digit1')
    await answer(counter, 'Logement de la personne', 'Digit1')
    await expect(button(counter, 'Les textes de cette démarche')).toBeVisible()
    await expect(counter.getByText('renouvellement, ancienne carte présentée')).toBeVisible()
    await tick(counter, 'Pré-demande en ligne', 'KeyQ')
    await tick(counter, 'Photo de moins de 6 mois', 'KeyR')
    await tick(counter, 'Justificatif de domicile', 'KeyT')
    await expect(counter.getByText('Prêt : 4 pièces présentées')).toBeVisible()
    await press(counter, 'F9')
    await expect(counter.getByRole('radio', { name: /Déposé/ })).toBeFocused()
    await accessible(counter)
    await press(counter, 'Enter')
    await expect(counter.getByText('A 1 : dossier déposé.')).toBeVisible()
    await expect(counter.getByText('RD-2026-1')).toBeVisible()
    await press(counter, 'KeyD', 'Digit1')
    const paper = counter.frameLocator('iframe')
    await expect(paper.getByText('N° RD-2026-1')).toBeVisible()
    await expect(paper.getByRole('heading', { name: 'Récépissé de dépôt' })).toBeVisible()
    await expect(paper.getByText('Justificatif de domicile, moins d’un an')).toBeVisible()
    await expect(paper.getByText('Reçu par Samira Belkacem')).toBeVisible()
    await press(counter, 'Escape', 'Escape')
  })

  await test.step('a piece lacks: the récépissé of what was filed says which', async () => {
    await press(counter, 'F2')
    await expect.poll(() => chimesOf(display)).toBe(3)
    await expect(display.locator('section[aria-live]')).toHaveText('A 2Guichet 2')
    await expect(button(counter, 'Est là').first()).toBeFocused()
    await press(counter, 'F5')
    await expect(heading(counter, 'A 2')).toBeFocused()
    await tick(counter, 'Pré-demande en ligne', 'KeyQ')
    await tick(counter, 'Ancienne carte', 'KeyE')
    await tick(counter, 'Photo de moins de 6 mois', 'KeyR')
    await press(counter, 'KeyT', 'KeyT')
    await expect(piece(counter, 'Justificatif de domicile')).toContainText('Manquante')
    await press(counter, 'F9')
    await expect(counter.getByRole('radio', { name: /Incomplet/ })).toBeFocused()
    await press(counter, 'Digit1', 'F9')
    await expect(counter.getByText('A 2 : dossier incomplet.')).toBeVisible()
    await press(counter, 'KeyD')
    await tabTo(button(counter, 'Afficher').first())
    await press(counter, 'Enter')
    const paper = counter.frameLocator('iframe')
    await expect(paper.getByText('N° RD-2026-2')).toBeVisible()
    await expect(paper.getByRole('heading', { name: 'Il manque 1 pièce' })).toBeVisible()
    await press(counter, 'Escape', 'Escape')
  })

  await test.step('the third person does not come', async () => {
    await press(counter, 'Enter')
    await expect.poll(() => chimesOf(display)).toBe(4)
    await expect(button(counter, /Absent.*encore 1 appel/).first()).toBeDisabled()
    await press(counter, 'F4', 'F3')
    await expect(heading(counter, /^Appelé à .*2 appels$/)).toBeVisible()
    await expect.poll(() => chimesOf(display), { timeout: 20_000 }).toBe(5)
    await press(counter, 'F4')
    await expect(heading(counter, 'Personne n’attend')).toBeVisible()
    await press(counter, 'KeyX')
    await expect(heading(counter, 'Quel guichet tenez-vous')).toBeVisible()
  })

  await test.step('the supervision has the figures, and the day closes', async () => {
    const services = supervision.getByRole('table', { name: 'Services, aujourd’hui' })
    const titres = services.getByRole('row', { name: 'Titres d’identité' }).getByRole('cell')
    // Who waits; median and nine in ten; received, left, absent, not received, at risk; an act.
    await expect(titres).toHaveText(['0', /min$/, /min$/, '2', '0', '1', '0', '0', 'Fermer'])
    await expect(heading(supervision, 'Absents à l’appel (1)')).toBeVisible()
    await accessible(supervision)
    await accessible(display)
    await tabTo(button(supervision, 'Fermer la journée'))
    await press(supervision, 'Enter')
    await expect(button(supervision, 'Oui, fermer la journée')).toBeFocused()
    await press(supervision, 'Enter')
    await expect(heading(supervision, 'La journée n’est pas ouverte')).toBeVisible()
    await expect(heading(kiosk, 'L’accueil est fermé')).toBeVisible()
    await expect.poll(() => chimesOf(display)).toBe(5)
  })

  await test.step('the journal holds each act once, and its chain', async () => {
    const journal = await journalOf(office.dataDir)
    // The kiosk asks at an hour of its own for the series that it numbers by without its host.
    const acts = journal.map(({ type }) => type).filter((type) => type !== 'seriesLent')
    expect(acts).toEqual(
      [
        [
          'officeCreated',
          'rulesSet',
          'screenSet',
          'dayOpened',
          'ticketTaken',
          'ticketTaken',
          'ticketTaken',
          'counterOpened',
        ],
        ['ticketCalled', 'ticketRecalled', 'visitStarted', 'documentIssued', 'fileOpened', 'visitClosed'],
        [
          'ticketCalled',
          'visitStarted',
          'documentIssued',
          'fileOpened',
          'filePiecesRequested',
          'visitClosed',
        ],
        ['ticketCalled', 'ticketRecalled', 'ticketAbsent', 'counterClosed', 'documentsClosed', 'dayClosed'],
      ].flat(),
    )
    const of = (type: string, field: string) =>
      journal.filter((event) => event.type === type).map(({ data }) => data[field])
    expect(of('ticketTaken', 'number')).toEqual(['A1', 'A2', 'A3'])
    expect(of('documentIssued', 'number')).toEqual(['RD-2026-1', 'RD-2026-2'])
    expect(of('visitClosed', 'outcome')).toEqual(['filed', 'incomplete'])
  })
})
