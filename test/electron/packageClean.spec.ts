import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { Language } from '../../shared/contract/text.ts'
import { kioskLock as lock } from '../../shared/messages/queue/kioskLock.fr.ts'
import { languages } from '../../shared/messages/public/languages.ts'
import { button, call, heading, newest, row } from '../e2e/pages.ts'
import { press } from '../e2e/keyboard.ts'
import { choosePassphrase, fillWelcome } from '../e2e/realOffice.ts'
import { account, startCleanDebian, type CleanDebian } from '../runtime/cleanDebian.ts'
import { root } from '../runtime/places.ts'
import { freePort } from '../runtime/postgres.ts'
import { startScreen, type Screen } from '../runtime/screen.ts'
import { xdotool } from './anotherProgram.ts'
import { openedPackage, removed } from './package.ts'

// What an administrator reads in docs/deploy/linux.md, typed as it is written, on a Debian that has never had anything of
// ours: of root's machines alone, at night (`npm run nightly`), some minutes.

test.describe.configure({ mode: 'serial' })

let screen: Screen
let machine: CleanDebian
const code = '704518'

/** The lines of shell under a heading of the guide, without what they say of themselves. */
function steps(title: string): readonly string[] {
  const guide = readFileSync(join(root, 'docs/deploy/linux.md'), 'utf8')
  const [, block = ''] = /```sh\n(.*?)```/s.exec(guide.slice(guide.indexOf(`## ${title}`))) ?? []
  return block
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, ''))
}

const did = (line: string, who?: string): string => {
  const { code: left, output, errors } = machine.run(line, who)
  expect(left, `${line}\n${output.slice(-1000)}${errors.slice(-2000)}`).toBe(0)
  return output
}

/** A trial's Electron is older than the addon that is shipped. */
const trial = 'GUICHET_SQLITE_BINDING=/opt/Guichet/resources/essai/better_sqlite3.node'

test.beforeAll(async () => {
  test.setTimeout(600_000)
  screen = await startScreen()
  process.env['DISPLAY'] = screen.display
  machine = await startCleanDebian()
  for (const version of ['0.1.0', '0.1.1']) {
    const made = await openedPackage({ version })
    // By the name that the guide gives it.
    copyFileSync(made.deb, machine.at(`/home/${account}/guichet_${version}_amd64.deb`))
    await removed(made.folder)
  }
  writeFileSync(
    machine.at('/etc/systemd/system/guichet.service.d/essai.conf'),
    `[Service]\nEnvironment=${trial}\n`,
  )
})
test.afterAll(async () => {
  await machine?.stop()
  await screen.stop()
})

const school = '--school --at 2026-03-03T10:42:00+01:00'

/** Types a command in the session of the ordinary account, which has the screen. */
function typed(line: string) {
  const [program, args] = machine.starts(`exec env DISPLAY=${screen.display} ${trial} ${line}`)
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const gone = new Promise<number | null>((done) => child.once('exit', done))
  return { gone, said: () => said }
}

/** The application of that session, once its window is there, and its pages by their station. */
async function application(line: string) {
  const port = await freePort()
  const started = typed(`${line} --disable-gpu --remote-debugging-port=${port}`)
  let browser: Browser | null = null
  await expect
    .poll(
      async () => {
        browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null)
        return (browser as Browser | null)?.contexts()[0]?.pages().length ?? started.said().slice(-1000)
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  const pages = (): readonly Page[] => (browser as Browser | null)?.contexts()[0]?.pages() ?? []
  const page = async (station: string): Promise<Page> => {
    const found = () => pages().find((each) => each.url().endsWith(`#station=${station}`))
    await expect.poll(() => found() !== undefined, { timeout: 20_000 }).toBe(true)
    return found() as Page
  }
  return {
    page,
    gone: started.gone,
    quit: async () => {
      await (browser as Browser | null)?.close()
      did(`pkill --euid ${account} --oldest --exact guichet`)
      expect(await started.gone).toBe(0)
    },
  }
}

/** Someone takes a ticket for an identity document, in their language, by the keyboard. */
async function takeIn(kiosk: Page, language: Language, number: string): Promise<void> {
  const { direction, kiosk: words } = languages[language]
  await button(kiosk, words.language).press('Enter')
  await expect(kiosk.locator('html')).toHaveAttribute('dir', direction)
  await expect(heading(kiosk, words.choose)).toBeVisible()
  await press(kiosk, 'Digit1', 'Digit1')
  await kiosk
    .getByRole('button', { name: new RegExp(`^(?:${words.take}|${words.takeAnyway})`) })
    .press('Enter')
  await expect(kiosk.getByRole('status').filter({ hasText: number })).toBeVisible()
  await press(kiosk, 'Escape')
}

const [install = '', open = ''] = steps('Un poste')

test('installed by its guide, it opens kiosk, counter, display and supervision, and gives a ticket in five languages', async () => {
  test.setTimeout(400_000)
  did(install)
  const { page, quit } = await application(`${open} ${school}`)
  try {
    const counter = await page('counter')
    // A second start of the same command is a window of the first.
    for (const station of ['supervision', 'display', 'kiosk'])
      expect(await typed(`guichet --school --station ${station}`).gone).toBe(0)
    const supervision = await page('supervision')
    await button(supervision, 'Ouvrir la journée').press('Enter')
    const display = await page('display')
    await expect(display.getByText('Prenez un ticket')).toBeVisible()
    await expect(heading(counter, 'Qui êtes-vous')).toBeVisible()
    await press(counter, 'Digit1')
    await expect(heading(counter, 'Quel guichet tenez-vous')).toBeVisible()
    await press(counter, 'Digit2')
    await expect(heading(counter, 'Personne n’attend')).toBeVisible()

    const kiosk = await page('kiosk')
    for (const [at, language] of Language.options.entries()) await takeIn(kiosk, language, `A ${at + 1}`)
    await expect(row(supervision, /Qui attend/, 'A 5')).toBeVisible()
    await call(counter, display, 'A 1')
    await expect(newest(display)).toContainText('A 1')
  } finally {
    await quit()
  }
})

/** What the screen shows, and what the keyboard writes to. */
const shown = (): string => {
  try {
    return xdotool('getactivewindow', 'getwindowname')
  } catch {
    return ''
  }
}

test('as a kiosk it holds the screen against the keyboard, and the manager’s code alone ends it', async () => {
  test.setTimeout(120_000)
  const file = machine.at('/etc/guichet/guichet.json')
  writeFileSync(file, JSON.stringify({ station: 'kiosk', kiosk: { code } }))
  chmodSync(file, 0o640)
  did(`chown root:${account} /etc/guichet/guichet.json`, 'root')
  const { page, gone } = await application(`guichet ${school}`)
  const kiosk = await page('kiosk')
  await expect.poll(shown).toMatch(/^Borne/)
  await kiosk.evaluate(() => Object.assign(window, { stays: true }))
  xdotool('key', 'alt+F4', 'ctrl+w', 'ctrl+q', 'ctrl+r', 'ctrl+n', 'F5', 'F11', 'ctrl+shift+i', 'super+d')
  await expect.poll(shown).toMatch(/^Borne/)
  expect(await kiosk.evaluate(() => 'stays' in window)).toBe(true)
  // The office of before goes on.
  await takeIn(kiosk, 'ar', 'A 6')
  xdotool('key', 'ctrl+alt+End')
  await expect(kiosk.getByRole('heading', { name: lock.title })).toBeVisible()
  xdotool('key', ...'111111', 'Return')
  await expect(kiosk.getByText(lock.wrong)).toBeVisible()
  xdotool('key', ...code, 'Return')
  expect(await gone).toBe(0)
})

test('its service keeps an office under the system’s own lock, through an update, and says so in the journal', async () => {
  test.setTimeout(300_000)
  did('rm /etc/guichet/guichet.json', 'root')
  for (const step of steps('L’hôte seul, service systemd')) did(step)
  const alive = async () => {
    const answer = await fetch('http://127.0.0.1:8710/healthz').catch(() => null)
    return answer?.json()
  }
  await expect.poll(alive, { timeout: 20_000 }).toEqual({ alive: true })
  const office = '/var/lib/guichet/office'
  expect(did(`sudo stat -c '%U %a' ${office}/guichet.sqlite`)).toBe('guichet 600\n')
  const score = /exposure level for \S+ ([\d.]+)/.exec(
    did('systemd-analyze security --no-pager guichet'),
  )?.[1]
  expect(score?.replace('.', ',')).toBe(
    /security guichet` : (\S+) sur 10/.exec(readFileSync(join(root, 'docs/deploy/linux.md'), 'utf8'))?.[1],
  )
  await test.step('the office is created in a browser of the machine, by the key that root reads', async () => {
    const { admin } = JSON.parse(did(`sudo cat ${office}/tokens.json`)) as Readonly<Record<string, string>>
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage({ locale: 'fr-FR' })
      await page.goto(`http://127.0.0.1:8710/#station=administration&token=${admin}`)
      await fillWelcome(page)
      await button(page, 'Ouvrir la mairie').press('Enter')
      await choosePassphrase(page)
      await button(page, 'Ouvrir la mairie').press('Enter')
      await expect(button(page, 'Ouvrir la journée')).toBeVisible()
    } finally {
      await browser.close()
    }
  })
  const began = () => did(`sudo -u guichet env ${trial} guichet journal show ${office}`).split('\n')[0]
  const first = began()
  expect(first).toContain('officeCreated')

  const invocation = () => did('systemctl show --value -p InvocationID guichet')
  const before = invocation()
  did(install.replace('0.1.0', '0.1.1'))
  expect(did("dpkg-query -W -f '${Version}' guichet")).toBe('0.1.1')
  await expect.poll(alive, { timeout: 20_000 }).toEqual({ alive: true })
  expect(invocation()).not.toBe(before)
  expect(began()).toBe(first)
  await expect.poll(() => did('sudo journalctl -u guichet -o cat')).toContain('{"ready":true,"created":true')
  const [, backup = ''] = steps('La ligne de commande')
  did(backup.replace('sudo -u guichet', `sudo -u guichet env ${trial}`))
  did(`sudo test -s ${backup.split(' ').at(-1)}`)

  // Stopped, it leaves of itself, well before it would be killed.
  did('sudo systemctl stop guichet')
  expect(did('systemctl show --value -p Result -p ExecMainStatus guichet')).toBe('success\n0\n')
  did('sudo systemctl start guichet')
})

test('the ordinary account’s office is the same after the update', async () => {
  test.setTimeout(120_000)
  did('sudo rm /etc/guichet/guichet.json')
  const { page, quit } = await application(`guichet --station kiosk ${school}`)
  try {
    await takeIn(await page('kiosk'), 'uk', 'A 7')
  } finally {
    await quit()
  }
})

test('removed, it leaves every office; purged, it takes the service’s and never a person’s', () => {
  test.setTimeout(120_000)
  const own = machine.at(`/home/${account}/.config/guichet/formation/guichet.sqlite`)
  did('sudo apt remove guichet')
  expect(did('systemctl is-active guichet || true')).toBe('inactive\n')
  for (const path of ['/opt/Guichet', '/usr/bin/guichet'])
    expect(existsSync(machine.at(path)), path).toBe(false)
  expect([existsSync(own), existsSync(machine.at('/var/lib/guichet/office/guichet.sqlite'))]).toEqual([
    true,
    true,
  ])
  did('sudo apt purge guichet')
  expect([existsSync(own), existsSync(machine.at('/var/lib/guichet'))]).toEqual([true, false])
  expect(machine.run('id guichet').code).not.toBe(0)
})
