import { join as words } from '../../shared/messages/network/join.fr.ts'
import { refusals } from '../../shared/messages/refusals.fr.ts'
import { expect, test } from './fixture.ts'
import { press, tabTo } from './keyboard.ts'
import { openEye, patience } from './look.ts'
import { button, heading } from './pages.ts'
import { inApplication } from './shellDouble.ts'
import { startTown, type Town } from './town.ts'

// A machine that joins an office: what is typed, what is wrong with it, what the office answers.

const { look, wrong } = openEye()
const found = [
  { name: 'Mairie de Fontaine-le-Port', address: 'https://192.168.1.20:8443' },
  {
    name: 'Communauté d’agglomération de Saint-Germain-en-Laye et des Boucles de la Seine, maison de services publics',
    address: 'https://accueil.saint-germain-boucles-de-seine.example:8443',
  },
]
const refused = { '00000000': refusals.pairingCodeWrong }

test.describe.serial('a machine that joins an office', () => {
  test.setTimeout(patience)
  let town: Town
  test.beforeAll(async () => {
    town = await startTown({ school: false })
  })
  test.afterAll(() => town.stop())

  const opened = async (hosts: typeof found) => {
    const page = await town.context.newPage()
    const { url, tokens } = town.host()
    await inApplication(page, { url, token: tokens['admin'] ?? '' }, { found: hosts, refused })
    await page.goto(url)
    await tabTo(button(page, words.offer), 80)
    await press(page, 'Enter')
    await expect(heading(page, words.title)).toBeVisible()
    return page
  }

  test('none says where it is: its address and its code are typed', async () => {
    const page = await opened([])
    await expect(page.getByText(words.none)).toBeVisible()
    await look(page, 'join', { closely: true })
    await page.close()
  })

  test('what is wrong is said beside it, and a code refused under both', async () => {
    const page = await opened(found)
    await expect(button(page, /Fontaine-le-Port/)).toBeVisible()
    await page.getByLabel(words.address).fill('la mairie')
    await press(page, 'Enter')
    await expect(page.getByText(words.addressWrong)).toBeVisible()
    await expect(page.getByLabel(words.address)).toBeFocused()
    await look(page, 'join-wrong')
    await button(page, /Fontaine-le-Port/).press('Enter')
    await page.getByLabel(words.code, { exact: true }).fill('0000 0000')
    await press(page, 'Enter')
    await expect(page.getByRole('alert')).toHaveText(refusals.pairingCodeWrong)
    await look(page, 'join-refused', { closely: true })
    await page.getByLabel(words.code, { exact: true }).fill('1234 5678')
    await press(page, 'Enter')
    await expect(button(page, words.joining)).toBeVisible()
    await look(page, 'join-asking')
    await page.close()
  })

  test('nothing seen of it goes beyond its window or breaks a rule of axe', () => {
    expect(wrong()).toEqual([])
  })
})
