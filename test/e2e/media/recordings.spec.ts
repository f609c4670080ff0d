import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { display as displayWords } from '../../../shared/messages/media/display.fr.ts'
import { kiosk as kioskTexts } from '../../../shared/messages/public/kiosk.ts'
import { recordings as words } from '../../../shared/messages/media/recordings.fr.ts'
import type { Office } from '../../fixtures/office.ts'
import { root } from '../../runtime/places.ts'
import { byNight, expect, test } from '../fixture.ts'
import { press, tabTo } from '../keyboard.ts'
import { longNames } from '../longNames.ts'
import { broken } from '../../fixtures/axe.ts'
import { hidden } from '../look.ts'
import { act, ask } from '../reception.ts'

// What an office records itself: added in the administration, seen and heard where the public is.

const signed = join(root, 'test/fixtures/recordings/signed.webm')
const voice = join(root, 'renderer/sound/clips/fr/number-3.ogg')
const kioskWords = kioskTexts.fr

/** Keeps a file as the administration sends it. */
async function keep(
  office: Office,
  what: object,
  lang: string,
  { file, transcript, milliseconds }: { file: string; transcript: string; milliseconds: number },
): Promise<string> {
  const bytes = await readFile(file)
  await act(office, 'admin', 'recording.send', { index: 0, bytes: bytes.toString('base64') })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const about = { what, lang, milliseconds, transcript, sha256 }
  return (await act<{ recordingId: string }>(office, 'admin', 'recording.add', about)).recordingId
}
const video = {
  file: signed,
  milliseconds: 4000,
  transcript: 'Touchez votre démarche, puis prenez le ticket.',
}

const question = (kiosk: Page, name: string | RegExp) => kiosk.getByRole('heading', { name, level: 1 })
const key = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Whether the one video of a page goes on. */
const isPlaying = (page: Page) =>
  page.locator('video').evaluate((shown: HTMLVideoElement) => !shown.paused && shown.currentTime > 0)

test.describe('the administration', () => {
  test.use({ station: 'administration' })

  test('a video is read before it is sent, kept with what it says, seen again, and erased; what is no video is refused with why', async ({
    office,
    page,
  }) => {
    await page
      .getByRole('navigation', { name: 'Réglages' })
      .getByRole('button', { name: 'Enregistrements', exact: true })
      .press('Enter')
    const row = page
      .getByRole('list', { name: words.what })
      .getByRole('listitem')
      .filter({ hasText: words.rule })
    await expect(row).toContainText(words.none)
    await row.getByRole('button', { name: words.of(words.rule, words.add) }).press('Enter')
    const form = page.getByRole('form', { name: words.of(words.rule, words.languages.lsf) })
    await expect(form.getByRole('button', { name: words.choose })).toBeFocused()
    const file = form.locator('input[type=file]')
    await file.setInputFiles(voice)
    await expect(form.getByRole('alert')).toHaveText(words.wrong.kind(true))
    // It begins as a video, and is none.
    const broke = Buffer.concat([(await readFile(signed)).subarray(0, 200), Buffer.alloc(3000, 7)])
    await file.setInputFiles({ name: 'coupé.webm', mimeType: 'video/webm', buffer: broke })
    await expect(form.getByRole('alert')).toHaveText(words.wrong.unreadable)
    await file.setInputFiles({ name: 'long.webm', mimeType: 'video/webm', buffer: Buffer.alloc(17 << 20) })
    await expect(form.getByRole('alert')).toContainText('17,0\u00a0Mio')
    await file.setInputFiles(signed)
    await expect(form.getByRole('alert')).toBeHidden()
    await expect(form.locator('video')).toBeVisible()
    await form.getByRole('button', { name: words.save }).press('Enter')
    await expect(form.getByText(words.wrong.transcript)).toBeVisible()
    expect(await broken(page)).toEqual([])
    await form.getByRole('textbox', { name: words.transcript }).fill('Chacun passe à son tour.')
    await form.getByRole('button', { name: words.save }).press('Enter')
    await expect(form).toBeHidden()
    await expect(row.getByRole('button', { name: words.of(words.rule, words.replace) })).toBeFocused()
    await expect(row).toContainText(/\d\ss, \d+\sKio/)

    await row.getByRole('button', { name: words.of(words.rule, words.see) }).press('Enter')
    await expect(row.locator('video')).toBeVisible()
    await expect(row).toContainText('Chacun passe à son tour.')
    expect(await row.locator('video').evaluate((shown: HTMLVideoElement) => shown.muted)).toBe(true)
    await expect
      .poll(() => row.locator('video').evaluate((shown: HTMLVideoElement) => shown.videoWidth))
      .toBe(320)
    expect(await hidden(page)).toEqual([])
    expect(await broken(page)).toEqual([])

    await row.getByRole('button', { name: words.of(words.rule, words.remove) }).press('Enter')
    await expect(key(page, words.removeYes)).toBeFocused()
    await key(page, words.removeNo).press('Enter')
    await expect(row.getByRole('button', { name: words.of(words.rule, words.remove) })).toBeFocused()
    await press(page, 'Enter')
    await key(page, words.removeYes).press('Enter')
    await expect(row).toContainText(words.none)
    await expect(row.getByRole('button', { name: words.of(words.rule, words.add) })).toBeFocused()
    const { recordings } = await ask<{ recordings: unknown[] }>(office, 'admin', 'recordings.view')
    expect(recordings).toEqual([])
  })

  test(
    'a voice is kept for a procedure in its language, and heard there',
    { tag: byNight },
    async ({ page }) => {
      await page
        .getByRole('navigation', { name: 'Réglages' })
        .getByRole('button', { name: 'Enregistrements', exact: true })
        .press('Enter')
      await page.getByRole('radio', { name: words.languages.fr }).press('Space')
      const row = page
        .getByRole('list', { name: words.what })
        .getByRole('listitem')
        .filter({ hasText: 'Passeport' })
      await row.getByRole('button', { name: words.add }).press('Enter')
      const form = row.getByRole('form')
      await form.locator('input[type=file]').setInputFiles(voice)
      await expect(form.locator('audio')).toBeVisible()
      await expect(form.getByRole('textbox', { name: words.transcript })).toHaveValue('Passeport')
      await form.getByRole('button', { name: words.save }).press('Enter')
      await expect(form).toBeHidden()
      await row.getByRole('button', { name: words.listen }).press('Enter')
      await expect
        .poll(() => row.locator('audio').evaluate((heard: HTMLAudioElement) => heard.duration > 0))
        .toBe(true)
      expect(await broken(page)).toEqual([])
    },
  )
})

test.describe('the kiosk', () => {
  test.use({ station: 'kiosk' })

  test('the sign of sign language stands on the screens that have a video, which stops, goes on and begins again by keys alone, with its text', async ({
    office,
    page: kiosk,
  }) => {
    await act(office, 'supervisor', 'day.open')
    await expect(question(kiosk, kioskWords.choose)).toBeVisible()
    await expect(key(kiosk, /^LSF/)).toBeHidden()
    await keep(office, { of: 'welcome' }, 'lsf', video)
    await tabTo(key(kiosk, /^LSF/))
    expect(await broken(kiosk)).toEqual([])
    await press(kiosk, 'Enter')
    await expect(question(kiosk, kioskWords.sign)).toBeFocused()
    await expect(kiosk.getByText(video.transcript)).toBeVisible()
    await expect.poll(() => isPlaying(kiosk)).toBe(true)
    await tabTo(key(kiosk, kioskWords.signPause))
    await press(kiosk, 'Enter')
    await expect(key(kiosk, kioskWords.signPlay)).toBeFocused()
    expect(await isPlaying(kiosk)).toBe(false)
    expect(await hidden(kiosk)).toEqual([])
    expect(await broken(kiosk)).toEqual([])
    // The arrows of a keypad reach the same.
    await press(kiosk, 'ArrowDown')
    await expect(key(kiosk, kioskWords.signAgain)).toBeFocused()
    await press(kiosk, 'Enter')
    await expect.poll(() => isPlaying(kiosk)).toBe(true)
    // It ends by itself, and does not begin again.
    await expect(key(kiosk, kioskWords.signPlay)).toBeVisible({ timeout: 15_000 })
    await press(kiosk, 'Escape')
    await expect(question(kiosk, kioskWords.choose)).toBeFocused()
    await key(kiosk, kioskWords.ruleTitle).press('Enter')
    await expect(question(kiosk, kioskWords.ruleTitle)).toBeFocused()
    await expect(key(kiosk, /^LSF/)).toBeHidden()
  })

  test(
    'the office’s own voice says a procedure where one is recorded, and the machine’s the rest',
    { tag: byNight },
    async ({ office, page: kiosk }) => {
      await act(office, 'supervisor', 'day.open')
      const about = { file: voice, milliseconds: 500, transcript: kioskWords.choose }
      await keep(office, { of: 'welcome' }, 'fr', about)
      await kiosk.addInitScript(() => {
        const heard: string[] = []
        const engine = {
          getVoices: () => [{ lang: 'fr-FR', localService: true, name: 'fr' }],
          speak: (said: EventTarget & { readonly text: string }) => {
            heard.push(said.text)
            setTimeout(() => said.dispatchEvent(new Event('end')))
          },
          cancel: () => {},
        }
        Object.assign(window, {
          heard,
          SpeechSynthesisUtterance: class extends EventTarget {
            readonly text: string
            constructor(text: string) {
              super()
              this.text = text
            }
          },
        })
        Object.defineProperty(window, 'speechSynthesis', { value: engine })
        const real = Reflect.get(HTMLMediaElement.prototype, 'play') as () => Promise<void>
        HTMLMediaElement.prototype.play = function play() {
          heard.push(this.src.slice(0, 5))
          return real.call(this)
        }
      })
      await kiosk.reload()
      const title = question(kiosk, kioskWords.choose)
      await expect(title).toBeFocused()
      await key(kiosk, kioskWords.spoken).press('Enter')
      const heard = () =>
        kiosk.evaluate(() => (window as unknown as { readonly heard: readonly string[] }).heard)
      await expect.poll(heard).toContain(kioskWords.spokenHelp)
      await title.focus()
      await expect.poll(heard).toContain('blob:')
      expect(await heard()).not.toContain(kioskWords.choose)
      const said = (await heard()).length
      await press(kiosk, 'ArrowDown')
      // The next thing is said at once, by the machine: nobody recorded it.
      await expect.poll(async () => (await heard()).length).toBeGreaterThan(said)
      expect((await heard()).filter((one) => one === 'blob:')).toHaveLength(1)
    },
  )
})

test.describe('the display', () => {
  // The video's turn begins thirty seconds into a cycle of the clock alone: ten seconds from here.
  test.use({ station: 'display', at: '2026-03-03T10:42:20+01:00' })

  test('the rule in sign language comes in its turn beside the calls, without a sound, with its text; it stops with all that turns', async ({
    office,
    page: display,
    shell,
  }) => {
    await act(office, 'supervisor', 'day.open')
    await act(office, 'agent1', 'counter.open', { counterId: '1' })
    for (let taken = 0; taken < 2; taken++)
      await act(office, 'kiosk', 'ticket.take', { serviceId: 'titres', procedureId: 'cni' })
    await act(office, 'agent1', 'ticket.callNext')
    const recordingId = await keep(office, { of: 'rule' }, 'lsf', {
      ...video,
      transcript: 'Chacun passe à son tour.',
    })
    const slot = display.getByRole('complementary', { name: displayWords.sign })
    await expect(slot).toBeVisible({ timeout: 45_000 })
    await expect(slot).toContainText('Chacun passe à son tour.')
    await expect.poll(() => isPlaying(display)).toBe(true)
    expect(await slot.locator('video').evaluate((shown: HTMLVideoElement) => shown.muted)).toBe(true)
    await expect(display.locator('section[aria-live]')).toContainText('A 1')
    await display.keyboard.press('Space')
    await expect.poll(() => isPlaying(display)).toBe(false)
    expect(await hidden(display)).toEqual([])
    expect(await broken(display)).toEqual([])
    // Hung upright, the called number keeps its whole band. The application's windows have a size of their own.
    if (shell === 'chromium') {
      const { width, height } = display.viewportSize()!
      await display.setViewportSize({ width: 1080, height: 1920 })
      await expect(slot).toBeVisible()
      expect(await hidden(display)).toEqual([])
      const band = (await display.locator('section[aria-live]').boundingBox())!
      for (const part of await display.locator('section[aria-live] > span').all()) {
        const drawn = (await part.boundingBox())!
        expect(drawn.y + drawn.height).toBeLessThanOrEqual(band.y + band.height)
      }
      await display.setViewportSize({ width, height })
    }

    // Another rule, and what the video says is no longer true.
    const { rules } = await ask<{ rules: { absentCalls: number } }>(office, 'admin', 'rules.view')
    await act(office, 'supervisor', 'rules.set', { rules: { absentCalls: rules.absentCalls + 1 } })
    await expect(slot).toBeHidden()
    await act(office, 'supervisor', 'rules.set', { rules: { absentCalls: rules.absentCalls } })
    await expect(slot).toBeVisible()
    await act(office, 'admin', 'recording.remove', { recordingId })
    await expect(slot).toBeHidden()
  })

  test(
    'however long the office’s name is, what the room reads stops above the services and the foot, with the video and without',
    { tag: byNight },
    async ({ office, page: display }) => {
      const { address } = longNames.settings
      await act(office, 'admin', 'office.setAddress', address)
      await act(office, 'supervisor', 'day.open')
      const over = () =>
        display
          .getByRole('main')
          .evaluate((main) =>
            Math.max(
              ...[main, ...main.querySelectorAll('section')].map(
                (part) => part.scrollHeight - part.clientHeight,
              ),
            ),
          )
      await expect(display.getByRole('main').getByText(address.name).last()).toBeVisible()
      expect(await over()).toBe(0)
      await keep(office, { of: 'rule' }, 'lsf', video)
      await expect(display.getByRole('complementary', { name: displayWords.sign })).toBeVisible({
        timeout: 45_000,
      })
      expect(await over()).toBe(0)
      expect(await hidden(display)).toEqual([])
    },
  )

  test(
    'who asked that nothing moves starts the video by its own keys',
    { tag: byNight },
    async ({ office, page: display }) => {
      await display.emulateMedia({ reducedMotion: 'reduce' })
      await act(office, 'supervisor', 'day.open')
      await keep(office, { of: 'rule' }, 'lsf', video)
      const slot = display.getByRole('complementary', { name: displayWords.sign })
      await expect(slot).toBeVisible({ timeout: 45_000 })
      const shown = slot.locator('video')
      expect(await shown.evaluate((one: HTMLVideoElement) => [one.controls, one.paused])).toEqual([
        true,
        true,
      ])
    },
  )
})
