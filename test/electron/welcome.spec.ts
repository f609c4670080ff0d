import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { choose, expect, fromPage, logOf, roleOf, test, trainingBeside } from './launch.ts'
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

for (const [door, opens] of [
  ['the menu', (application) => choose(application, 'switch-school')],
  ['the welcome', (_application, page) => fromPage(page, { type: 'guichet:open-school' })],
] satisfies readonly [string, (application: ElectronApplication, page: Page) => Promise<void>][])
  test(`the training site opens from ${door} beside the office, in a folder and an application of its own`, async () => {
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
