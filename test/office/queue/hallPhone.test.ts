import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { hallTexts } from '../../../shared/messages/public/hall.ts'
import { kiosk, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { administration, openNetwork, pairStation } from '../../fixtures/lanHost.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'

// What a telephone in the hall is answered: a person reads it, whatever the office decided since the code was photographed.

let host: HostInside
beforeAll(async () => {
  host = await startInside(await newFolder(), { at: '2026-03-03T10:42:00+01:00' })
})
afterAll(async () => {
  await host.stop()
  await removeFolder(host.dir)
})

const post = (form: Readonly<Record<string, string>>) =>
  fetch(`${host.url}/salle`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) })

test.each(kioskLanguages)(
  'off, no ticket is given by telephone: the page says so and what to do (%s)',
  async (lang) => {
    const asked = await fetch(`${host.url}/salle?c=AAAAAAAAAAAAAAAA&lang=${lang}`)
    for (const answer of [asked, await post({ v: 'x', s: 'titres', lang })]) {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
      const html = await answer.text()
      expect(html).toContain(hallTexts[lang].off)
      expect(html).not.toContain('<button')
    }
  },
)

describe('on', () => {
  // What is done once is done before the tests: each can then be tried again.
  beforeAll(async () => {
    const admin = await administration(host)
    await openNetwork(admin)
    await pairStation(admin)
    admin.connection.close()
    await done(host, 'admin', 'commands/rules.set', { rules: { hallTickets: true } })
    await done(host, 'supervisor', 'commands/day.open')
  })

  test('a code photographed gives one ticket: the way back leads to the same visit, which has no other', async () => {
    const { hall } = await done<Output<'kiosk.view'>>(host, 'kiosk', 'queries/kiosk.view')
    const code = new URL(hall!).search
    const opened = await fetch(`${host.url}/salle${code}`, { redirect: 'manual' })
    expect(opened.status).toBe(303)
    // The code leaves the telephone's history: what stays there is the visit.
    const visit = opened.headers.get('location')!
    expect(visit).toMatch(/^\/salle\?lang=fr&v=/)
    const html = await (await fetch(`${host.url}${visit}`)).text()
    const v = /name="v" value="([^"]+)"/.exec(html)![1]!
    const take = async (form: { readonly s: string; readonly lang: string }) =>
      (await post({ v, ...form })).headers.get('location')
    const first = await take({ s: 'titres', lang: 'fr' })
    expect(first).toMatch(/^\/suivi\?lang=fr&code=/)
    expect(await take({ s: 'titres', lang: 'fr' })).toBe(first)
    // The page goes back and offers all again: another service or language gives no other ticket, and says none was given.
    const inEnglish = first!.replace('lang=fr', 'lang=en')
    expect(await take({ s: 'titres', lang: 'en' })).toBe(inEnglish)
    expect(await take({ s: 'etat-civil', lang: 'fr' })).toBe(first)
    for (const [lang, ticket] of [['fr', first] as const, ['en', inEnglish] as const]) {
      const back = await fetch(`${host.url}/salle?lang=${lang}&v=${v}`, { redirect: 'manual' })
      expect([back.status, back.headers.get('location')]).toEqual([303, ticket])
    }
    for (let again = 0; again < 5; again++) expect(await take({ s: 'titres', lang: 'fr' })).toBe(first)
    const inArabic = await fetch(`${host.url}/salle${code}`, {
      headers: { 'accept-language': 'de-DE,ar-MA;q=0.8,en;q=0.5' },
    })
    expect(await inArabic.text(), 'the language of the telephone').toContain('<html lang="ar" dir="rtl">')
  })

  test('a code that is no longer good is said in the language of the telephone, and the other languages are there', async () => {
    const stale = await fetch(`${host.url}/salle?c=AAAAAAAAAAAAAAAA`, {
      headers: { 'accept-language': 'uk' },
    })
    const html = await stale.text()
    expect([stale.status, html]).toEqual([403, expect.stringContaining(hallTexts.uk.stale)])
    for (const lang of kioskLanguages) expect(html).toContain(kiosk[lang].language)
  })
})
