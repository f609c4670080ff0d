import { deed } from '../fixtures/till.ts'
import { encode } from 'fast-png'
import { expect, test } from './fixture.ts'
import { frontPicture } from './frontPage.ts'
import { press } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { button, heading } from './pages.ts'
import { act } from './reception.ts'
import { startTown, type Town } from './town.ts'

const { look, wrong } = openEye()

const long = 'Concession de cimetière trentenaire pour un emplacement de deux mètres carrés, renouvellement'

/** A square of one colour with a border, as a small town's logo. */
function logo(): string {
  const side = 48
  const data = Uint8Array.from({ length: side * side * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)]
    const edge = Math.min(x, y, side - 1 - x, side - 1 - y) < 5
    return edge ? [11, 90, 99][at % 3]! : [226, 239, 240][at % 3]!
  })
  const bytes = encode({ width: side, height: side, data, channels: 3, depth: 8 })
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
}

test.describe.serial('the till and the papers’ settings', () => {
  test.setTimeout(patience)
  let town: Town
  test.beforeAll(async () => {
    town = await startTown({ school: true, at: '2026-03-03T10:42:00+01:00' })
  })
  test.afterAll(() => town.stop())

  test('the till is seen from its opening to its slip', async () => {
    const page = await town.open('till')
    await expect(heading(page, 'La régie n’a pas encore')).toBeVisible()
    await look(page, 'till-none')
    const made = deed()
    await act(town.host(), 'admin', 'till.setDeed', {
      ...made,
      products: made.products.map((product) =>
        product.productId === 'concession' ? { ...product, title: long } : product,
      ),
    })
    await expect(heading(page, 'Ouvrir la caisse')).toBeVisible()
    await page.keyboard.type('1')
    await look(page, 'till-open')
    await act(town.host(), 'agent1', 'till.open', { coins: [{ face: 5000, count: 1 }] })
    await expect(heading(page, 'À payer')).toBeVisible()
    await look(page, 'till-empty')
    await press(page, 'KeyQ', 'KeyQ', 'KeyQ', 'KeyW', 'KeyE', 'Digit1')
    await page.keyboard.type('500')
    await look(page, 'till-pay', { closely: true })
    await frontPicture('caisse')
    await press(page, 'Escape', 'KeyX', 'KeyQ', 'Digit1')
    await page.keyboard.type('20')
    await press(page, 'Enter')
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('Quittance')
    await look(page, 'till-done', { closely: true })
    await press(page, 'KeyW', 'Digit2', 'Enter')
    await expect(page.getByText('QT-2026-2').first()).toBeVisible()
    await press(page, 'KeyT')
    await expect(page.getByRole('textbox', { name: 'Numéro du timbre' })).toBeFocused()
    await page.keyboard.type('12345678')
    await look(page, 'till-stamp')
    await press(page, 'Escape', 'KeyC')
    await page.keyboard.type('1')
    await look(page, 'till-count', { closely: true })
    await press(page, 'Escape', 'KeyJ')
    await page.keyboard.type('2')
    await press(page, 'Enter')
    await expect(heading(page, 'Corriger cette écriture')).toBeVisible()
    await look(page, 'till-entry')
    await press(page, 'Escape', 'KeyV')
    await expect(heading(page, 'Verser au comptable')).toBeVisible()
    await look(page, 'till-remit')
    await page.close()
  })

  test('the papers’ settings and the till’s deed are seen', async () => {
    const page = await town.open('administration')
    await act(town.host(), 'admin', 'paper.set', {
      lines: ['Département de Seine-et-Marne', 'Communauté de communes des Trois-Rivières-et-du-Val-Fleuri'],
      logo: logo(),
      dataContact: 'dpd@fontaine.example',
      delegations: [
        {
          agentId: 'agent2',
          procedures: null,
          from: '2026-01-04',
          until: null,
          act: 'arrêté n° 2026-12',
          capacity: 'deputy',
        },
      ],
    })
    await act(town.host(), 'admin', 'agent.shield', {
      agentId: 'agent3',
      pseudonym: 'Agent 14',
      reason: 'Menaces reçues en janvier',
    })
    await button(page, 'Papiers').press('Enter')
    await expect(page.frameLocator('iframe').locator('header img')).toBeVisible()
    await look(page, 'papersSettings', { closely: true })
    await page.getByText('Ticket 80 mm', { exact: true }).click()
    await expect(page.frameLocator('iframe').locator('.line').first()).toBeVisible()
    await look(page, 'papersSettings-thermal')
    await button(page, 'Régie').press('Enter')
    await expect(heading(page, 'Acte constitutif de la régie')).toBeVisible()
    await look(page, 'tillSettings', { closely: true })
    await button(page, `Modifier ${long}`).press('Enter')
    await look(page, 'tillSettings-product')
    await page.close()
  })

  test('nothing is cut, nothing goes beyond, no rule of axe is broken', () => {
    expect(wrong()).toEqual([])
  })
})
