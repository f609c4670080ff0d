import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { heading } from '../pages.ts'
import { broken } from '../../fixtures/axe.ts'
import { act, ask } from '../reception.ts'

test.use({ station: 'reception' })

/** Keys are bound just after the page is painted. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))))

/** The agent at the entrance says who they are, where the window asks. */
async function atEntrance(page: Page): Promise<void> {
  const asks = page.getByRole('heading', { name: 'Qui êtes-vous' })
  const entrance = page.getByRole('heading', { name: 'Accueil', exact: true })
  await expect(asks.or(entrance)).toBeVisible()
  await painted(page)
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(entrance).toBeVisible()
  await painted(page)
}

const openDay = (office: Office) => act(office, 'supervisor', 'day.open')

/** A counter of another agent, which receives for all services. */
const openCounter = (office: Office, agent = 'agent2', counterId = '2') =>
  act(office, agent, 'counter.open', { counterId })

type Called = {
  readonly ticket: {
    readonly ticketId: string
    readonly number: string
    readonly purpose: string
    readonly arrangements: readonly string[]
    readonly ground: { readonly ground: { readonly groundId: string }; readonly proof: string } | null
    readonly requests: readonly unknown[]
  }
}

/** The number said of the last act, large. */
const said = (page: Page, number: string) =>
  page.getByRole('status').filter({ has: page.getByText(number, { exact: true }) })

test('before the day is open nothing is given; then one key counts, letters and figures choose, and an office without a kiosk works', async ({
  office,
  page,
}) => {
  await atEntrance(page)

  await test.step('before the day is open nothing can be given, and it is said', async () => {
    await press(page, 'KeyQ')
    await expect(page.getByText('La journée n’est pas ouverte.')).toBeVisible()
    await expect(page.getByRole('button', { name: /ticket$/ }).last()).toBeDisabled()
    expect(await broken(page)).toEqual([])
    await press(page, 'Escape')
  })

  await openDay(office)
  await expect(page.getByText('La journée n’est pas ouverte.')).toBeHidden()

  await openCounter(office)

  await test.step('once somebody is chosen, the figures say their priority and the help they need; Escape gives them back to the acts', async () => {
    await page.keyboard.press('Slash')
    await expect(page.getByRole('textbox').first()).toBeFocused()
    await page.keyboard.type('passe')
    await press(page, 'Enter')
    await expect(page.getByRole('button', { name: /Passeport/, pressed: true })).toBeVisible()
    await press(page, 'Digit3', 'Digit6')
    await expect(page.getByRole('checkbox', { name: 'Priorité famille' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: 'Langue des signes' })).toBeChecked()
    // What is chosen and what is to be pressed are whole on the usual screen, whatever was chosen.
    for (const seen of [
      page.getByRole('button', { name: /Passeport/, pressed: true }),
      page.getByText('Priorité famille').first(),
      page.getByText('Langue des signes'),
      page.getByRole('button', { name: /ticket$/ }).last(),
    ])
      await expect(seen).toBeInViewport({ ratio: 0.9 })
    expect(await broken(page)).toEqual([])
    await press(page, 'F8')
    await expect(page.getByText('Renseignement compté, 1 aujourd’hui.')).toBeVisible()
    await press(page, 'Escape', 'Digit1')
    await expect(page.getByText('Renseignement compté, 2 aujourd’hui.')).toBeVisible()
  })

  await test.step('information and telephone are counted in one key each', async () => {
    // They open no panel: what they are for is seen without one, and all the acts with it.
    for (const help of ['Une touche, rien à saisir', 'Hors guichet, compté aussi'])
      expect((await page.getByText(help).boundingBox())?.height).toBeGreaterThan(10)
    await expect(page.getByRole('button', { name: 'Imprimer la feuille du matin' })).toBeInViewport({
      ratio: 1,
    })
    await press(page, 'Digit1')
    await expect(page.getByText('Renseignement compté, 3 aujourd’hui.')).toBeVisible()
    await press(page, 'Digit1', 'Digit1')
    await expect(page.getByText('Renseignement compté, 5 aujourd’hui.')).toBeVisible()
    await press(page, 'Digit6')
    await expect(page.getByText('Appel téléphonique compté, 1 aujourd’hui.')).toBeVisible()
    await expect(page.getByRole('button', { name: /Renseignement donné.*5 aujourd’hui/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /Téléphone.*1 aujourd’hui/ })).toBeVisible()
  })

  await test.step('letters choose a motive, Enter gives the ticket, the next one begins anew', async () => {
    await press(page, 'KeyQ', 'Enter')
    await expect(said(page, 'A 1')).toContainText('Ticket donné')
    await expect(page.getByText('Choisissez une démarche.')).toBeVisible()
    await press(page, 'KeyQ')
    // Under the ticket that was just given, what is chosen next is whole.
    const chosen = page.getByRole('button', { name: /Carte nationale d’identité/, pressed: true })
    await expect(chosen).toBeInViewport({ ratio: 1 })
    await press(page, 'Enter')
    await expect(said(page, 'A 2')).toBeVisible()
  })

  await test.step('an office without a kiosk works from the entrance: found by three letters, priority seen, help, three requests', async () => {
    await press(page, 'Escape')
    await press(page, 'KeyS')
    await page.keyboard.type('car')
    await press(page, 'Enter')
    await expect(
      page.getByRole('button', { name: /Carte nationale d’identité/, pressed: true }),
    ).toBeVisible()
    const priority = page.getByRole('checkbox', { name: 'Invalide de guerre' })
    await tabTo(priority, 40)
    await press(page, 'Space')
    await expect(page.getByText('CPMIVG, art. L251-3 et L251-4')).toBeVisible()
    await tabTo(page.getByRole('radio', { name: 'Carte vue' }))
    await press(page, 'ArrowRight')
    await tabTo(page.getByRole('checkbox', { name: 'Fauteuil roulant' }))
    await press(page, 'Space')
    await tabTo(page.getByRole('textbox', { name: 'Nombre de demandes' }))
    await press(page, 'ArrowUp', 'ArrowUp')
    expect(await broken(page)).toEqual([])
    await tabTo(page.getByRole('button', { name: 'ticket' }).last())
    await press(page, 'Enter')
    await expect(said(page, 'A 3')).toContainText('Ticket donné')
    // On the usual screen nothing asked of the next person is cut by what was just done.
    await expect(page.getByRole('textbox', { name: 'Nombre de demandes' })).toBeInViewport({ ratio: 1 })
    const { ticket } = await act<Called>(office, 'agent2', 'ticket.callNext')
    expect(ticket).toMatchObject({
      number: 'A3',
      arrangements: ['wheelchair'],
      ground: { ground: { groundId: 'warInvalid' }, proof: 'helperCard' },
    })
    expect(ticket.requests).toHaveLength(3)
  })
})

test('who has an appointment, what was done by hand, a late piece and a service that is closed each have their paper or their number', async ({
  office,
  page,
  shell,
}) => {
  await openDay(office)
  await atEntrance(page)

  await test.step('an appointment arrives by a name, then by its code', async () => {
    await act(office, 'supervisor', 'appointment.import', {
      text: [
        'date;heure;service;nom;code',
        '03/03/2026;10:50;titres;Nguyen;K7M4',
        '03/03/2026;11:20;titres;Öztürk;P2XA',
      ].join('\n'),
      format: 'csv',
    })
    await press(page, 'Digit3')
    await page.keyboard.type('oztu')
    await press(page, 'Enter')
    await expect(page.getByRole('button', { name: /Öztürk/, pressed: true })).toBeVisible()
    await press(page, 'Enter')
    await expect(said(page, 'A 1')).toContainText('rendez-vous de 11 h 20')
    await press(page, 'KeyS')
    await page.keyboard.type('k7m4')
    await press(page, 'Enter', 'Enter')
    await expect(said(page, 'A 2')).toContainText('rendez-vous de 10 h 50')
    await expect(page.getByText('Plus aucun rendez-vous n’est attendu aujourd’hui.')).toBeVisible()
    expect(await broken(page)).toEqual([])
  })

  await test.step('what was done by hand is entered by keyboard, line after line', async () => {
    await tabTo(page.getByRole('button', { name: 'Saisir un passage noté à la main' }))
    await press(page, 'Enter')
    const arrived = page.getByRole('textbox', { name: 'Arrivée' })
    await expect(arrived).toBeFocused()
    await page.keyboard.type('9h10')
    await press(page, 'Tab')
    await page.keyboard.type('9h15')
    await press(page, 'Tab')
    await page.keyboard.type('neuf heures')
    await press(page, 'Enter')
    // What is to be written again has the keyboard.
    const ended = page.getByRole('textbox', { name: 'Fin' })
    await expect(ended).toHaveAccessibleDescription(/Écrivez une heure/)
    await expect(ended).toBeFocused()
    await ended.fill('9h30')
    await press(page, 'Enter')
    await expect(page.getByText('Enregistré sous le numéro A 3.')).toBeVisible()
    await expect(arrived).toBeFocused()
    await page.keyboard.type('9h20')
    await press(page, 'Tab')
    await page.keyboard.type('9h25')
    await press(page, 'Tab')
    await page.keyboard.type('9h40')
    await press(page, 'Enter')
    await expect(page.getByText('Enregistré sous le numéro A 4.')).toBeVisible()
    await expect(arrived).toBeFocused()
    expect(await broken(page)).toEqual([])
  })

  await page.reload()
  await atEntrance(page)

  await test.step('a late piece leaves its dated receipt, which is shown', async () => {
    await press(page, 'Digit4', 'KeyQ')
    await expect(page.getByRole('checkbox').first()).toBeFocused()
    await tabTo(page.getByRole('textbox', { name: 'Autre pièce' }))
    await page.keyboard.type('Plan du véhicule')
    await press(page, 'Enter')
    await expect(page.getByRole('checkbox', { name: 'Plan du véhicule' })).toBeChecked()
    await tabTo(page.getByRole('button', { name: 'Imprimer le reçu' }))
    await press(page, 'Enter')
    await expect(page.getByText(/Reçu RD-2026-1/)).toBeVisible()
    await tabTo(page.getByRole('button', { name: 'Voir le papier' }), 60)
    await press(page, 'Enter')
    await expect(page.frameLocator('iframe').getByText('Plan du véhicule')).toBeVisible()
    // Axe looks into a frame from a page of its own, which Electron does not open.
    if (shell === 'chromium') expect(await broken(page)).toEqual([])
  })

  await page.reload()
  await atEntrance(page)

  await test.step('a service that is closed gives a ticket to who loses a right today, to others a dated certificate', async () => {
    await act(office, 'supervisor', 'service.close', { serviceId: 'titres', words: 'Grève.' })
    await press(page, 'KeyQ')
    await expect(page.getByText('Ce service ne donne plus de ticket : Grève.')).toBeVisible()
    const give = page.getByRole('button', { name: /ticket$/ }).last()
    await expect(give).toBeDisabled()
    await page.getByText('Délai légal du jour (sans priorité)').click()
    await expect(give).toBeEnabled()
    await give.press('Enter')
    // The late piece had a number too.
    await expect(said(page, 'A 6')).toBeVisible()
    await press(page, 'KeyQ')
    await expect(page.getByText('Ce service ne donne plus de ticket : Grève.')).toBeVisible()
    await tabTo(page.getByRole('button', { name: 'Attestation datée de sa venue' }), 60)
    await press(page, 'Enter')
    await expect(said(page, 'A 7')).toContainText(/Certificat de non-réception.*NR-2026-1/)
  })
})

test('by the number: who goes, who lost the paper, who was absent and is back; titles are collected by keys alone', async ({
  office,
  page,
}) => {
  await openDay(office)
  await openCounter(office)
  await act(office, 'admin', 'rules.set', { rules: { absentCalls: 1, absentDelaySeconds: 0 } })
  for (let taken = 0; taken < 3; taken++)
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
  await act(office, 'agent2', 'ticket.callNext')
  await act(office, 'agent2', 'ticket.markAbsent')
  await atEntrance(page)

  await press(page, 'KeyN')
  await page.keyboard.type('a 002')
  await expect(page.getByText(/^A\s2, .*arrivée à/)).toBeVisible()
  await press(page, 'Enter', 'Enter')
  await expect(page.getByRole('button', { name: 'Confirmer le départ d’A 2' })).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByText(/Départ du ticket A\s2 noté à/)).toBeVisible()

  await page.keyboard.type('a3')
  await tabTo(page.getByRole('button', { name: 'Ticket perdu' }))
  await press(page, 'Enter')
  await expect(page.getByText('Ticket A 3 remplacé')).toBeVisible()

  await page.keyboard.type('A1')
  await expect(page.getByText(/^A\s1, absent à l’appel de/)).toBeVisible()
  await press(page, 'Enter', 'Enter')
  await expect(page.getByText('A 1 retrouve sa place.')).toBeVisible()
  const { waiting } = await ask<{ waiting: { number: string }[] }>(office, 'agent1', 'queue.view')
  expect(waiting.map(({ number }) => number)).toEqual(['A1', 'A3'])
  await press(page, 'Escape')

  await test.step('a title is handed over at once, or has its ticket', async () => {
    await press(page, 'Digit5', 'KeyQ', 'F10')
    await expect(said(page, 'A 4')).toContainText('Titre remis')
    await press(page, 'KeyQ', 'Enter')
    await expect(said(page, 'A 5')).toContainText('Ticket donné')
    const { waiting } = await ask<{ waiting: readonly object[] }>(office, 'agent1', 'queue.view')
    expect(waiting).toContainEqual(expect.objectContaining({ number: 'A5', purpose: 'collection' }))
  })

  await test.step('the only title to collect has its ticket by Entrée alone', async () => {
    await press(page, 'Digit5')
    await expect(page.getByRole('button', { name: 'Donner le ticket' })).toBeFocused()
    // Its act takes the focus at the foot, and the title above stays whole.
    await expect(heading(page, 'Titre à retirer')).toBeInViewport({ ratio: 1 })
    await press(page, 'Enter')
    await expect(said(page, 'A 6')).toContainText('Ticket donné')
  })
})
