import type { Page } from '@playwright/test'
import type { Output } from '../../shared/contract/index.ts'
import { kiosk as kioskWords } from '../../shared/messages/public/kiosk.ts'
import { expect, test } from './fixture.ts'
import { frontPicture } from './frontPage.ts'
import { choose } from './queue/kioskPeople.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { act, ask, piece, receiveNext, tick } from './reception.ts'
import { openCounters, startTown, usualMorning, type Town } from './town.ts'

const { look, wrong } = openEye()
/** A person’s letters, in milliseconds from one to the next: a reader’s come all at once. */
const byHand = { delay: 80 }
/** The procedure among those that the counter can receive for. */
const choosing = (page: Page, procedure: string) =>
  page.getByRole('button', { name: new RegExp(`${procedure}$`) })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** On how many lines the kiosk’s own keyboard stands, on an upright screen. */
async function linesOfKeys(kiosk: Page): Promise<number> {
  await kiosk.setViewportSize({ width: 1080, height: 1920 })
  const tops = await kiosk
    .locator('[data-kind] button')
    .evaluateAll((keys) => keys.map((key) => key.getBoundingClientRect().top))
  await kiosk.setViewportSize({ width: 1280, height: 800 })
  return new Set(tops).size
}

/**
 * An open day with its counters held, and some two hundred people who wait: what of it is not so yet. They come by the
 * entrance: no kiosk gives so many tickets at once.
 */
async function crowd(town: Town): Promise<void> {
  const office = await ask<Output<'office.view'>>(town.host(), 'agent1', 'office.view')
  if (office.day === null) await act(town.host(), 'supervisor', 'day.open')
  if (office.counters.every(({ agentId }) => agentId === null)) await openCounters(town)
  const { total } = await ask<Output<'queue.view'>>(town.host(), 'agent1', 'queue.view')
  for (let taken = total; taken < 220; taken++)
    await act(town.host(), 'agent1', 'reception.take', {
      serviceId: ['titres', 'etat-civil', 'elections'][taken % 3],
    })
}

test.describe.serial('a training office, from before its opening to a crowd', () => {
  test.setTimeout(patience)
  let town: Town
  test.beforeAll(async () => {
    town = await startTown({ school: true, at: '2026-03-03T08:31:00+01:00' })
  })
  test.afterAll(() => town.stop())

  test('closed: each page says so, and what opens it', async () => {
    const supervision = await town.open('supervision')
    await expect(heading(supervision, 'La journée n’est pas ouverte')).toBeVisible()
    await look(supervision, 'supervision-closed')
    const kiosk = await town.open('kiosk')
    await expect(heading(kiosk, 'L’accueil est fermé')).toBeVisible()
    await look(kiosk, 'kiosk-closed')
    const display = await town.open('display')
    await expect(display.getByText('L’accueil est fermé')).toBeVisible()
    await look(display, 'display-closed')
    const reception = await town.open('reception')
    await expect(heading(reception, 'Accueil')).toBeVisible()
    await look(reception, 'reception-closed')
    const counter = await town.open('counter')
    await expect(heading(counter, 'Quel guichet tenez-vous')).toBeVisible()
    await look(counter, 'counter-choose')
    await press(counter, 'Digit2')
    await expect(heading(counter, 'La journée n’est pas ouverte')).toBeVisible()
    await look(counter, 'counter-closed')
    await act(town.host(), 'agent1', 'counter.close')
    for (const page of town.context.pages()) await page.close()
  })

  test('it is seen open and empty', async () => {
    await act(town.host(), 'supervisor', 'day.open')
    const kiosk = await town.open('kiosk')
    await expect(kiosk.getByText('Aucun guichet ouvert').filter({ visible: true }).first()).toBeVisible()
    await look(kiosk, 'kiosk-no-counter')
    await act(town.host(), 'agent1', 'counter.open', { counterId: '2' })
    const display = await town.open('display')
    await expect(display.getByText('Prenez un ticket')).toBeVisible()
    await look(display, 'display-empty')
    const supervision = await town.open('supervision')
    await expect(heading(supervision, 'Fermer la journée')).toBeVisible()
    await look(supervision, 'supervision-empty')
    const reception = await town.open('reception')
    await expect(reception.getByText('Personne n’attend').first()).toBeVisible()
    await look(reception, 'reception-empty')
    const counter = await town.open('counter')
    await expect(heading(counter, 'Personne n’attend')).toBeVisible()
    await look(counter, 'counter-nobody')
    for (const page of town.context.pages()) await page.close()
  })

  test('a usual morning is seen by the public', async () => {
    await usualMorning(town)
    const kiosk = await town.open('kiosk')
    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeVisible()
    await look(kiosk, 'kiosk-start', { closely: true })
    await press(kiosk, 'Digit1')
    await expect(heading(kiosk, 'Titres d’identité')).toBeFocused()
    await look(kiosk, 'kiosk-service')
    await press(kiosk, 'Digit1')
    await expect(heading(kiosk, 'Avez-vous avec vous')).toBeVisible()
    await look(kiosk, 'kiosk-bring')
    await frontPicture('borne')
    await press(kiosk, 'Tab', 'Tab')
    await kiosk.getByRole('button', { name: /^Prendre (mon|un) ticket/ }).press('Enter')
    await expect(heading(kiosk, 'Votre ticket')).toBeVisible()
    await look(kiosk, 'kiosk-ticket')
    await kiosk.getByRole('button', { name: 'Je pars' }).press('Enter')
    await expect(heading(kiosk, 'Vous partez sans attendre')).toBeVisible()
    await look(kiosk, 'kiosk-leaving')
    await kiosk.getByRole('button', { name: 'Oui, je pars' }).press('Enter')
    await expect(heading(kiosk, 'est noté')).toBeVisible()
    await look(kiosk, 'kiosk-left')
    await press(kiosk, 'Escape')
    await kiosk.getByRole('button', { name: 'English' }).press('Enter')
    await expect(heading(kiosk, kioskWords.en.choose)).toBeVisible()
    await look(kiosk, 'kiosk-english')
    // The longest list, where letters are wide and where one reads from the right.
    for (const [language, name] of [
      ['uk', 'kiosk-ukrainian'],
      ['ar', 'kiosk-arabic'],
    ] as const) {
      await choose(kiosk, kioskWords[language].language)
      await expect(heading(kiosk, kioskWords[language].choose)).toBeVisible()
      await look(kiosk, name, { closely: true })
      await press(kiosk, 'Digit4')
      await expect(heading(kiosk, kioskWords[language].choose)).toBeHidden()
      await look(kiosk, `${name}-service`, { closely: true })
      await press(kiosk, 'Escape')
      await expect(heading(kiosk, kioskWords[language].choose)).toBeVisible()
    }
    await choose(kiosk, 'Français')
    for (const [ways, question, name] of [
      [[/^J’ai une priorité/], 'Quelle est votre priorité', 'kiosk-priority'],
      [[/^J’ai rendez-vous/, /^Avec mon nom/], 'Quel est votre nom de famille', 'kiosk-name'],
      [['J’ai un ticket', /^Je suis de retour/], 'Quel est votre numéro', 'kiosk-number'],
      [['L’ordre des appels'], 'L’ordre des appels', 'kiosk-rule'],
      [[/^Titres/, /^Carte nationale/, 'Plusieurs personnes'], 'Pour combien de personnes', 'kiosk-requests'],
      [[/^Titres/, /^Carte nationale/, 'Aide sur place'], 'De quoi avez-vous besoin', 'kiosk-arrangements'],
    ] as const) {
      for (const way of ways) await choose(kiosk, way)
      await expect(heading(kiosk, question)).toBeVisible()
      await look(kiosk, name)
      if (name === 'kiosk-name') expect(await linesOfKeys(kiosk)).toBe(3)
      for (const _ of ways) await press(kiosk, 'Escape')
      await expect(heading(kiosk, 'Quelle est votre démarche')).toBeVisible()
    }
    await kiosk.close()

    const display = await town.open('display')
    await expect(display.locator('section').getByText('Guichet 1')).toBeVisible()
    // The services turn with the rest of what is to be said, ten seconds each.
    await expect(display.getByText('Titres d’identité')).toBeVisible({ timeout: 60_000 })
    await look(display, 'display-usual', { closely: true })
    await frontPicture('affichage')
    await display.close()
  })

  test('a kiosk that nobody touches asks before it goes back', async () => {
    const kiosk = await town.context.newPage()
    await kiosk.clock.install()
    await kiosk.goto(`${town.host().url}/#station=kiosk&token=${town.host().tokens['kiosk']}`)
    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeVisible()
    await press(kiosk, 'Digit1')
    await expect(heading(kiosk, 'Titres d’identité')).toBeFocused()
    await press(kiosk, 'Digit1')
    await expect(heading(kiosk, 'Avez-vous avec vous')).toBeVisible()
    await kiosk.clock.fastForward(61_000)
    await expect(heading(kiosk, 'Avez-vous besoin de plus de temps')).toBeVisible()
    await look(kiosk, 'kiosk-more-time')
    await kiosk.close()
  })

  test('a usual morning is seen at the counter', async () => {
    const counter = await town.open('counter')
    await expect(heading(counter, 'Usager suivant')).toBeVisible()
    await expect(counter.getByRole('button', { name: 'Appeler B 18' }).first()).toBeVisible()
    await look(counter, 'counter-free')
    await press(counter, 'KeyL', 'Enter')
    await expect(heading(counter, /avant son tour$/)).toBeVisible()
    await look(counter, 'counter-out-of-order')
    await press(counter, 'Escape', 'KeyP')
    await expect(heading(counter, 'Ne plus appeler à ce guichet')).toBeVisible()
    await look(counter, 'counter-pause')
    await press(counter, 'Digit2', 'KeyE', 'Enter')
    await expect(heading(counter, 'Hors guichet : courrier')).toBeVisible()
    await look(counter, 'counter-paused')
    await press(counter, 'KeyP')
    await expect(counter.getByRole('button', { name: 'Appeler B 18' }).first()).toBeVisible()
    await press(counter, 'F2')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await look(counter, 'counter-priority')
    await press(counter, 'Digit1')
    await expect(counter.getByText('preuve vue')).toBeVisible()
    await press(counter, 'F5')
    await expect(heading(counter, 'B 18')).toBeVisible()
    await press(counter, 'F7')
    await expect(heading(counter, 'Transférer B 18')).toBeVisible()
    await look(counter, 'counter-transfer')
    await press(counter, 'Escape', 'F8')
    await expect(counter.getByRole('button', { name: 'Appeler A 41' }).first()).toBeVisible()
    await press(counter, 'F2')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await look(counter, 'counter-calling')
    await press(counter, 'F5')
    await expect(heading(counter, 'A 41')).toBeVisible()
    await look(counter, 'counter-serving-begun')
    await press(counter, 'KeyV', 'Digit1')
    // Chosen, not offered: the choices are gone.
    await expect(counter.getByRole('button', { name: 'Pour soi-même' })).toHaveCount(0)
    await expect(counter.locator('main h2 + div').first().getByText('Pour soi-même')).toBeVisible()
    await press(counter, 'KeyI', 'Digit1', 'Escape', 'Digit8')
    await expect(counter.getByRole('checkbox', { name: 'Vérifiée' })).toBeChecked()
    await look(counter, 'counter-identity')
    await press(counter, 'KeyI')
    await tick(counter, 'Pré-demande en ligne', 'KeyQ')
    await tick(counter, 'Ancienne carte', 'KeyE')
    await tick(counter, 'Photo de moins de 6 mois', 'KeyR')
    await press(counter, 'Digit1')
    await expect(heading(counter, 'L’ancienne carte est-elle valide')).toBeVisible()
    await look(counter, 'counter-serving', { closely: true })
    await frontPicture('guichet')
    await press(counter, 'KeyP')
    await expect(counter.getByText('Pourquoi cette question')).toBeVisible()
    await look(counter, 'counter-why')
    await press(counter, 'KeyP', 'Digit1')
    await expect(heading(counter, 'Logement de la personne')).toBeVisible()
    await press(counter, 'Digit2')
    await expect(piece(counter, 'Attestation d’hébergement').first()).toBeVisible()
    const host = piece(counter, 'Domicile de qui héberge').first()
    // The list is the one that the answer made.
    await expect(host).toHaveText(/^Y/)
    await press(counter, 'KeyY')
    await expect(host).toContainText('Présentée')
    await press(counter, 'KeyY')
    await expect(host).toContainText('Manquante')
    await look(counter, 'counter-missing')
    await press(counter, 'KeyC')
    await expect(heading(counter, 'Démarche et cas')).toBeVisible()
    await look(counter, 'counter-case')
    await press(counter, 'Escape', 'KeyN')
    await counter.keyboard.type('Revient jeudi avec le justificatif')
    await look(counter, 'counter-note')
    await press(counter, 'F9')
    await expect(heading(counter, 'Terminer : dossier incomplet')).toBeVisible()
    await look(counter, 'counter-outcome')
    await press(counter, 'Enter')
    await expect(counter.getByText('A 41 : dossier incomplet.')).toBeVisible()
    await look(counter, 'counter-after')
    await press(counter, 'KeyD')
    await expect(heading(counter, 'Documents de ce guichet')).toBeVisible()
    await look(counter, 'counter-papers')
    await press(counter, 'Digit1')
    await expect(counter.frameLocator('iframe').getByText('RD-2026-1').first()).toBeVisible()
    await look(counter, 'counter-paper')
    await press(counter, 'Escape', 'Escape')
    // By arrival: a family is told something and goes for a photograph, then someone came for a service, not for a known procedure.
    await receiveNext(counter, 'A 42')
    await press(counter, 'F8')
    await expect(counter.getByText(/^Demande 2 sur 3/)).toBeVisible()
    await look(counter, 'counter-requests')
    await press(counter, 'F6')
    await expect(heading(counter, 'Mettre A 42 en attente')).toBeVisible()
    await look(counter, 'counter-park')
    await press(counter, 'Digit1', 'KeyE', 'Enter')
    await receiveNext(counter, 'B 17')
    await expect(counter.getByText('Démarche non choisie')).toBeVisible()
    await look(counter, 'counter-no-procedure')
    await choosing(counter, 'Autre démarche').press('Enter')
    await expect(counter.getByRole('textbox', { name: 'Ce qui est demandé' })).toBeFocused()
    await counter.keyboard.type('Autorisation de stationnement pour un déménagement', byHand)
    await press(counter, 'Escape', 'KeyJ')
    await counter.keyboard.type('Plan du véhicule', byHand)
    await press(counter, 'Enter')
    await expect(piece(counter, 'Plan du véhicule')).toContainText('Présentée')
    await look(counter, 'counter-other')
    await press(counter, 'F8')
    await expect(heading(counter, 'Usager suivant')).toBeVisible()
    await press(counter, 'F2')
    await expect(counter.getByText('Fauteuil roulant')).toBeVisible()
    await look(counter, 'counter-needs')
    await counter.close()
  })

  test('a usual morning is seen by those who manage', async () => {
    const supervision = await town.open('supervision')
    await expect(heading(supervision, 'Fermer la journée')).toBeVisible()
    await look(supervision, 'supervision-usual', { closely: true })
    await frontPicture('supervision')
    await supervision.getByRole('button', { name: 'Fermer la journée' }).press('Enter')
    await look(supervision, 'supervision-closing')
    await supervision.getByRole('button', { name: 'Oui, fermer la journée' }).press('Enter')
    await expect(heading(supervision, 'ne peut pas encore être fermée')).toBeVisible()
    await look(supervision, 'supervision-refused')
    for (const [section, name] of [
      ['Historique', 'supervision-history'],
      ['Règle de la file', 'supervision-rule'],
      ['Saisie et papiers', 'supervision-hand'],
    ] as const) {
      await supervision.getByRole('navigation').getByText(section).press('Enter')
      await expect(supervision.locator('[aria-current="page"]')).toHaveText(section)
      await look(supervision, name)
    }
    // What is entered by hand begins where its sentence does.
    const starts = await Promise.all(
      [supervision.getByText('Saisissez les passages'), supervision.getByLabel('Service')].map(async (one) =>
        Math.round((await one.boundingBox())?.x ?? -1),
      ),
    )
    expect(new Set(starts).size, starts.join(', ')).toBe(1)
    await supervision.close()
    const reception = await town.open('reception')
    await expect(heading(reception, 'Accueil')).toBeVisible()
    await look(reception, 'reception-usual', { closely: true })
    await frontPicture('accueil')
    await press(reception, 'KeyQ', 'Enter')
    await expect(reception.getByText('Ticket donné')).toBeVisible()
    await look(reception, 'reception-given')
    for (const [key, title] of [
      ['Digit3', 'Rendez-vous arrivé'],
      ['Digit4', 'Pièce apportée'],
      ['Digit5', 'Titre à retirer'],
    ] as const) {
      await press(reception, 'Escape', key)
      await expect(heading(reception, title)).toBeVisible()
      await look(reception, `reception-${key.toLowerCase()}`)
    }
    await reception.close()
    const administration = await town.open('administration')
    await expect(administration.getByRole('textbox', { name: 'Chercher un réglage' })).toBeVisible()
    await look(administration, 'administration-usual')
    await administration.close()
  })

  test('a crowd, then a host that is away', async () => {
    await crowd(town)
    const supervision = await town.open('supervision')
    await expect(supervision.getByText('de plus')).toBeVisible()
    await look(supervision, 'supervision-crowd')
    const reception = await town.open('reception')
    await expect(reception.getByText('personnes attendent')).toBeVisible()
    await look(reception, 'reception-crowd')
    const kiosk = await town.open('kiosk')
    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeVisible()
    await look(kiosk, 'kiosk-crowd')
    const counter = await town.open('counter')
    await expect(heading(counter, 'Appelé à')).toBeVisible()
    await press(counter, 'F5')
    await expect(counter.getByText('Accueil en cours')).toBeVisible()
    await expect(counter.getByRole('main')).toBeVisible()
    await look(counter, 'counter-crowd')
    const display = await town.open('display')
    await expect(display.locator('section[aria-live]')).toBeVisible()
    await town.host().kill()
    for (const [page, name] of [
      [counter, 'counter-away'],
      [supervision, 'supervision-away'],
      [reception, 'reception-away'],
    ] as const) {
      await expect(page.getByText('Hôte absent')).toBeVisible({ timeout: 60_000 })
      await look(page, name)
    }
    await expect(display.getByText('Un instant, s’il vous plaît')).toBeVisible()
    await look(display, 'display-away')
    // Cut off, it goes on by numbers of its own.
    await expect(kiosk.getByText('n’a plus de liaison')).toBeVisible()
    await look(kiosk, 'kiosk-away')
  })

  test('an evening is seen with its last tickets, a service closed, few chances left', async () => {
    for (const page of town.context.pages()) await page.close()
    await town.later('2026-03-03T16:35:00+01:00')
    // Whoever was called this morning is there: while five are on their way, the room reads nothing but calls.
    await act(town.host(), 'agent3', 'ticket.start')
    await crowd(town)
    const words = 'Ce service ferme plus tôt aujourd’hui, faute d’agent disponible.'
    await act(town.host(), 'supervisor', 'service.close', { serviceId: 'elections', words })
    const kiosk = await town.open('kiosk')
    await expect(kiosk.getByText('Derniers tickets')).toBeVisible()
    await expect(kiosk.getByText('Peut-être pas reçu aujourd’hui').first()).toBeVisible()
    await look(kiosk, 'kiosk-last')
    await choose(kiosk, /^Élections/)
    await choose(kiosk, /^Recensement/)
    await expect(kiosk.getByText(words)).toBeVisible()
    await look(kiosk, 'kiosk-service-closed')
    await press(kiosk, 'Escape', 'Escape')
    await choose(kiosk, /^Titres/)
    await choose(kiosk, /^Carte nationale/)
    await expect(kiosk.getByText('Vous ne serez peut-être pas reçu aujourd’hui')).toBeVisible()
    await look(kiosk, 'kiosk-unlikely')
    await choose(kiosk, 'Un certificat daté')
    await expect(heading(kiosk, 'Un certificat daté de votre venue')).toBeVisible()
    await look(kiosk, 'kiosk-certify')
    const display = await town.open('display')
    // In its turn with the words on the service that closed.
    await expect(display.getByText('Derniers tickets avant')).toBeVisible({ timeout: 60_000 })
    await look(display, 'display-last')
    const supervision = await town.open('supervision')
    await expect(supervision.getByText('risquent de ne pas être reçues').first()).toBeVisible()
    await look(supervision, 'supervision-last')
  })

  test('nothing seen goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
