import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readHolder } from '../../db/hold.ts'
import { act } from '../e2e/reception.ts'
import { find } from '../runtime/command.ts'
import { prepareSession } from './accessSession.ts'
import { xdotool } from './anotherProgram.ts'
import { expect, test } from './launch.ts'

// The real screen reader of a Linux kiosk, Orca, on the real application: what it says is what its own log says, whether
// or not this machine has a voice. The keys are the keyboard's, pressed in the window.

/** What Orca has said: each utterance that it gave its voice. */
const utterances = (log: string): readonly string[] =>
  [...log.matchAll(/SPEECH OUTPUT: '(.*?)'(?: \{.*\})?$/gm)].map(([, said]) => said ?? '')

test('Orca says the kiosk’s question, each answer that Tab reaches, and the number of the ticket taken', async ({
  launch,
  folder,
}, testInfo) => {
  const reader = find('orca')
  testInfo.skip(reader === undefined, 'Orca manque (paquets orca, python3-speechd et at-spi2-core).')
  const session = await prepareSession(folder, reader ?? null)
  const dataDir = join(folder, 'data')
  const application = await launch({
    args: ['--data', dataDir, '--school', '--station', 'kiosk', '--at', '2026-03-03T10:42:00+01:00'],
    switches: ['--force-renderer-accessibility'],
    through: session.script,
    env: session.env,
  })

  const page = await application.firstWindow()
  application.process().once('exit', session.begun().end)
  await expect(page.getByRole('heading', { name: 'L’accueil est fermé', level: 1 })).toBeVisible()
  const url = (await readHolder(dataDir))?.url ?? ''
  const tokens = JSON.parse(await readFile(join(dataDir, 'tokens.json'), 'utf8')) as Record<string, string>
  let heard = 0
  const since = async () => utterances(await readFile(session.log, 'utf8').catch(() => '')).slice(heard)
  /** Presses Tab until Orca says so, then forgets what it said. */
  const reach = async (words: RegExp, most = 40) => {
    for (let stops = 0; stops < most; stops++) {
      xdotool('key', 'Tab')
      const name = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (!words.test(name)) continue
      await expect.poll(async () => (await since()).join('\n')).toMatch(words)
      return
    }
    throw new Error(`${String(words)} was not reached within ${most} stops`)
  }
  const hear = async (words: RegExp) => {
    await expect.poll(async () => (await since()).join('\n')).toMatch(words)
    heard += (await since()).length
  }
  const choose = async (answer: RegExp, then: RegExp) => {
    await reach(answer)
    await hear(/button/)
    xdotool('key', 'Return')
    await hear(then)
  }
  await act({ url, tokens }, 'supervisor', 'day.open')
  await act({ url, tokens }, 'agent1', 'counter.open', { counterId: '1' })
  await expect(page.getByRole('heading', { name: 'Quelle est votre démarche' })).toBeVisible()
  // What comes while Orca is still finding the page is not said: one goes on by Tab until it speaks, then comes back.
  await expect
    .poll(
      async () => {
        xdotool('key', 'Tab')
        return (await since()).join('\n')
      },
      { intervals: [1_000] },
    )
    .toMatch(/button/)
  await choose(/^Titres d’identité/m, /Titres d’identité[^]*heading/)
  xdotool('key', 'Escape')
  await hear(/Quelle est votre démarche/)
  await choose(/^Titres d’identité/m, /Titres d’identité[^]*heading/)
  await choose(/^Passeport/m, /Passeport[^]*heading/)
  await choose(/^Prendre (?:mon|le) ticket/m, /A\s1(?:\D|$)/)
  await expect(page.getByRole('heading', { name: 'Votre ticket' })).toBeVisible()
})
