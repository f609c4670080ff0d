import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { restartDelay } from '../../electron/gateway/backoff.ts'
import { broken } from '../fixtures/axe.ts'
import { startOffice } from '../fixtures/office.ts'
import { expect, hostPid, logOf, openBy, roleOf, test } from './launch.ts'
import { shareApplication } from './shared.ts'

const nightly = Number(process.env['GUICHET_RUNS'] ?? 0) >= 1000

/** The training office that an earlier start left in the application's folder: the file of its journal. */
async function officeThatWas(folder: string): Promise<string> {
  const dataDir = join(folder, 'formation')
  await mkdir(dataDir)
  const office = await startOffice({ school: true, inside: true, dataDir })
  await office.stop()
  return join(dataDir, 'guichet.sqlite')
}

test.describe(() => {
  const shared = shareApplication('counter')

  test('an error that nobody caught is logged, and does not end the office', async () => {
    const { application, page, folder } = shared()
    await expect.poll(() => roleOf(page)).toBe('agent')
    await application.evaluate(() => {
      setTimeout(() => {
        throw new Error('an error of the test')
      })
      void Promise.reject(new Error('another of the test'))
    })
    await expect
      .poll(() => logOf(folder))
      .toContain('"what":"uncaughtException","error":"Error: an error of the test')
    await expect.poll(() => logOf(folder)).toContain('another of the test')
    expect(await roleOf(page)).toBe('agent')
  })

  test('a host killed under its page is replaced, and the page has a port again', async () => {
    const { application, page } = shared()
    await expect.poll(() => roleOf(page)).toBe('agent')
    // By day one fall is one of many: what each waits is said below.
    for (let fall = 0; fall < (nightly ? 3 : 1); fall++) {
      const killed = await hostPid(application)
      if (killed === null) throw new Error('no host to kill')
      process.kill(killed, 'SIGKILL')
      await expect.poll(() => hostPid(application)).not.toBe(killed)
      await expect.poll(() => roleOf(page), { timeout: 15_000 }).toBe('agent')
    }
    await expect(page).toHaveURL(/#station=counter$/)
  })

  // The last of the group: its window shows no page of ours any more.
  test('a page that crashes is loaded again; one that keeps crashing is said', async () => {
    const { application, page } = shared()
    await expect.poll(() => roleOf(page)).toBe('agent')
    const crash = () =>
      application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      )
    const shown = () =>
      application.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        return contents?.isCrashed() || contents?.isLoading() ? 'nothing' : contents?.getURL()
      })
    for (let time = 0; time < 3; time++) {
      await crash()
      await expect.poll(shown).toBe('nothing')
      await expect.poll(shown).toMatch(/#station=counter$/)
    }
    await crash()
    await expect.poll(shown).toBe('app://guichet/failed')
  })
})

test('the waits between two starts double from 0.2 s to 5 s', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(restartDelay)).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000])
})

test('a corrupt file shows a sentence, its code and two acts, the public to ask an agent, the bar its own height; « Réessayer » opens the mended office', async ({
  launch,
  folder,
}) => {
  const file = await officeThatWas(folder)
  const sound = await readFile(file)
  for (const beside of ['-wal', '-shm']) await rm(`${file}${beside}`, { force: true })
  await writeFile(file, 'this is no database at all. '.repeat(400))

  const application = await launch({ args: ['--school', '--station', 'counter'] })
  const page = await application.firstWindow()
  await expect(page.getByRole('heading', { name: 'L’office ne peut pas s’ouvrir' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveText(/\S+ .*\./)
  await expect(page.getByText(/^Code\s: \w+/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ouvrir le dossier' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText(/at .*\.(?:js|ts):\d+/)
  expect(await broken(page)).toEqual([])

  // Nothing there is for the public to mend.
  const kiosk = await openBy(application, 'open-kiosk')
  await expect(kiosk.getByRole('heading', { name: 'Ce poste n’est pas disponible' })).toBeVisible()
  await expect(kiosk.getByRole('link')).toHaveCount(0)
  await expect(kiosk.getByText('Code')).toHaveCount(0)
  const bar = await openBy(application, 'bar')
  await expect(bar.getByRole('alert')).toContainText('L’office ne peut pas s’ouvrir')
  const { scroll, retry } = await bar.evaluate(() => ({
    scroll: document.documentElement.scrollHeight,
    retry: document.querySelector('a')?.getBoundingClientRect().bottom ?? 0,
  }))
  expect(scroll).toBe(56)
  expect(retry).toBeLessThanOrEqual(56)
  for (const shown of [kiosk, bar]) await shown.close()

  await writeFile(file, sound)
  await page.getByRole('link', { name: 'Réessayer' }).press('Enter')
  await expect(page).toHaveURL(/#station=counter$/, { timeout: 20_000 })
  await expect.poll(() => roleOf(page)).toBe('agent')
})

test('a folder that can’t be one is said, not a stack trace', async ({ launch, folder }) => {
  const data = join(folder, 'taken')
  await writeFile(data, 'a file where the folder should be')
  const page = await (
    await launch({ args: ['--data', data, '--station', 'counter'], profile: false })
  ).firstWindow()
  await expect(page.getByRole('heading', { name: 'L’office ne peut pas s’ouvrir' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText(/at .*\.(?:js|ts):\d+/)
})
