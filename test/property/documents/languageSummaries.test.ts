import { describe, expect, test } from 'vitest'
import { documentKinds, type DocumentKind } from '../../../shared/contract/documents/kinds.ts'
import type { Paper } from '../../../shared/contract/documents/papers.ts'
import { otherLanguages } from '../../../shared/contract/text.ts'
import { a4Document } from '../../../shared/documents/a4.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { summaryIn } from '../../../shared/documents/summary.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { languages } from '../../../shared/messages/public/languages.ts'
import { documentPaper, someFacts } from '../../fixtures/papers.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { specimens } from '../../fixtures/specimens.ts'

// Each document in short in the person's language, beside the French one of record.

const kinds = Object.keys(documentKinds) as DocumentKind[]
const inFrench = new Map(kinds.map((kind) => [kind, documentPaper(specimens[kind])]))
const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ')
const linesOf = (paper: Paper, columns = 48) =>
  thermalPaper(paper, { reprint: false, columns }).filter((block) => block.block === 'text')
const strip = (paper: Paper) =>
  plain(
    linesOf(paper)
      .map(({ text }) => text)
      .join(' '),
  )
const a4 = ({ document, copy, lang }: Extract<Paper, { of: 'document' }>) =>
  a4Document(document, { copy, reprint: false, qrSvg: '', lang })

describe.each(otherLanguages)('in %s', (lang) => {
  const { direction, summary } = languages[lang]

  test.each(kinds)('no sentence of a paper of kind %s ends twice, whatever ends its date', (kind) => {
    const { lines } = summaryIn(lang, specimens[kind], 'RD-2026-1') as { readonly lines: readonly string[] }
    expect(lines.filter((line) => /\.\.|[.!?]\s*\./.test(line))).toEqual([])
  })

  test.each(kinds)('a paper of kind %s says what it is for, and that French alone is of record', (kind) => {
    const french = inFrench.get(kind)!
    const paper = { ...french, lang }
    const { number } = french.document.seal
    const said80 = strip(paper)
    for (const said of [said80, plain(a4(paper).replaceAll(/<\/?span[^>]*>/g, ''))])
      for (const sentence of [summary.title, summary.purposes[kind], summary.keep, summary.information])
        expect(said).toContain(plain(sentence))
    expect(said80.split(number).length).toBeGreaterThan(strip(french).split(number).length)
    // Nothing of the French leaves, and its own part says its language and its side.
    for (const { text } of linesOf(french)) expect(said80).toContain(plain(text))
    expect(a4(paper)).toContain(`<section class="text" lang="${lang}" dir="${direction}">`)
    for (const columns of [48, 32])
      for (const { text, size } of linesOf(paper, columns))
        expect([...text].length * size, text).toBeLessThanOrEqual(columns)
  })

  test('each kind has a purpose of its own, but for both papers of a payment', () => {
    expect(new Set(Object.values(summary.purposes)).size).toBe(kinds.length - 1)
  })
})

const short = (kind: DocumentKind, change: object = {}) => {
  const section = summaryIn(
    'en',
    { ...specimens[kind], ...change } as (typeof specimens)[DocumentKind],
    'N-1',
  )
  return section.is === 'text' ? section.lines.map(plain) : []
}

test('the days, amounts and addresses of a paper are said; a doubt is left to the French', () => {
  expect(short('pieces')).toContain('Give what is asked by 24 March 2026 at the latest.')
  expect(short('accuse')).toContain('Give what is asked by 24 March 2026 at the latest.')
  const complete = { incomplete: null, silence: { ...specimens.accuse.silence, toConfirm: false } }
  expect(short('accuse', complete)).toContain(
    'If nobody has answered by 24 April 2026, your request is refused.',
  )
  expect(short('accuse', { incomplete: null }).join(' ')).not.toContain('24 April')
  expect(short('transmission')).toContain('Sent to: Préfecture de Seine-et-Marne.')
  expect(short('sejour').join(' ')).toContain('to 2 June 2026.')
  expect(short('annulation')).toContain('The paper that no longer counts: RD-2026-7.')
  expect(short('quittance').join(' ')).toMatch(/Amount: €\d+\.\d\d\./)
  expect(short('nonReception').join(' ')).toContain('Your appointment: 4 March 2026 at 12:21.')
  const { delay } = specimens.refus.remedies ?? {}
  expect(delay).toEqual({ count: 2, unit: 'months' })
  const sure = { remedies: { ...specimens.refus.remedies, toConfirm: false } }
  expect(short('refus', sure)).toContain('You can challenge this decision within 2 months.')
  const free = { remedies: { ...sure.remedies, delay: null, noDelay: true } }
  expect(short('refus', free)).toContain('You can challenge this decision. No law sets a time limit.')
  expect(short('motifs', free)).toContain('You can challenge this decision. No law sets a time limit.')
  const unknown = { remedies: { ...sure.remedies, delay: null } }
  expect(short('refus', unknown).join(' ')).not.toContain('challenge this decision')
  const doubtful = { remedies: { ...specimens.refus.remedies, toConfirm: true } }
  expect(short('refus', doubtful).join(' ')).not.toContain('challenge this decision')
})

test('counts of days and months have the forms of each language', () => {
  const { months } = languages.ar.summary.contest
  expect(months(2)).toContain('شهرين')
  expect(months(3)).toContain('3 أشهر')
  expect(languages.uk.summary.contest.months(1)).toContain('1 місяця')
  expect(languages.uk.summary.contest.months(2)).toContain('2 місяців')
})

test('in French, and of a draft, nothing is added', () => {
  expect(a4(documentPaper(specimens.accuse))).not.toMatch(/<section[^>]* lang=/)
  expect(draftContent(someFacts()).summary).toBeNull()
})

test('whoever took their ticket in another language has their receipt in short in it, and a copy in the language asked', () => {
  const pure = PureOffice.school(Date.UTC(2026, 2, 3, 9, 42))
  const printers = pure.office.settings?.printers ?? []
  const printerId = printers[0]?.printerId ?? null
  pure.act(
    'office.setPrinters',
    { printers, ticketPrinterId: printerId, counters: [{ counterId: '1', printerId }] },
    'admin',
  )
  pure.act('day.open', {}, 'supervisor')
  pure.act('counter.open', { counterId: '1' }, 'agent1')
  for (const lang of ['uk', 'fr'] as const) {
    const taken = pure.act('ticket.take', { serviceId: 'titres', procedureId: 'cni', lang }, 'kiosk')
    const ticketId = 'output' in taken ? taken.output.ticketId : undefined
    pure.act('ticket.callNext', {}, 'agent1')
    pure.act('ticket.start', {}, 'agent1')
    pure.act('document.issue', { what: { kind: 'attestation', ticketId } }, 'agent1')
    pure.act('visit.close', { outcome: 'information' }, 'agent1')
  }
  const papers = pure.jobs.flatMap(({ paper }) => (paper.of === 'document' ? [paper] : []))
  expect(papers.map(({ lang }) => lang)).toEqual(['uk', undefined])
  const documentId = papers[1]?.document.seal.documentId
  pure.act('document.print', { documentId, lang: 'es' }, 'agent1')
  expect(pure.jobs.at(-1)?.paper).toMatchObject({ of: 'document', copy: 2, lang: 'es' })
})
