import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { DisplayPage } from '../../../renderer/display/DisplayPage.tsx'
import { languageAt, leafAt, leavesOf, turnsOf } from '../../../renderer/display/strip.ts'
import { usualScreen } from '../../../shared/contract/media/screens.ts'
import { otherLanguages } from '../../../shared/contract/text.ts'
import { languages } from '../../../shared/messages/public/languages.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { displayViews } from '../../fixtures/views.display.ts'

// A browser's page, drawn here without one.
beforeAll(() => void vi.stubGlobal('window', {}))
afterAll(() => void vi.unstubAllGlobals())

/** Milliseconds at which the whole strip begins again. */
const begin = turnsOf(displayViews.usual).length * 10_000 * 4_000
const pageAt = (view: typeof displayViews.usual, now: number) =>
  renderToStaticMarkup(createElement(DisplayPage, { view, now }))

test('French comes back before each other language, and each has its rule', () => {
  const turns = turnsOf(displayViews.usual)
  const french = leavesOf(displayViews.usual)
  const each = turns.length / otherLanguages.length
  otherLanguages.forEach((language, at) => {
    const part = turns.slice(at * each, (at + 1) * each)
    expect(part.slice(0, french.length)).toEqual(french)
    const theirs = part.slice(french.length)
    expect(theirs.length).toBeGreaterThan(1)
    for (const leaf of theirs) expect(leaf).toMatchObject({ language })
  })
  // Who waits for « derniers tickets » learns of it in their language too.
  const late = turnsOf({ ...displayViews.late, lastTickets: true }).filter(
    ({ language }) => language !== 'fr',
  )
  expect(late).toHaveLength(3 * otherLanguages.length)
})

test('read from the right, no words of ours close a quote against others of ours: the mark would change sides', () => {
  const arabic = turnsOf({ ...displayViews.late, lastTickets: true }).filter(
    ({ language }) => language === 'ar',
  )
  expect(arabic.length).toBeGreaterThan(1)
  for (const { text } of arabic) expect(text).not.toMatch(/\p{sc=Latin}[»”")]\P{L}*\p{sc=Latin}/u)
})

test.each(otherLanguages)(
  'the room reads the rule in %s in the rule’s own line, on its own side, and the waits stay',
  (language) => {
    const turns = turnsOf(displayViews.usual)
    const at = turns.findIndex((leaf) => leaf.language === language)
    const now = begin + at * 10_000
    expect(leafAt(turns, now)).toBe(turns[at])
    const page = pageAt(displayViews.usual, now)
    expect(page).toContain(`lang="${language}" dir="${languages[language].direction}"`)
    expect(page).toContain('14\u00a0à\u00a022\u00a0min')
    expect(page).toContain('A\u00a042')
  },
)

test('before the first call, and when closed, the sentence is said in each language in its turn', () => {
  const waitingRoom = { ...displayViews.usual, calls: [] }
  const closed = { ...waitingRoom, open: false }
  const seen = new Set<string>()
  for (let turn = 0; turn < otherLanguages.length; turn++) {
    const language = languageAt(begin + turn * 10_000)
    if (language === undefined) throw new Error('no language')
    seen.add(language)
    const { room, kiosk } = languages[language]
    const open = pageAt(waitingRoom, begin + turn * 10_000)
    expect(open).toContain('Prenez un ticket')
    expect(open).toContain(room.takeTicket)
    expect(pageAt(closed, begin + turn * 10_000)).toContain(kiosk.closed)
  }
  expect([...seen].toSorted()).toEqual([...otherLanguages].toSorted())
})

test('a display set to stand still says its first line and its first services at any hour, and draws nothing to press', () => {
  const shown = (now: number, still: boolean) => {
    const screen = { ...usualScreen, still }
    return renderToStaticMarkup(createElement(DisplayPage, { view: displayViews.many, now, screen }))
  }
  const hours = Array.from({ length: turnsOf(displayViews.many).length }, (_, at) => begin + at * 10_000)
  const drawn = (still: boolean) =>
    new Set(hours.map((now) => shown(now, still).replaceAll(/<time[^]*?<\/time>/g, '')))
  expect(drawn(false).size).toBeGreaterThan(hours.length / 3)
  expect(drawn(true).size).toBe(1)
  const stands = shown(begin + 50_000, true)
  expect(stands).toContain('Service A')
  for (const page of [stands, shown(begin, false)])
    expect(page).not.toMatch(/<(?:a|button|input)\b|tabindex/i)
})

test('a call carries the ticket’s language, unless the office has it off or the person is called on the screen alone', () => {
  const pure = PureOffice.school(Date.UTC(2026, 2, 3, 9, 42))
  pure.act('day.open', {}, 'supervisor')
  pure.act('counter.open', { counterId: '1' }, 'agent1')
  const take = (more: object) => pure.act('ticket.take', { serviceId: 'titres', ...more }, 'kiosk')
  take({ lang: 'uk' })
  take({ lang: 'fr' })
  take({ lang: 'ar', arrangements: ['screenOnly'] })
  const langs: unknown[] = []
  const latest = () => pure.view('display.view', 'display').calls[0]
  for (let turn = 0; turn < 3; turn++) {
    pure.act('ticket.callNext', {}, 'agent1')
    langs.push(latest()?.lang)
    if (turn === 0) {
      // Rules set before say nothing of it, and it is so; a manager has it off at once.
      expect(pure.office.settings?.rules.voiceInTheirs).toBeUndefined()
      pure.act('rules.set', { rules: { voiceInTheirs: false } }, 'admin')
      expect(latest()?.lang).toBeNull()
      pure.act('rules.set', { rules: { voiceInTheirs: true } }, 'admin')
    }
    pure.act('ticket.start', {}, 'agent1')
    pure.act('visit.close', { outcome: 'information' }, 'agent1')
  }
  expect(langs).toEqual(['uk', null, null])
})
