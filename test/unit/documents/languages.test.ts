import { expect, test } from 'vitest'
import { sheetHtml } from '../../../electron/printing/sheet.ts'
import type { Paper } from '../../../shared/contract/documents/papers.ts'
import { spokenIn, type Spoken } from '../../../shared/contract/media/spoken.ts'
import { inLanguage, otherLanguages, type OtherLanguage, type Text } from '../../../shared/contract/text.ts'
import type { ThermalBlock } from '../../../shared/documents/blocks.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { languages } from '../../../shared/messages/public/languages.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { appointmentPaper, everyPaper, fullTicketPaper, ticketPaper } from '../../fixtures/papers.ts'

const subject: Text = {
  fr: 'Carte nationale d’identité',
  en: 'Identity card',
  es: 'Documento de identidad',
  ar: 'بطاقة الهوية',
  uk: 'Посвідчення особи',
}
const photo: Text = {
  fr: 'photo de moins de 6 mois',
  en: 'photo less than 6 months old',
  es: 'foto de menos de 6 meses',
  ar: 'صورة لا يتجاوز عمرها 6 أشهر',
  uk: 'фото, зроблене менш ніж 6 місяців тому',
}
const spoken = (lang: OtherLanguage) => spokenIn(lang, subject, [{ title: photo, detail: null }])

/** What the three papers have in common. */
type Given = { readonly spoken?: Spoken | undefined; readonly bring: readonly unknown[] }
type Line = Extract<ThermalBlock, { block: 'text' }>
const linesOf = (paper: Paper, columns = 48): readonly Line[] =>
  thermalPaper(paper, { reprint: false, columns }).filter((block) => block.block === 'text')
const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ')
const textOf = (paper: Paper) =>
  plain(
    linesOf(paper)
      .map(({ text }) => text)
      .join(' '),
  )
const full = (lang: OtherLanguage): Paper => ({
  of: 'ticket',
  ticket: { ...fullTicketPaper.ticket, follow: 'http://10.0.0.4:8443/suivi', ...spoken(lang) },
})

test.each(otherLanguages)('a ticket says in %s, under the French, all that it says in French', (lang) => {
  const said = textOf(full(lang))
  const { kiosk, paper } = languages[lang]
  const at = kiosk.hour(fullTicketPaper.ticket.takenAt, 'Europe/Paris')
  // Nothing of the French leaves: it is what the agent reads.
  for (const { text } of linesOf(fullTicketPaper)) expect(said).toContain(plain(text))
  for (const sentence of [
    inLanguage(subject, lang),
    inLanguage(photo, lang),
    kiosk.ahead(fullTicketPaper.ticket.ahead),
    kiosk.waitShort(14, 22),
    kiosk.requests(3),
    paper.estimated(at),
    paper.beforeClosing.sure,
    paper.replaces,
    paper.leaving,
    paper.bound,
    kiosk.code,
    kiosk.follow,
  ])
    expect(said).toContain(plain(sentence))
  // The telephone opens the page in the same language.
  expect(thermalPaper(full(lang), { reprint: false })).toContainEqual({
    block: 'qr',
    data: `http://10.0.0.4:8443/suivi?lang=${lang}&code=${fullTicketPaper.ticket.code}`,
  })
})

test('a ticket taken in French, or stored before, is in French alone', () => {
  expect(spokenIn('fr', subject, [{ title: photo, detail: null }])).toEqual({})
  expect(textOf(ticketPaper)).not.toMatch(/[\p{Script=Arabic}\p{Script=Cyrillic}]|With you/u)
})

test('no line in another language is wider than the paper, and Arabic is on its own side', () => {
  for (const lang of otherLanguages)
    for (const columns of [48, 32])
      for (const { text, size } of linesOf(full(lang), columns))
        expect([...text].length * size, text).toBeLessThanOrEqual(columns)
  const arabic = linesOf(full('ar')).filter(({ text }) => /\p{Script=Arabic}/u.test(text))
  expect(arabic.length).toBeGreaterThan(10)
  expect(arabic.map(({ align }) => align)).not.toContain('left')
})

test.each(otherLanguages)('an appointment and the sheet of both sides say what to bring in %s', (lang) => {
  const { direction, kiosk, paper } = languages[lang]
  const sheets = everyPaper.flatMap((one) =>
    one.of === 'obligations'
      ? [{ ...one, obligations: { ...one.obligations, ...spoken(lang) } } satisfies Paper]
      : [],
  )
  const appointment: Paper = {
    of: 'appointment',
    appointment: { ...appointmentPaper.appointment, ...spoken(lang) },
  }
  expect(sheets.length).toBeGreaterThan(0)
  for (const one of [appointment, ...sheets]) {
    const { html } = sheetHtml({ paper: one, title: 'Papier', reprint: false }, 'a4')
    // The page stays in French; the part says its own language and side.
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain(`<section lang="${lang}" dir="${direction}">`)
    for (const said of [html, textOf(one)]) {
      expect(plain(said)).toContain(inLanguage(subject, lang))
      expect(plain(said)).toContain(inLanguage(photo, lang))
    }
  }
  expect(textOf(appointment)).toContain(plain(kiosk.booked))
  expect(textOf(appointment)).toContain(plain(paper.onArrival))
  for (const one of sheets) expect(textOf(one)).toContain(plain(paper.usually))
})

test('whoever chose a language at the kiosk has it on the ticket, the appointment and the sheet that the agent prints', () => {
  const pure = PureOffice.school(Date.UTC(2026, 2, 3, 9, 42))
  const printers = pure.office.settings?.printers ?? []
  const printerId = printers[0]?.printerId ?? null
  const counters = [{ counterId: '1', printerId }]
  pure.act('office.setPrinters', { printers, ticketPrinterId: printerId, counters }, 'admin')
  pure.act('day.open', {}, 'supervisor')
  pure.act('ticket.take', { serviceId: 'titres', procedureId: 'cni', lang: 'uk' }, 'kiosk')
  const startsAt = Date.UTC(2026, 2, 4, 9, 0)
  pure.act('appointment.book', { serviceId: 'titres', procedureId: 'cni', startsAt, lang: 'uk' }, 'agent1')
  pure.act('counter.open', { counterId: '1' }, 'agent1')
  pure.act('ticket.callNext', {}, 'agent1')
  pure.act('ticket.start', {}, 'agent1')
  pure.act('obligations.print', {}, 'agent1')
  const papers = pure.jobs.flatMap(({ paper }): readonly Given[] => {
    if (paper.of === 'ticket') return [paper.ticket]
    if (paper.of === 'appointment') return [paper.appointment]
    return paper.of === 'obligations' ? [paper.obligations] : []
  })
  expect(papers).toHaveLength(3)
  for (const { spoken: said, bring } of papers) {
    expect(said?.lang).toBe('uk')
    expect(said?.subject).toMatch(/\p{Script=Cyrillic}/u)
    expect(said?.bring.length).toBeGreaterThan(0)
    for (const thing of said?.bring ?? []) expect(thing).toMatch(/\p{Script=Cyrillic}/u)
    // The French of record is beside it.
    expect(JSON.stringify(bring)).toMatch(/photo/i)
  }
})
