import type { Page } from '@playwright/test'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import type { Office } from '../../fixtures/office.ts'
import { td1 } from '../../fixtures/zones.ts'
import { byNight, expect, test } from '../fixture.ts'
import { journalOf } from '../journal.ts'
import { press } from '../keyboard.ts'
import { pieceLine, scan } from '../law/procedurePages.ts'
import { act, heldByFirstAgent, openOffice, piece, receiveNext, tick } from '../reception.ts'
import { beyondAScan } from '../identity/wedge.ts'

// Who knows the keys presses them one after another, faster than the host answers: each is for the page that it is meant for.

/** Milliseconds that each message of the page takes to the host: a network that is slow. */
const late = 400

const titres = { serviceId: 'titres', procedureId: 'cni' }

/** The first agent receives A 1, who has two requests, over that network; two others wait. */
async function begin(office: Office, page: Page): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  for (const requests of [2, 1, 1]) await act(office, 'kiosk', 'ticket.take', { ...titres, requests })
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await slow(page)
}

/** The page is loaded again over a network where the host hears it late. */
async function slow(page: Page): Promise<void> {
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const host = socket.connectToServer()
    socket.onMessage((message) => void setTimeout(() => host.send(message), late))
  })
  await page.reload()
  await heldByFirstAgent(page)
}

/** The page is loaded again; what it asks by this name waits until the returned call. */
async function held(page: Page, name = 'ticket.start'): Promise<() => void> {
  const waiting: (() => void)[] = []
  let holds = true
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const host = socket.connectToServer()
    socket.onMessage((message) => {
      const send = () => host.send(message)
      if (holds && String(message).includes(`"${name}"`)) waiting.push(send)
      else send()
    })
  })
  await page.reload()
  await heldByFirstAgent(page)
  return () => {
    holds = false
    for (const send of waiting) send()
  }
}

const told = async (office: Office, type: string) =>
  (await journalOf(office.dataDir)).filter((event) => event.type === type)

test('the keys of a next request, of an end and of what follows it are pressed while the one before is being sent, each for its page', async ({
  office,
  page,
}) => {
  await begin(office, page)

  await test.step('the pieces of the next request and its end, while the end of the one before is being sent', async () => {
    await expect(pieceLine(page, 'Justificatif de domicile')).toBeVisible()
    await press(page, 'KeyE', 'F9', 'Enter', 'KeyR', 'KeyR', 'F9')
    await expect(page.getByText(/^Demande 2 sur 2/)).toBeVisible()
    await expect(page.getByRole('form', { name: 'Terminer : dossier incomplet' })).toBeVisible()
    await press(page, 'Enter')
    await expect(page.getByText('A 1 : dossier incomplet.')).toBeVisible()
  })

  await test.step('Entrée pressed again before the end of a visit is answered calls nobody', async () => {
    await receiveNext(page, 'A 2')
    await expect(pieceLine(page, 'Justificatif de domicile')).toBeVisible()
    await press(page, 'KeyE', 'F9', 'Enter', 'Enter')
    await expect(page.getByText('A 2 : dossier déposé.')).toBeVisible()
    // F2 would be refused, and nobody shown, had Entrée called.
    await expect(page.getByRole('button', { name: 'Appeler A 3' })).toBeVisible()
    await press(page, 'F2')
    await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
    expect(await told(office, 'ticketCalled')).toHaveLength(3)
  })

  await test.step('a ground pressed while the visit’s end is being sent is chosen in the refusal’s form that follows', async () => {
    await press(page, 'F5')
    await expect(page.getByRole('heading', { name: 'A 3', exact: true })).toBeFocused()
    await act(office, 'agent1', 'sheet.update', { procedureId: 'attestation-accueil' })
    await expect(piece(page, 'Formulaire d’attestation').first()).toBeVisible()
    await press(page, 'KeyQ', 'F9', 'Digit4', 'Enter', 'Digit2')
    const form = page.getByRole('form', { name: 'Refus écrit', exact: true })
    const grounds = form.getByRole('group', { name: /^Motif/ })
    await expect(grounds.getByRole('button', { pressed: true })).toHaveText(/^2/)
    await expect(form.getByRole('textbox', { name: 'Faits' })).toBeFocused()
  })
})

test('a key meant for the sheet does nothing to the page of a call that another window took back', async ({
  office,
  page,
}) => {
  await openOffice(office, 1)
  await heldByFirstAgent(page)
  await press(page, 'F2')
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  const flow = await held(page)
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  // « X » is a file’s on the sheet, and closes a counter that is free.
  await press(page, 'F5', 'KeyX')
  await act(office, 'agent1', 'counter.undo')
  await expect(page.getByRole('button', { name: 'Appeler A 1' })).toBeVisible()
  flow()
  await expect(page.getByText(refusals.nobodyCalled)).toBeVisible()
  await press(page, 'F2')
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  expect(await told(office, 'counterClosed')).toHaveLength(0)
})

test('a word typed while the search of the texts is being fetched is written there', async ({
  office,
  page,
}) => {
  await openOffice(office, 1)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await page.route(/LawSearch-.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, late))
    await route.continue()
  })
  await press(page, 'Shift+F1', 'KeyD', 'KeyR', 'KeyO', 'KeyI', 'KeyT')
  await expect(page.getByRole('combobox')).toHaveValue('droit')
})

test(
  'a letter that a scanner might have typed is written in the search that came while it was told from a hand’s',
  { tag: byNight },
  async ({ office, page }) => {
    await openOffice(office, 1)
    await heldByFirstAgent(page)
    await receiveNext(page, 'A 1')
    let give = () => {}
    const given = new Promise<void>((done) => (give = done))
    await page.route(/LawSearch-.*\.js$/, async (route) => {
      await given
      await route.continue()
    })
    await page.clock.install()
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))
    await press(page, 'Shift+F1')
    await page.clock.runFor(1_000)
    // An identity card’s zone begins by « I », which opens the identity on the sheet.
    await press(page, 'KeyI')
    give()
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.clock.runFor(1_000)
    await expect(page.getByRole('combobox')).toHaveValue('i')
  },
)

test('a key pressed once an act was answered late is heard, however long the answer took', async ({
  office,
  page,
}) => {
  await openOffice(office, 2)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  const answers: (() => void)[] = []
  let holds = false
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const host = socket.connectToServer()
    host.onMessage((message) => {
      if (holds && String(message).includes('"answer"')) answers.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'A 1', exact: true })).toBeFocused()
  await page.clock.install()
  holds = true
  await press(page, 'F8')
  await expect(page.getByRole('button', { name: 'Appeler A 2' })).toBeVisible()
  await page.clock.fastForward(4_000)
  holds = false
  for (const answer of answers) answer()
  await expect(page.getByText('A 1 : renseignement donné.')).toBeVisible()
  await press(page, 'F2')
  await page.clock.fastForward(1_200)
  await page.clock.fastForward(1_000)
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
})

test(
  'a document put away by Escape before it was read is not shown once it is; the next one is',
  { tag: byNight },
  async ({ office, page }) => {
    await openOffice(office, 1)
    await heldByFirstAgent(page)
    await receiveNext(page, 'A 1')
    const release = await held(page, 'scan.read')
    await expect(piece(page, 'Ancienne carte')).toBeVisible()
    const zone = page.getByRole('heading', { name: 'Zone de lecture optique' })
    await scan(page, `${td1().join('\r')}\r`)
    await beyondAScan(page)
    await press(page, 'Escape')
    release()
    // Asked after it, answered after it.
    await tick(page, 'Ancienne carte', 'KeyE')
    await expect(zone).toBeHidden()
    await scan(page, `${td1().join('\r')}\r`)
    await expect(zone).toBeVisible()
  },
)
