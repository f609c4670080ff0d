import type { Page } from '@playwright/test'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { openCutProxy, type CutProxy } from '../../fixtures/cutProxy.ts'
import { addressOf, type Office, type Station } from '../../fixtures/office.ts'
import { byNight, expect, test as base } from '../fixture.ts'
import { journalOf } from '../journal.ts'
import { press } from '../keyboard.ts'
import { act, heldByFirstAgent, openOffice, piece, receiveNext, tick } from '../reception.ts'

// The network between a page and its host fails in every way that a network has: the host itself goes on.

type Network = {
  readonly network: CutProxy
  /** Opens a station through the network. */
  readonly far: (station: Station) => Promise<Page>
}

const test = base.extend<Network>({
  network: async ({ office }, use) => {
    const proxy = await openCutProxy(Number(new URL(office.url).port))
    await use(proxy)
    await proxy.close()
  },
  far: async ({ office, network, windows }, use) => {
    await use(async (station) => {
      const page = await windows.context.newPage()
      await page.goto(addressOf({ ...office, url: network.url }, station))
      return page
    })
  },
})

const away = (page: Page) => page.getByText('Hôte absent')

const recorded = async (office: Office, type: string) =>
  (await journalOf(office.dataDir)).filter((event) => event.type === type)

test('a network that swallows everything is said, though no close is seen; the sheet goes on and is finished once at the return', async ({
  office,
  network,
  far,
}) => {
  await openOffice(office, 2)
  const page = await far('counter')
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await tick(page, 'Ancienne carte', 'KeyE')
  await press(page, 'KeyN')
  await page.keyboard.type('Revient avec la pho')

  const before = network.opened()
  network.hold('in', 'out')
  await expect(away(page)).toBeVisible()
  await page.keyboard.type('to')
  await expect(page.getByRole('textbox')).toHaveValue('Revient avec la photo')
  await press(page, 'Escape', 'KeyR')
  await expect(piece(page, 'Photo de moins de 6 mois')).toContainText('Présentée')
  await press(page, 'F9')
  await expect(page.getByRole('radio', { name: 'Déposé' })).toBeFocused()
  await press(page, 'Enter', 'Enter')
  // The page has left the dead connection for another: the act leaves by both, late, with one id.
  await expect.poll(network.opened).toBeGreaterThan(before)
  expect(await recorded(office, 'visitClosed')).toEqual([])

  network.flow()
  await expect(page.getByText('A 1 : dossier déposé.')).toHaveCount(1)
  await expect(away(page)).toBeHidden()
  expect(await recorded(office, 'visitClosed')).toHaveLength(1)
  expect((await recorded(office, 'documentIssued')).map(({ data }) => data['number'])).toEqual(['RD-2026-1'])
  await press(page, 'KeyD', 'Digit1')
  await expect(page.frameLocator('iframe').getByText('Photo de moins de 6 mois')).toBeVisible()
})

test('an answer lost on its way is asked again with the same id: done once, said once', async ({
  office,
  network,
  far,
}) => {
  await openOffice(office, 2)
  const page = await far('counter')
  await heldByFirstAgent(page)
  await expect(page.getByRole('button', { name: 'Appeler A 1' })).toBeVisible()

  network.hold('out')
  await press(page, 'F2')
  await expect.poll(() => recorded(office, 'ticketCalled')).toHaveLength(1)
  network.cut()
  network.flow()
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
  await press(page, 'F5')
  await expect(page.getByRole('heading', { name: 'A 1', exact: true })).toBeFocused()

  network.hold('out')
  await press(page, 'F8')
  await expect.poll(() => recorded(office, 'visitClosed')).toHaveLength(1)
  network.cut()
  network.flow()
  await expect(page.getByText('A 1 : renseignement donné.')).toHaveCount(1)
  await receiveNext(page, 'A 2')
  expect(await recorded(office, 'ticketCalled')).toHaveLength(2)
  expect(await recorded(office, 'visitClosed')).toHaveLength(1)
})

test(
  'two pages of one counter, one of them cut: each shows what the other noted, and what the cut one asks of a person who is gone falls on nobody else',
  { tag: byNight },
  async ({ office, page, network, far }) => {
    await openOffice(office, 2)
    await heldByFirstAgent(page)
    const other = await far('counter')
    await heldByFirstAgent(other)
    await receiveNext(other, 'A 1')
    await expect(page.getByRole('heading', { name: 'A 1', exact: true })).toBeVisible()
    await press(other, 'KeyN')
    await other.keyboard.type('Revient avec la pho')
    await tick(page, 'Ancienne carte', 'KeyE')
    await expect(piece(other, 'Ancienne carte')).toContainText('Présentée')
    await other.keyboard.type('to')
    await expect(other.getByRole('textbox')).toHaveValue('Revient avec la photo')
    await press(other, 'Escape')

    network.hold('in', 'out')
    await expect(away(other)).toBeVisible()
    await press(other, 'KeyR')
    await expect(piece(other, 'Photo de moins de 6 mois')).toContainText('Présentée')
    await press(other, 'F8')
    await page.bringToFront()
    await press(page, 'F8')
    await expect(page.getByText('A 1 : renseignement donné.')).toBeVisible()
    await receiveNext(page, 'A 2')
    network.cut()
    network.flow()
    await expect(other.getByText(refusals.requestOver).first()).toBeVisible()
    await expect(other.getByRole('heading', { name: 'A 2', exact: true })).toBeVisible()
    await expect(piece(page, 'Photo de moins de 6 mois')).not.toContainText('Présentée')
    expect(await recorded(office, 'visitClosed')).toHaveLength(1)
  },
)

test('what is being typed on a request that another page ends is refused in words, and is on no other', async ({
  office,
  page,
}) => {
  await openOffice(office, 1)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await act(office, 'agent1', 'visit.addService', { serviceId: 'titres', procedureId: 'cni' })
  await press(page, 'KeyN')
  await page.keyboard.type('Revient avec la photo')
  await act(office, 'agent1', 'visit.close', { outcome: 'information' })
  await expect(page.getByText(refusals.requestOver)).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await press(page, 'KeyN')
  await expect(page.getByRole('textbox')).toHaveValue('')
})

test(
  'at the entrance, what is typed in a cut stays, and the ticket asked is one ticket',
  { tag: byNight },
  async ({ office, network, far }) => {
    await act(office, 'supervisor', 'day.open')
    const page = await far('reception')
    await expect(page.getByRole('heading', { name: 'Accueil', exact: true })).toBeVisible()
    await press(page, 'KeyS')
    await page.keyboard.type('ca')
    network.hold('in', 'out')
    await expect(away(page)).toBeVisible()
    await page.keyboard.type('r')
    await press(page, 'Enter')
    const chosen = page.getByRole('button', { name: /Carte nationale d’identité/, pressed: true })
    await expect(chosen).toBeVisible()
    const give = page.getByRole('button', { name: 'ticket' }).last()
    await give.focus()
    await press(page, 'Enter', 'Enter')
    network.cut()
    network.flow()
    await expect(
      page.getByRole('status').filter({ has: page.getByText('A 1', { exact: true }) }),
    ).toBeVisible()
    await expect(away(page)).toBeHidden()
    expect((await recorded(office, 'ticketTaken')).map(({ data }) => data['number'])).toEqual(['A1'])
  },
)

test('what was done in a cut is done at the return though the page was loaded again meanwhile, and the sheet is as it was', async ({
  office,
  network,
  far,
}) => {
  await openOffice(office, 2)
  const page = await far('counter')
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await tick(page, 'Ancienne carte', 'KeyE')
  network.holdLink()
  await expect(away(page)).toContainText('la feuille du matin tient la file')
  await press(page, 'KeyR')
  await expect(piece(page, 'Photo de moins de 6 mois')).toContainText('Présentée')
  await page.reload()
  await expect(away(page)).toBeVisible()
  network.cut()
  network.flow()
  await expect(page.getByRole('heading', { name: 'A 1', exact: true })).toBeVisible()
  await expect(piece(page, 'Photo de moins de 6 mois')).toContainText('Présentée')
  await expect(piece(page, 'Ancienne carte')).toContainText('Présentée')
  network.holdLink()
  await expect(away(page)).toBeVisible()
  await press(page, 'F8')
  await page.reload()
  await expect(away(page)).toBeVisible()
  network.cut()
  network.flow()
  await expect.poll(() => recorded(office, 'visitClosed')).toHaveLength(1)
  await receiveNext(page, 'A 2')
  expect(await recorded(office, 'visitClosed')).toHaveLength(1)
})

test('a kiosk whose answer was lost gives the very number that was recorded', async ({
  office,
  network,
  far,
}) => {
  await act(office, 'supervisor', 'day.open')
  const kiosk = await far('kiosk')
  await expect(kiosk.getByRole('heading', { name: 'Quelle est votre démarche' })).toBeFocused()
  await press(kiosk, 'Digit1')
  await expect(kiosk.getByRole('heading', { name: 'Titres d’identité' })).toBeFocused()
  await press(kiosk, 'Digit1')
  const take = kiosk.getByRole('button', { name: 'Prendre le ticket quand même' })
  await expect(take).toBeVisible()
  network.hold('out')
  await take.focus()
  await press(kiosk, 'Enter')
  await expect.poll(() => recorded(office, 'ticketTaken')).toHaveLength(1)
  await expect(kiosk.getByRole('heading', { name: 'nous préparons votre ticket' })).toBeVisible()
  network.cut()
  network.flow()
  await expect(kiosk.getByRole('status').filter({ hasText: 'A 1' })).toBeVisible()
  expect((await recorded(office, 'ticketTaken')).map(({ data }) => data['number'])).toEqual(['A1'])
})

test(
  'on a slow network each key is one act, in the order in which they were pressed',
  { tag: byNight },
  async ({ office, network, far }) => {
    await openOffice(office, 1)
    const page = await far('counter')
    await heldByFirstAgent(page)
    await expect(page.getByRole('button', { name: 'Appeler A 1' })).toBeVisible()
    network.delay(300)
    await press(page, 'F2')
    await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
    await press(page, 'F3', 'F5')
    await expect(page.getByRole('heading', { name: 'A 1', exact: true })).toBeFocused()
    await press(page, 'F8')
    await expect(page.getByText('A 1 : renseignement donné.')).toBeVisible()
    const acts = new Set(['ticketCalled', 'ticketRecalled', 'visitStarted', 'visitClosed'])
    const types = (await journalOf(office.dataDir)).map(({ type }) => type)
    expect(types.filter((type) => acts.has(type))).toEqual([
      'ticketCalled',
      'ticketRecalled',
      'visitStarted',
      'visitClosed',
    ])
  },
)

test('a page that its host outgrew is loaded again by itself, and goes on as the station that it was', async ({
  office,
  windows,
}) => {
  const page = await windows.context.newPage()
  let refusals = 1
  await page.routeWebSocket(/\/ws$/, (socket) => {
    if (refusals-- <= 0) return void socket.connectToServer()
    const error = { code: 'contractTooOld', message: 'Mettez ce poste à jour.' }
    socket.onMessage(() => socket.send(JSON.stringify({ t: 'refused', error })))
  })
  await page.goto(addressOf(office, 'display'))
  await expect(page.getByText('Mettez ce poste à jour.')).toBeVisible()
  await expect(page.getByText('Mettez ce poste à jour.')).toBeHidden()
  await expect(page.getByText(/pas encore ouvert|Fermé|fermé|ouvre/).first()).toBeVisible()
  expect(refusals).toBeLessThan(0)
})
