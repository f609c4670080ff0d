import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readHolder } from '../../../db/hold.ts'
import type { KioskKept } from '../../../shared/contract/queue/provisional.ts'
import { startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { byNight, expect, test as base } from '../fixture.ts'
import { journalOf } from '../journal.ts'
import { press } from '../keyboard.ts'
import { act, heldByFirstAgent, openOffice, piece, receiveNext, tick } from '../reception.ts'

type Falls = {
  /** Ends the office's host at once, as a power cut ends a process. */
  readonly kill: () => Promise<void>
  /** The host is there again, on the same folder: the application starts it itself, a town's server is started by hand. */
  readonly restart: () => Promise<void>
}

const test = base.extend<Falls>({
  kill: async ({ office }, use) => {
    await use(async () => {
      const holder = await readHolder(office.dataDir)
      if (!holder) throw new Error('nobody holds the office’s folder')
      process.kill(holder.pid, 'SIGKILL')
    })
  },
  restart: async ({ shell, office, at }, use) => {
    const started: RunningHost[] = []
    await use(async () => {
      if (shell === 'electron') return
      started.push(await startHost(office.dataDir, { port: Number(new URL(office.url).port), at }))
    })
    for (const host of started) await host.stop()
  },
})

test.use({ hostFalls: true })

const away = 'Hôte absent'

test('a host killed while someone is received is said; nothing typed is lost, nothing done twice', async ({
  office,
  page,
  kill,
  restart,
}) => {
  await openOffice(office, 2)
  await heldByFirstAgent(page)
  await receiveNext(page, 'A 1')
  await tick(page, 'Ancienne carte', 'KeyE')
  await press(page, 'KeyN')
  await page.keyboard.type('Revient avec la pho')

  await kill()
  await expect(page.getByText(away)).toBeVisible()
  // The page stays usable: what is being typed is there, and goes on.
  await page.keyboard.type('to')
  await expect(page.getByRole('textbox')).toHaveValue('Revient avec la photo')
  await press(page, 'Escape', 'KeyR')
  await expect(piece(page, 'Photo de moins de 6 mois')).toContainText('Présentée')
  await press(page, 'F9')
  await expect(page.getByRole('radio', { name: 'Déposé' })).toBeFocused()
  // Pressed twice because nothing seems to happen: at once, since the application's host may be back already, and an
  // Enter after its answer calls who is next.
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')])

  await restart()
  await expect(page.getByText('A 1 : dossier déposé.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(away)).toBeHidden()
  await expect(page.getByText('RD-2026-1')).toBeVisible()
  const journal = await journalOf(office.dataDir)
  const of = (type: string) => journal.filter((event) => event.type === type)
  expect(of('visitClosed')).toHaveLength(1)
  expect(of('documentIssued').map(({ data }) => data['number'])).toEqual(['RD-2026-1'])

  // What was ticked during the absence is on the paper, and the counter goes on.
  await press(page, 'KeyD', 'Digit1')
  await expect(page.frameLocator('iframe').getByText('Photo de moins de 6 mois')).toBeVisible()
  await press(page, 'Escape', 'Escape')
  await receiveNext(page, 'A 2')
})

test('an act under way when the host falls is done once, whether or not it had been recorded', async ({
  office,
  page,
  kill,
  restart,
}) => {
  test.setTimeout(120_000)
  await openOffice(office, 4)
  await heldByFirstAgent(page)
  // The fall comes at once after the key, then a little later: before, during or after the commit.
  for (const [at, after] of [0, 3, 12].entries()) {
    const number = `A ${at + 1}`
    await expect(page.getByRole('button', { name: `Appeler ${number}` })).toBeVisible()
    await press(page, 'F2')
    if (after > 0) await page.waitForTimeout(after)
    await kill()
    await restart()
    await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText(number, { exact: true }).first()).toBeVisible()
    await press(page, 'F5')
    await expect(page.getByRole('heading', { name: number, exact: true })).toBeVisible()
    await press(page, 'F8')
    await expect(page.getByText(`${number} : renseignement donné.`)).toBeVisible()
  }
  const journal = await journalOf(office.dataDir)
  const called = journal.filter(({ type }) => type === 'ticketCalled')
  expect(new Set(called.map(({ data }) => data['ticketId'])).size).toBe(3)
  expect(called).toHaveLength(3)
  expect(journal.filter(({ type }) => type === 'visitClosed')).toHaveLength(3)
  expect(journal.filter(({ type }) => type === 'documentIssued')).toEqual([])
})

test('a host that hangs is said to be away, and is back when it goes on', async ({ office, page }) => {
  await openOffice(office, 1)
  await heldByFirstAgent(page)
  const pid = (await readHolder(office.dataDir))?.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  try {
    // No close is seen: the delay of the silence is held by the link's own test, on a clock that no load slows.
    await expect(page.getByText(away)).toBeVisible()
    await press(page, 'F2')
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await expect(page.getByText(away)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Appelé à' })).toBeVisible()
})

test('a kiosk whose host is away gives no number that is not recorded, and gives the next one after', async ({
  office,
  page,
  open,
  kill,
  restart,
}) => {
  await act(office, 'supervisor', 'day.open')
  await expect(page.locator('main')).toBeVisible()
  const kiosk = await open('kiosk')
  await expect(kiosk.getByRole('heading', { name: 'Quelle est votre démarche' })).toBeVisible()
  await press(kiosk, 'Digit1')
  await expect(kiosk.getByRole('heading', { name: 'Titres d’identité' })).toBeFocused()
  await press(kiosk, 'Digit1')
  await expect(kiosk.getByRole('button', { name: 'Prendre le ticket quand même' })).toBeVisible()
  await kill()
  await press(kiosk, 'Tab', 'Enter')
  await expect(kiosk.getByRole('heading', { name: 'nous préparons votre ticket' })).toBeVisible()
  await restart()
  await expect(kiosk.getByRole('status').filter({ hasText: 'A 1' })).toBeVisible({ timeout: 20_000 })
  const taken = (await journalOf(office.dataDir)).filter(({ type }) => type === 'ticketTaken')
  expect(taken.map(({ data }) => data['number'])).toEqual(['A1'])
})

test(
  'an application’s kiosk without its host keeps each number on its disk before it is shown, goes on after a reload, and joins them',
  { tag: byNight },
  async ({ shell, office, page, open }) => {
    // A browser gets its page from the host: without it there is none to try.
    if (shell === 'chromium') return
    await act(office, 'supervisor', 'day.open')
    await expect(page.locator('main')).toBeVisible()
    const kiosk = await open('kiosk')
    await expect(kiosk.getByRole('heading', { name: 'Quelle est votre démarche' })).toBeVisible()
    const of = async (type: string) =>
      (await journalOf(office.dataDir)).filter((event) => event.type === type)
    const file = join(dirname(office.dataDir), 'profile', 'kiosk.json')
    const kept = () =>
      JSON.parse(readFileSync(file, 'utf8')) as Pick<KioskKept, 'series' | 'seen' | 'tickets'>[]
    await expect
      .poll(() => existsSync(file) && kept()[0])
      .toMatchObject({ series: expect.any(String), seen: { officeName: 'Mairie de formation' } })
    expect(await of('seriesLent')).toHaveLength(1)
    const take = async (number: string) => {
      await expect(kiosk.getByText('Elle donne un numéro provisoire')).toBeVisible({ timeout: 20_000 })
      await press(kiosk, 'Digit1')
      await expect(kiosk.getByRole('heading', { name: 'Titres d’identité' })).toBeFocused()
      await press(kiosk, 'Digit1')
      await kiosk.getByRole('button', { name: 'Prendre un numéro provisoire' }).press('Enter')
      await expect(kiosk.getByRole('status').filter({ hasText: number })).toBeVisible()
      expect(kept()[0]?.tickets.at(-1)?.number).toBe(number.replace('\u00a0', ''))
      await press(kiosk, 'Escape')
    }
    const pid = (await readHolder(office.dataDir))?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    try {
      await take('P\u00a01')
      await kiosk.reload()
      await take('P\u00a02')
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    await expect.poll(() => kept()[0]?.tickets).toEqual([])
    expect((await of('ticketJoined')).map(({ data }) => data['number'])).toEqual(['P1', 'P2'])
  },
)
