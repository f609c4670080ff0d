import { existsSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Input } from '../../shared/contract/index.ts'
import { startInside } from '../fixtures/hostInside.ts'
import { administration, openNetwork } from '../fixtures/lanHost.ts'
import { byNight } from '../e2e/fixture.ts'
import {
  choose,
  expect,
  fromPage,
  logOf,
  newFolder,
  removeFolder,
  roleOf,
  test,
  trainingBeside,
} from './launch.ts'
import { shareApplication } from './shared.ts'

// What is done from the welcome of an application that opens by itself, on a folder whose station can't be read.

const shared = shareApplication(
  'welcome',
  async (folder) => {
    await writeFile(join(folder, 'station.json'), '{"station":"guiche')
    return {}
  },
  [],
)

test('a broken station.json is said in the log and the welcome opens', async () => {
  const { page, folder } = shared()
  await expect(page).toHaveURL(/#station=welcome$/)
  expect(await logOf(folder)).toContain('ne peut pas être lu')
})

for (const [door, opens, tag] of [
  ['the menu', (application) => choose(application, 'switch-school'), [byNight]],
  ['the welcome', (_application, page) => fromPage(page, { type: 'guichet:open-school' }), []],
] satisfies readonly [string, (application: ElectronApplication, page: Page) => Promise<void>, string[]][])
  test(
    `the training site opens from ${door} beside the office, in a folder and an application of its own`,
    { tag },
    async () => {
      const { application, page, folder } = shared()
      await expect.poll(() => roleOf(page)).toBe('admin')
      expect(existsSync(join(folder, 'formation'))).toBe(false)
      await opens(application, page)
      try {
        // It has its own lock and its own office; this one stays at its welcome.
        await expect
          .poll(() => existsSync(join(folder, 'formation', 'tokens.json')), { timeout: 30_000 })
          .toBe(true)
        expect(existsSync(join(folder, 'formation', 'application'))).toBe(true)
        expect(await trainingBeside(folder)).not.toEqual([])
        await expect(page).toHaveURL(/#station=welcome$/)
        expect(await roleOf(page)).toBe('admin')
      } finally {
        // It is another application: whoever leaves it there waits for what it inherited.
        for (const pid of await trainingBeside(folder)) process.kill(pid, 'SIGKILL')
      }
      await expect.poll(() => trainingBeside(folder), { timeout: 20_000 }).toEqual([])
      await rm(join(folder, 'formation'), { recursive: true, maxRetries: 10, retryDelay: 200 })
    },
  )

test('this machine joins an office of another one by its code, is its counter alone, and leaves when it is revoked', async () => {
  const { application, page, folder } = shared()
  const elsewhere = await newFolder()
  const host = await startInside(elsewhere)
  try {
    const admin = await administration(host)
    await openNetwork(admin)
    const asked = { role: 'agent', place: { name: 'Guichet 1', counterId: '1' } } as Input<'pairing.open'>
    const { code } = await admin.act('pairing.open', asked)
    const { door } = await admin.ask('stations.view', {})
    await page.getByRole('button', { name: 'Rejoindre un office' }).press('Enter')
    await page.getByRole('textbox', { name: 'Adresse de l’office' }).fill(door.addresses[0] ?? '')
    const field = page.getByRole('textbox', { name: 'Code' })
    await field.fill(code === '00000000' ? '11111111' : '00000000')
    await field.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(/^Ce code n’est pas .*\.$/)
    await field.fill(code ?? '')
    await field.press('Enter')
    await expect(page).toHaveURL(/#station=counter$/, { timeout: 20_000 })
    await expect(page.getByRole('heading', { name: 'Qui êtes-vous' })).toBeVisible({ timeout: 20_000 })
    // What it keeps is for its owner alone, and the page was told no token.
    const file = join(folder, 'joined.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const { joined, token } = JSON.parse(await readFile(file, 'utf8')) as {
      readonly joined: Input<'station.revoke'>
      readonly token: { readonly plain?: string }
    }
    expect(await page.content()).not.toContain(token.plain ?? 'no token')
    const offered = await application.evaluate(({ Menu }) =>
      ['counter', 'reception', 'kiosk', 'administration'].filter((name) =>
        Menu.getApplicationMenu()?.getMenuItemById(`open-${name}`),
      ),
    )
    expect(offered).toEqual(['counter', 'reception'])

    await admin.act('station.revoke', { stationId: joined.stationId })
    const welcome = () => application.windows().find((window) => window.url().endsWith('#station=welcome'))
    await expect.poll(() => welcome() !== undefined, { timeout: 20_000 }).toBe(true)
    const shown = welcome()
    if (!shown) throw new Error('no welcome')
    await expect(shown.getByText('Ce poste n’est plus relié à l’office.')).toBeVisible()
    expect(existsSync(file)).toBe(false)
    admin.connection.close()
  } finally {
    await host.stop()
    await removeFolder(elsewhere)
  }
})

// The last: its window is another station's from then on.
test('the station chosen at the welcome is the window’s next page, and this machine’s from then on', async () => {
  const { page, folder } = shared()
  await expect.poll(() => roleOf(page)).toBe('admin')
  await fromPage(page, { type: 'guichet:open-station', station: 'caisse' })
  await fromPage(page, { type: 'guichet:open-station', station: 'supervision' })
  await expect(page).toHaveURL(/^app:\/\/guichet\/index\.html#station=supervision$/)
  await expect.poll(() => roleOf(page)).toBe('supervisor')
  expect(JSON.parse(await readFile(join(folder, 'station.json'), 'utf8'))).toEqual({
    station: 'supervision',
    school: false,
  })
})
