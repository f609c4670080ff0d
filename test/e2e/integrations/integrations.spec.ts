import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { done } from '../../fixtures/startHost.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { openEye } from '../look.ts'
import { button, heading } from '../pages.ts'
import { act } from '../reception.ts'

test.use({ station: 'administration' })

const { look, wrong } = openEye()

test('a manager gives a token and an address by keyboard alone, sees each secret once, and takes them back', async ({
  office,
  page,
}) => {
  const receiver = createServer((request, response) => {
    request.resume()
    response.writeHead(500).end()
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/guichet`

  await button(page, 'Autres logiciels').press('Enter')
  await expect(heading(page, 'Jetons')).toBeVisible()
  await look(page, 'software-empty')

  await test.step('a token, shown once, opens what was ticked', async () => {
    await tabTo(button(page, 'Créer un jeton'), 60)
    await press(page, 'Enter', 'Enter')
    await expect(page.getByText('Écrivez à quel logiciel ce jeton est destiné.')).toBeVisible()
    await page.keyboard.type('Site internet de la communauté de communes')
    await tabTo(page.getByRole('checkbox', { name: /^Lire la file/ }))
    await press(page, 'Space')
    await look(page, 'software-token', { closely: true })
    await tabTo(button(page, 'Créer le jeton'))
    await press(page, 'Enter')
    const secret = page.getByRole('region', { name: /^Jeton de/ })
    const token = await secret.locator('code').innerText()
    const queue = { url: office.url, tokens: { it: token } }
    expect(await done<{ total: number }>(queue, 'it', 'queries/queue.view')).toMatchObject({ total: 0 })
    await tabTo(button(page, 'Je l’ai copié'))
    await press(page, 'Enter')
    await expect(secret).toBeHidden()
    await expect(page.getByText(token)).toHaveCount(0)
  })

  await test.step('an address of a private network is refused until the office allows it', async () => {
    await tabTo(button(page, 'Ajouter une adresse'), 60)
    await press(page, 'Enter')
    await page.keyboard.type('Affichage')
    await press(page, 'Tab')
    await page.keyboard.type(url)
    await press(page, 'Enter')
    await expect(page.getByText(/Cette adresse n’est pas sûre/)).toBeVisible()
    await act(office, 'admin', 'software.set', { privateAddresses: true, notices: { means: [], ahead: 2 } })
    await press(page, 'Enter')
    await expect(page.getByText(/^whsec_/)).toBeVisible()
    await tabTo(button(page, 'Je l’ai copié'))
    await press(page, 'Enter')
  })

  await test.step('what goes wrong there is said in words, and the list is read again by itself', async () => {
    await act(office, 'supervisor', 'day.open')
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
    await expect(page.getByText(/refus du destinataire/)).toBeVisible({ timeout: 30_000 })
    await look(page, 'software-failing', { closely: true })
  })

  await test.step('both are taken back, after being asked once', async () => {
    await button(page, /^Retirer l’adresse de/).press('Enter')
    await press(page, 'Enter')
    await expect(page.getByText('Aucune adresse.')).toBeVisible()
    await button(page, /^Retirer le jeton de/).press('Enter')
    await press(page, 'Enter')
    await expect(page.getByText('Aucun jeton.')).toBeVisible()
  })
  receiver.closeAllConnections()
  receiver.close()
  expect(wrong()).toEqual([])
})

test(
  'a person follows their ticket on a telephone, in their language, with what they type in it',
  { tag: byNight },
  async ({ office, windows }) => {
    await act(office, 'supervisor', 'day.open')
    await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
    const { code } = await act<{ code: string }>(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
    const browser = windows.context.browser()
    if (!browser) return
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 780 } })).newPage()
    await phone.goto(`${office.url}/suivi?lang=fr`)
    const field = phone.getByRole('textbox', { name: 'Code du ticket' })
    await field.fill(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)
    await field.press('Enter')
    await expect(phone.getByText('1 personne avant vous.')).toBeVisible()
    await look(phone, 'suivi-fr')
    await phone.getByRole('link', { name: 'العربية' }).press('Enter')
    await expect(phone.locator('html')).toHaveAttribute('dir', 'rtl')
    await look(phone, 'suivi-ar')
    expect(wrong()).toEqual([])
  },
)

test('at reception, a person who agrees is noted to be told once; without their agreement nothing is kept', async ({
  office,
  windows,
}) => {
  await act(office, 'admin', 'software.set', {
    privateAddresses: false,
    notices: { means: ['sms', 'email'], ahead: 0 },
  })
  await act(office, 'supervisor', 'day.open')
  await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres' })
  const page = await windows.open('reception')
  const asks = heading(page, 'Qui êtes-vous')
  const tickets = button(page, /ticket/i).first()
  await expect(asks.or(tickets)).toBeVisible()
  // In the application the window asks who is there.
  if (await asks.isVisible()) await press(page, 'Digit1')
  await expect(tickets).toBeVisible()
  await press(page, 'KeyS')
  await page.keyboard.type('car')
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: /Carte nationale d’identité/, pressed: true })).toBeVisible()
  await press(page, 'Enter')
  await button(page, 'Prévenir la personne quand son tour approche').press('Enter')
  await page.keyboard.type('06 12 34 56 78')
  await press(page, 'Enter')
  await expect(page.getByText('Demandez son accord à la personne, puis cochez la case.')).toBeVisible()
  await tabTo(page.getByRole('checkbox', { name: /d’accord/ }))
  await press(page, 'Space')
  await look(page, 'software-notice')
  await press(page, 'Enter')
  await expect(page.getByText(/sera prévenu une fois/)).toBeVisible()
  expect(wrong()).toEqual([])
})
