import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { documentKinds, type DocumentKind } from '../../../shared/contract/documents/kinds.ts'
import { DocumentFacts, type IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { Printer } from '../../../shared/contract/printing/printers.ts'
import { a4Document } from '../../../shared/documents/a4.ts'
import { documentContent, type Content, type Section } from '../../../shared/documents/content.ts'
import { missingMentions } from '../../../shared/documents/mentions.ts'
import { plainContent } from '../../../shared/documents/plain.ts'
import { thermalHtml } from '../../../shared/documents/preview.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { words } from '../../../shared/messages/documents/documents.fr.ts'
import { documentText } from '../../../electron/host/documents/render.ts'
import { rawPaper } from '../../../electron/printing/raw.ts'
import { decodeEscpos, plainText } from '../../fixtures/escposDecoder.ts'
import { issue } from '../../fixtures/papers.ts'
import { specimens } from '../../fixtures/specimens.ts'
import { longCases } from '../../fixtures/longCases.ts'

// The same data gives the same facts in every layout, and no layout says anything more.

const copy = { copy: 2, reprint: true }
const kinds = Object.keys(specimens) as DocumentKind[]

/** A text that a printer's ordinary code page has. */
const typed = fc
  .string({
    unit: fc.constantFrom(...'abcdeimnorstuéèàçôîœÆÇÉ€—«»’ 0123456789,;:!?()/-&<'),
    minLength: 6,
    maxLength: 60,
  })
  .map((text) => `x${text}`)

/** Every text of the facts that a person may have typed, by its path. */
function texts(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) => texts(inside, [...path, key]))
}

const replaced = (value: unknown, [key, ...rest]: readonly string[], by: string): unknown => {
  if (key === undefined) return by
  const copied: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as Record<string, unknown>) }
  Reflect.set(copied, key, replaced(Reflect.get(value as object, key), rest, by))
  return copied
}

/** What is not free text has few values, or a form of its own: a change that makes the facts no facts is left out. */
function changed(facts: DocumentFacts, path: readonly string[], by: string): DocumentFacts {
  if (path.includes('zone') || path.includes('personWord')) return facts
  const read = DocumentFacts.safeParse(replaced(facts, path, by))
  return read.success && missingMentions(read.data).length === 0 ? read.data : facts
}

/** A document of some kind with other words in it. */
const someDocument = fc
  .constantFrom(...kinds)
  .chain((kind) => {
    const paths = texts(specimens[kind])
    return fc.tuple(fc.constant(kind), fc.array(fc.tuple(fc.constantFrom(...paths), typed), { maxLength: 8 }))
  })
  .map(([kind, changes]) => {
    let facts: DocumentFacts = specimens[kind]!
    for (const [path, by] of changes) facts = changed(facts, path, by)
    return issue(facts)
  })

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>/g, '')
    // What marks words inside a line leaves no space.
    .replace(/<\/?(?:span|strong|b)[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&([a-z0-9#]+);/g, (whole, name: string) => entities[name] ?? whole)

const printer: Printer = {
  printerId: 'test' as Printer['printerId'],
  name: 'test',
  transport: 'fileRaw',
  address: '',
  paper: 'thermal80',
}
const paperOf = (document: IssuedDocument) => ({ of: 'document' as const, document, copy: copy.copy })
const strip = (document: IssuedDocument, columns: number) =>
  textOf(
    thermalHtml(thermalPaper(paperOf(document), { reprint: true, columns }), {
      qr: () => '',
      title: '',
      columns,
    }),
  )

/** The text of each layout, as its reader finds it. */
const layouts: Readonly<Record<string, (document: IssuedDocument) => string | Promise<string>>> = {
  A4: (document) => textOf(a4Document(document, { ...copy, qrSvg: '' })),
  'A4 in large type': (document) => textOf(a4Document(document, { ...copy, qrSvg: '', variant: 'large' })),
  '80 mm': (document) => strip(document, 48),
  '58 mm': (document) => strip(document, 32),
  'ESC/POS': async (document) => {
    const request = { jobId: '1', paper: paperOf(document), title: '', reprint: true }
    const draw = () => Promise.reject(new Error('every character is in the code pages'))
    return plainText(decodeEscpos(await rawPaper(printer, draw)(request, new AbortController().signal)))
  },
}

/** Without what code pages and the width of a paper change: spaces, dashes that do not break, rules, marks of a list. */
const squeezed = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\s\u00a0\u202f\u2009·:─-]/g, '')

const said = (section: Section): readonly string[] => {
  switch (section.is) {
    case 'text':
      return [section.title, ...section.lines]
    case 'list':
      return [section.title, ...section.items]
    case 'table':
      return [section.title, ...section.rows.flatMap(({ term, detail }) => [term, detail])]
  }
}

/** All that a document says, whatever the layout. */
const saidOf = (content: Content): readonly string[] => [
  content.title,
  content.number,
  content.issued,
  ...content.marks,
  ...content.letterhead,
  content.officeName,
  ...content.officeLines,
  ...content.addressee,
  ...content.person,
  ...content.subjects,
  ...(content.seenAs === null ? [] : [content.seenAs]),
  content.lead,
  ...content.notes,
  ...(content.lacks === null
    ? []
    : [
        content.lacks.title,
        ...content.lacks.pieces.flatMap(({ term, detail }) => [term, detail]),
        ...(content.lacks.due === null ? [] : [content.lacks.due.by, content.lacks.due.day]),
        ...content.lacks.how,
      ]),
  ...content.sections.flatMap(said),
  ...(content.signature === null ? [] : [content.signature]),
  content.signed,
  ...content.foot,
  content.shortCode,
]

/** Words of the layouts themselves. */
const own = (content: Content): readonly string[] => [
  words.verify,
  words.where,
  ...content.sections.flatMap((section) => (section.is === 'table' ? (section.columns ?? []) : [])),
]

/** What lacks in a layout, and what is left of it once all that was to be said is taken away. */
function compared(text: string, content: Content): { lacks: readonly string[]; more: string } {
  let left = squeezed(text)
  const lacks: string[] = []
  const expected = [
    ...saidOf(content).map((one) => ({ one: squeezed(one), due: true })),
    ...own(content).map((one) => ({ one: squeezed(one), due: false })),
  ]
  // The longest first: a short text may be inside a long one.
  for (const { one, due } of expected.toSorted((a, b) => b.one.length - a.one.length)) {
    if (one === '') continue
    const at = left.indexOf(one)
    if (at >= 0) left = `${left.slice(0, at)}\n${left.slice(at + one.length)}`
    else if (due) lacks.push(one)
  }
  return { lacks, more: left.replaceAll('\n', '') }
}

describe('the same data gives the same facts in every layout', () => {
  property.prop([someDocument], longCases(0.4))(
    'all that a document says is on each paper, and nothing else',
    async (document) => {
      const content = documentContent(document, copy)
      for (const [name, draw] of Object.entries(layouts)) {
        const { lacks, more } = compared(await draw(document), content)
        expect(lacks, `lacks on ${name}`).toEqual([])
        expect(more, `more on ${name}`).toBe('')
      }
    },
  )

  property.prop([someDocument])(
    'plain words change no fact: all is there, one sentence a line, and hard words are explained',
    (document) => {
      const ordinary = documentContent(document, copy)
      const plain = plainContent(ordinary, document.facts)
      const text = squeezed(textOf(a4Document(document, { ...copy, qrSvg: '', variant: 'plain' })))
      for (const one of saidOf(ordinary)) expect(text).toContain(squeezed(one))
      for (const one of saidOf(plain)) expect(text).toContain(squeezed(one))
    },
  )

  property.prop([someDocument])('the plain text carries the code on a line of its own', (document) => {
    const lines = documentText(document).split('\n')
    expect(lines.filter((line) => line === document.code)).toHaveLength(1)
    const rest = lines.filter((line) => line !== document.code && !/^-+$/.test(line)).join(' ')
    const { lacks, more } = compared(rest, documentContent(document, { copy: 1, reprint: false }))
    expect(lacks).toEqual([])
    expect(more).toBe('')
  })

  test('in training each layout says SPÉCIMEN', async () => {
    for (const kind of kinds) {
      const document = issue({ ...specimens[kind]!, school: true })
      for (const [name, draw] of Object.entries(layouts))
        expect(await draw(document), `${kind} on ${name}`).toContain(words.specimen)
    }
  })

  // A kind without its specimen is compared with nothing: it is named, so that it is not forgotten.
  for (const kind of Object.keys(documentKinds) as DocumentKind[])
    test.skipIf(specimens[kind] === undefined)(`there is a specimen of « ${kind} »`, () => {
      expect(missingMentions(specimens[kind]!)).toEqual([])
    })
})
