import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { broken } from '../fixtures/axe.ts'
import { press, tabTo } from '../e2e/keyboard.ts'
import { act } from '../e2e/reception.ts'
import { expect, hostPid, officeOf, openBy, roleOf, test } from './launch.ts'

// Two applications, as on two machines: one keeps the office, the other is a station of it and has no office of its own.

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const accessible = async (page: Page) => expect(await broken(page)).toEqual([])

/** Chooses the network, then asks for a station: the code that the administration shows, and an address to type. */
async function codeFor(administration: Page): Promise<{ readonly code: string; readonly address: string }> {
  await button(administration, 'Postes et réseau').press('Enter')
  await administration.getByRole('combobox', { name: 'Répondre sur' }).selectOption('lo')
  const port = administration.getByRole('textbox', { name: 'Port', exact: true })
  await port.fill('0')
  await port.press('Enter')
  await expect(button(administration, 'Montrer un code')).toBeEnabled()
  await administration.getByRole('combobox', { name: 'Son guichet' }).selectOption('1')
  // The administration's parts, at the side, come first.
  await tabTo(button(administration, 'Montrer un code'), 60)
  await press(administration, 'Enter')
  await expect(button(administration, 'Ne plus attendre')).toBeFocused()
  await expect(administration.getByRole('timer')).toHaveText(/^encore /)
  const code = (await administration.getByRole('img', { name: /^(\d ){7}\d$/ }).textContent()) ?? ''
  const address = await administration
    .getByRole('list', { name: /^Adresse/ })
    .getByRole('listitem')
    .filter({ hasText: '127.0.0.1' })
    .textContent()
  return { code, address: address ?? '' }
}

test('a second machine joins by the code typed at its keyboard, works as its counter, and leaves when it is revoked', async ({
  launch,
  folder,
}) => {
  test.setTimeout(150_000)
  const [data, own] = [join(folder, 'office'), join(folder, 'station')]
  const office = await launch({
    args: ['--data', data, '--school', '--station', 'administration'],
    profile: false,
  })
  const administration = await office.firstWindow()
  await expect.poll(() => roleOf(administration)).toBe('admin')
  const host = await officeOf(data)
  await act(host, 'supervisor', 'day.open')

  const second = await launch({ args: ['--data', own], profile: false })
  const station = await second.firstWindow()
  await expect(heading(station, 'Bienvenue dans Guichet')).toBeVisible()
  await tabTo(button(station, 'Rejoindre un office'), 60)
  await press(station, 'Enter')
  await expect(station.getByRole('textbox', { name: 'Adresse de l’office' })).toBeFocused()
  await accessible(station)

  await test.step('a wrong code is said in a sentence, and loses nothing typed', async () => {
    const { code, address } = await codeFor(administration)
    const wrong = code === '00000000' ? '11111111' : '00000000'
    await station.keyboard.type(address)
    await tabTo(station.getByRole('textbox', { name: 'Code' }))
    await station.keyboard.type(wrong)
    await press(station, 'Enter')
    await expect(station.getByRole('alert')).toHaveText(/^Ce code n’est pas .*\.$/)
    await expect(administration.getByText('4 essais')).toBeVisible()
    await expect(station.getByRole('textbox', { name: 'Adresse de l’office' })).toHaveValue(address)
    const field = station.getByRole('textbox', { name: 'Code' })
    await field.focus()
    await press(station, 'ControlOrMeta+A')
    await station.keyboard.type(`${code.slice(0, 4)} ${code.slice(4)}`)
    await press(station, 'Enter')
  })

  await test.step('the station opens as the counter for which it was paired', async () => {
    await expect(station).toHaveURL(/#station=counter$/, { timeout: 20_000 })
    await expect(heading(station, 'Qui êtes-vous')).toBeVisible({ timeout: 20_000 })
    await expect(administration.getByText('Le poste est relié.')).toBeVisible()
    await expect(
      administration.getByRole('list', { name: 'Postes reliés' }).getByText('Connecté'),
    ).toBeVisible()
    // What it keeps is for its owner alone, and the page was told no token.
    const kept = join(own, 'application', 'joined.json')
    expect((await stat(kept)).mode & 0o777).toBe(0o600)
    const { token } = JSON.parse(await readFile(kept, 'utf8')) as { token: { plain?: string } }
    expect(await station.content()).not.toContain(token.plain ?? 'no token')
    // Its menu has the stations of its role alone.
    const offered = await second.evaluate(({ Menu }) =>
      ['counter', 'reception', 'kiosk', 'administration'].filter((name) =>
        Menu.getApplicationMenu()?.getMenuItemById(`open-${name}`),
      ),
    )
    expect(offered).toEqual(['counter', 'reception'])
  })

  await test.step('a ticket taken at one is called at the other', async () => {
    const kiosk = await openBy(office, 'open-kiosk')
    await expect(heading(kiosk, 'Quelle est votre démarche')).toBeFocused()
    await press(kiosk, 'Digit1')
    await expect(heading(kiosk, 'Titres d’identité')).toBeFocused()
    await press(kiosk, 'Digit1')
    await button(kiosk, 'Prendre le ticket quand même').press('Enter')
    await expect(kiosk.getByRole('status').filter({ hasText: 'A 1' })).toBeVisible()

    await press(station, 'Digit1')
    const counter = heading(station, 'Guichet 1')
    const choice = heading(station, 'Quel guichet tenez-vous')
    await expect(counter.or(choice).first()).toBeVisible()
    if (await choice.isVisible()) await press(station, 'Digit1')
    await expect(button(station, 'Appeler A 1').first()).toBeVisible()
    await press(station, 'F2')
    await expect(heading(station, 'Appelé à')).toBeVisible()
  })

  await test.step('the host killed under both is said, then found again, and the call is still there', async () => {
    const pid = await hostPid(office)
    if (pid === null) throw new Error('no host to kill')
    process.kill(pid, 'SIGKILL')
    await expect(station.getByText('Hôte absent')).toBeVisible()
    await expect(station.getByText('Hôte absent')).toBeHidden({ timeout: 30_000 })
    await press(station, 'F5')
    await expect(heading(station, 'A 1')).toBeVisible()
  })

  await test.step('revoked, it says so in a sentence and is back at the welcome', async () => {
    const revoke = button(administration, /^Retirer Guichet 1/)
    await tabTo(revoke, 60)
    await press(administration, 'Enter')
    await expect(button(administration, 'Oui, retirer ce poste')).toBeFocused()
    await accessible(administration)
    await press(administration, 'Enter')
    await expect(administration.getByText('Aucun poste d’un autre ordinateur n’est relié.')).toBeVisible()
    const welcome = () => second.windows().find((page) => page.url().endsWith('#station=welcome'))
    await expect.poll(() => welcome() !== undefined, { timeout: 20_000 }).toBe(true)
    const shown = welcome()
    if (!shown) throw new Error('no welcome')
    await expect(shown.getByText('Ce poste n’est plus relié à l’office.')).toBeVisible()
    await expect(heading(shown, 'Bienvenue dans Guichet')).toBeVisible()
    await expect(stat(join(own, 'application', 'joined.json'))).rejects.toThrow('ENOENT')
  })
})
