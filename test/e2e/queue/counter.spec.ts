import type { Page } from '@playwright/test'
import type { Office } from '../../fixtures/office.ts'
import { expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { broken } from '../../fixtures/axe.ts'
import { pressKeyOf } from '../law/procedurePages.ts'
import { act, heldByFirstAgent } from '../reception.ts'

// What a counter does with a queue, by keyboard alone, on a real office.

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const key = (page: Page, name: string | RegExp) =>
  page.getByRole('toolbar', { name: 'Touches de fonction' }).getByRole('button', { name })
const free = (page: Page) => expect(heading(page, 'Usager suivant')).toBeVisible()
const received = (page: Page) => expect(page.getByText('Accueil en cours')).toBeVisible()

/** The day open, these tickets taken, counter 1 held by the page's agent. */
async function begin(office: Office, page: Page, tickets: readonly object[]): Promise<void> {
  await act(office, 'supervisor', 'day.open')
  for (const ticket of tickets) await act(office, 'kiosk', 'ticket.take', ticket)
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await free(page)
}

const cni = { serviceId: 'titres', procedureId: 'cni' }

test('a priority said at the kiosk is seen or is not, and its ground is for who called', async ({
  office,
  page,
}) => {
  const claims = { serviceId: 'etat-civil', priority: { groundId: 'cmiPriorite' } }
  await begin(office, page, [cni, claims, { ...claims, arrangements: ['wheelchair'] }])
  await expect(page.getByText('Priorité', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Carte mobilité inclusion')).toBeHidden()
  await expect(page.getByText('dont la première attend depuis moins d’1 min.')).toBeVisible()
  await press(page, 'F2')
  await expect(page.getByText('Carte mobilité inclusion')).toBeVisible()
  await expect(page.getByText('À vérifier')).toBeVisible()
  expect(await broken(page)).toEqual([])
  // No card: they wait again at their rank, and the next one is called.
  await press(page, 'Digit3')
  await expect(page.getByText('B 1 attend de nouveau, à son rang.')).toBeVisible()
  await free(page)
  await press(page, 'F2')
  await expect(page.getByText('Fauteuil roulant')).toBeVisible()
  await press(page, 'Digit1')
  await expect(page.getByText('B 2 : preuve vue, la priorité est confirmée.')).toBeVisible()
  await expect(page.getByText('Carte vue').first()).toBeVisible()
  await press(page, 'F5')
  await received(page)
})

test('the focus stays where it was when Échap has nothing to close, and the list of papers takes it; a visit kept waiting keeps its rank', async ({
  office,
  page,
}) => {
  await begin(office, page, [cni, { ...cni, requests: 3 }])
  await press(page, 'F2')
  await expect(heading(page, 'Appelé à')).toBeVisible()
  const arrived = page.getByRole('main').getByRole('button', { name: 'Est là' })
  await expect(arrived).toBeFocused()
  await press(page, 'Escape')
  await expect(arrived).toBeFocused()
  await press(page, 'KeyD')
  await expect(heading(page, 'Documents de ce guichet')).toBeFocused()
  await press(page, 'Escape')
  await expect(arrived).toBeFocused()
  await press(page, 'F5')
  await expect(heading(page, 'A 1')).toBeFocused()
  await press(page, 'Escape')
  await expect(heading(page, 'A 1')).toBeFocused()
  await press(page, 'KeyQ', 'F9', 'Enter')
  await expect(page.getByText('A 1 : dossier déposé.')).toBeVisible()
  await press(page, 'KeyQ')
  await expect(heading(page, /RD-2026-1/)).toBeFocused()
  await press(page, 'Escape')
  await expect(heading(page, 'Documents de ce guichet')).toBeFocused()
  await press(page, 'Escape')

  await test.step('a visit of several requests that ends by the service’s doing keeps its rank', async () => {
    await press(page, 'F2')
    await expect(heading(page, 'Appelé à')).toBeVisible()
    await press(page, 'F5')
    await expect(page.getByText(/^Demande 1 sur 3/)).toBeVisible()
    await press(page, 'F9', 'Digit2', 'F9')
    await expect(page.getByText(/^Demande 2 sur 3/)).toBeVisible()
    await expect(page.getByText('En cours : demande 2 sur 3.')).toBeVisible()
    await press(page, 'Equal', 'Digit1')
    await expect(page.getByText(/^Demande 2 sur 4/)).toBeVisible()
    await expect(page.getByText('demande ajoutée. En cours : demande 2 sur 4.')).toBeVisible()
    await press(page, 'F9')
    await expect(page.getByText('pas de refus au guichet')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Refus écrit' })).toHaveCount(0)
    await press(page, 'Digit4')
    await pressKeyOf(page.getByRole('radio', { name: 'Non reçu' }))
    await expect(page.getByText('Le rang peut être gardé')).toBeVisible()
    await press(page, 'F9')
    await expect(heading(page, 'Non reçu')).toBeVisible()
    expect(await broken(page)).toEqual([])
    await press(page, 'Digit1')
    await free(page)
    await expect(page.getByRole('button', { name: 'Appeler A 2' })).toBeVisible()
  })
})

test('an agent leaves the calls and comes back, reaches all by Tab, and on an enlarged page sees what a key opens', async ({
  office,
  page,
}) => {
  await begin(office, page, [cni])

  await test.step('an agent leaves the calls for the post, or is interrupted by the telephone, each by its key', async () => {
    await press(page, 'KeyP', 'Digit2', 'KeyE', 'Enter')
    await expect(heading(page, 'Hors guichet : courrier')).toBeVisible()
    await expect(key(page, 'F2')).toBeDisabled()
    expect(await broken(page)).toEqual([])
    await press(page, 'KeyP')
    await free(page)
    await press(page, 'Control+z')
    await expect(heading(page, 'Hors guichet : courrier')).toBeVisible()
    await press(page, 'KeyP')
    await free(page)
    await press(page, 'Semicolon')
    await expect(page.getByText(/^Téléphone, depuis/)).toBeVisible()
    await press(page, 'Semicolon')
    await expect(page.getByText(/^Téléphone, depuis/)).toBeHidden()
  })

  await test.step('every act of the counter can be reached by Tab', async () => {
    for (const name of [/Pause, courrier/, /Fermer ce guichet/, /Téléphone/])
      await tabTo(page.getByRole('button', { name }), 40)
  })

  await test.step('on an enlarged page nothing covers the reasons of a transfer once its service is chosen', async () => {
    await page.setViewportSize({ width: 853, height: 533 })
    await press(page, 'F2')
    await expect(heading(page, 'Appelé à')).toBeVisible()
    await press(page, 'F5')
    await received(page)
    await press(page, 'F7', 'Digit1')
    const reason = page.getByRole('button', { name: 'Suite à faire ailleurs' })
    const seen = () =>
      reason.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })
    await expect.poll(seen).toBe(true)
    await press(page, 'Escape')
    await expect(reason).toBeHidden()
  })

  await test.step('on a page enlarged twice, what a key opens comes into sight', async () => {
    await page.setViewportSize({ width: 640, height: 400 })
    await press(page, 'Period')
    await expect(page.getByRole('combobox', { name: 'Chercher une action' })).toBeInViewport()
    await press(page, 'Escape', 'KeyC')
    await expect(heading(page, 'Démarche et cas')).toBeInViewport()
  })
})

test('a person is put aside, resumed, sent on, received to the end, and each act is taken back in one key', async ({
  office,
  page,
}) => {
  await begin(office, page, [cni, cni])
  await press(page, 'F2')
  await expect(key(page, /Annuler.*l’appel d’A 1/)).toBeEnabled()
  await press(page, 'F5')
  await received(page)
  const pieceKeys = page.getByRole('region', { name: 'Pièces' }).locator('kbd').filter({ visible: true })
  await expect(pieceKeys.first()).toBeVisible()
  await press(page, 'F6')
  await expect(heading(page, 'Mettre A 1 en attente')).toBeVisible()
  // The letters are the panel's: the checklist shows none.
  await expect(pieceKeys).toHaveCount(0)
  // Without a reason nothing is done, and the field says so.
  await press(page, 'Enter')
  await expect(page.getByText('Choisissez une raison, ou écrivez-la')).toBeVisible()
  await page.keyboard.type('Va chercher son livret de famille')
  expect(await broken(page)).toEqual([])
  await press(page, 'Enter')
  await free(page)
  await expect(page.getByText('Va chercher son livret de famille')).toBeVisible()
  await press(page, 'Digit1')
  await received(page)
  // « Reprendre » is taken back too.
  await press(page, 'Control+z')
  await expect(page.getByText('Annulé : la reprise d’A 1.')).toBeVisible()
  await free(page)
  await press(page, 'Digit1')
  await received(page)
  await press(page, 'F6', 'Digit1', 'KeyW', 'Enter')
  await free(page)
  await expect(page.getByText(/^prévu à/)).toBeVisible()
  await press(page, 'Control+z')
  await received(page)
  await expect(page.getByText('Annulé : l’attente d’A 1.')).toBeVisible()
  await press(page, 'F7')
  await expect(page.getByText('aucun guichet ouvert').first()).toBeVisible()
  // The service comes before the reason, and its keys go on choosing it.
  await press(page, 'Enter')
  await expect(page.getByText('Choisissez d’abord un service.')).toBeVisible()
  await press(page, 'Digit1', 'KeyQ', 'Enter')
  await free(page)
  await expect(page.getByText('A 1 attend pour')).toBeVisible()
  await press(page, 'Control+z')
  await received(page)
  await press(page, 'F8')
  await free(page)
  await press(page, 'Control+z')
  await received(page)
})

test('someone else than the next is called with a reason, is absent after as many calls as the rule wants, and comes back', async ({
  office,
  page,
}) => {
  await act(office, 'admin', 'rules.set', { rules: { absentCalls: 2, absentDelaySeconds: 1 } })
  await begin(office, page, [cni, cni, cni])
  await press(page, 'KeyL', 'ArrowDown', 'Enter')
  await expect(heading(page, 'Appeler A 3 avant son tour')).toBeVisible()
  await expect(key(page, 'F2')).toBeDisabled()
  await press(page, 'Digit4', 'Enter')
  await expect(heading(page, 'Appelé à')).toBeVisible()
  await expect(key(page, /Absent.*encore 1 appel/)).toBeDisabled()
  await press(page, 'F4', 'F3')
  await expect(key(page, 'Absent')).toBeEnabled()
  await press(page, 'F4')
  await free(page)
  await expect(page.getByText('1 absent à l’appel')).toBeVisible()
  await expect(page.getByText('Place gardée jusqu’à')).toBeVisible()
  await press(page, 'Digit1')
  await expect(page.getByText('A 3 est de retour et retrouve sa place.')).toBeVisible()
  await expect(page.getByText('1 absent à l’appel')).toBeHidden()
})

test('the code printed on the ticket is asked where the office wants it; a closed day is said before a counter is chosen', async ({
  office,
  page,
}) => {
  await act(office, 'admin', 'rules.set', { rules: { checkCode: true } })
  await act(office, 'supervisor', 'day.open')
  const { code } = await act<{ readonly code: string }>(office, 'kiosk', 'ticket.take', cni)
  await act(office, 'agent1', 'counter.open', { counterId: '1' })
  await heldByFirstAgent(page)
  await free(page)
  await press(page, 'F2')
  await expect(heading(page, 'Appelé à')).toBeVisible()
  await press(page, 'F5')
  const field = page.getByRole('textbox', { name: 'Code imprimé sur le ticket' })
  await expect(field).toBeFocused()
  await page.keyboard.type('FAUX')
  await press(page, 'Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await field.fill(code.toLowerCase())
  await press(page, 'Enter')
  await received(page)
  await press(page, 'F8')

  await test.step('a closed day keeps no one from their counter', async () => {
    await expect(heading(page, 'Personne n’attend')).toBeVisible()
    const closed = page.getByText('La journée est fermée. Un responsable l’ouvre depuis la supervision.')
    await expect(closed).toBeHidden()
    await act(office, 'supervisor', 'day.close')
    await expect(heading(page, 'Quel guichet tenez-vous')).toBeVisible()
    await expect(closed).toBeVisible()
    expect(await broken(page)).toEqual([])
    await press(page, 'Digit1')
    await expect(heading(page, 'La journée n’est pas ouverte')).toBeVisible()
  })
})
