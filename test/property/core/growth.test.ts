import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../db/postgres/address.ts'
import { readAppointments } from '../../../electron/host/appointments/reading/read.ts'
import { parsedInput } from '../../../electron/host/core/admission.ts'
import { readTrustedList } from '../../../electron/host/identity/trust/trustedList.ts'
import { treeOfXml } from '../../../electron/host/law/fiches/xml.ts'
import { readPackage } from '../../../electron/host/law/folder.ts'
import { officeOf } from '../../../electron/host/partners/directory/dila.ts'
import { addressFrom } from '../../../electron/lan/pin.ts'
import { readAddress } from '../../../shared/contract/network/hostAddresses.ts'
import { readAnnounced } from '../../../electron/system/updates/manifest.ts'
import { callNames, calls } from '../../../shared/contract/index.ts'
import { verifyCode } from '../../../shared/documents/code.ts'
import { searchable } from '../../../shared/contract/letters.ts'
import { usualServices } from '../../../shared/domain/office/defaults.ts'
import { delaysOfRemedy, saysOtherDelay } from '../../../shared/domain/law/remedyDelays.ts'
import { readMrz } from '../../../shared/identity/mrz/read.ts'
import { mayBecomeScan, scanOf } from '../../../shared/identity/scans.ts'
import { readTwoDDoc } from '../../../shared/identity/twoDDoc/read.ts'
import { termsOf } from '../../../shared/procedures/search/words.ts'
import { FromPage } from '../../../shared/rpc/protocol.ts'
import { badCalendars, calendarLength } from '../../fixtures/badCalendars.ts'
import { filled } from '../../fixtures/filled.ts'
import { growsAsSize, least, spentOn } from '../../fixtures/growth.ts'

// No input freezes the office: each parser of what comes from outside takes a time that grows as the size of the input.

const options = { zone: 'Europe/Paris', services: usualServices }
describe('a calendar', () => {
  test.each(Object.entries(badCalendars))('of %s is read in a time that grows as its size', (_, shape) => {
    growsAsSize((text) => readAppointments(text, options), shape, calendarLength)
  })
})

/** What opens, closes, separates or marks somewhere, repeated. */
const units = [
  'a',
  'e',
  '<',
  '<<',
  '<a>',
  '<a b="c">',
  '<a b="',
  '&amp;',
  '<!--',
  '<![CDATA[',
  ']]>',
  '"',
  '{"a":',
  '[[',
  '{a}',
  ' ',
  '\n',
  ' \n',
  ',',
  ':',
  '@',
  '%2f',
  '&a=b',
  '.',
  '1-',
  'é',
  '\u0301\u0316',
  '\u001d',
  '<GS>',
  '02AB\u001d',
] as const

const tried = (parse: (text: string) => unknown) => (text: string) => {
  try {
    return parse(text)
  } catch {
    // What is refused took its time too.
    return null
  }
}

const trust = { certificates: {}, checkedOn: null } as never
/** What is read, by what, and how the text may begin. */
type Tried = readonly [name: string, parse: (text: string) => unknown, begun: readonly string[]]
const bare: readonly string[] = ['']
const parsers: readonly Tried[] = [
  ['an XML fiche', treeOfXml, ['', '<r>', '<r ']],
  ['a trusted list', readTrustedList, ['', '<r>', '<r ']],
  [
    'a service of the directory',
    (text) => officeOf({ id: '1', nom: text, pivot: text, telephone: text }),
    bare,
  ],
  ['a package of rules', (text) => readPackage(text, new Set()), bare],
  ['the zone of a title', (text) => readMrz(text, '2026-03-03' as never), bare],
  ['what a scanner read', (text) => [scanOf(text), mayBecomeScan(text)], bare],
  ['a 2D-Doc', (text) => readTwoDDoc(text, { trust, at: '2026-03-03' }), ['', 'DC04']],
  ['the code of a document', (text) => verifyCode(text, 'x'), ['', 'GUICHET1|']],
  ['a question on the law', termsOf, bare],
  ['a name that is searched', searchable, bare],
  ['a message of a page', (text) => FromPage.safeParse(JSON.parse(text)), bare],
  ['the address of a database', addressOf, ['', 'postgres://', 'postgres://u:p@h/b?']],
  ['the address of a printer', readAddress, bare],
  ['the address of a host', addressFrom, bare],
  ['an announced update', (text) => readAnnounced(text, '', '1.0.0'), bare],
]

const night = Number(process.env['GUICHET_RUNS'] ?? 100) > 100
/** By day each is given to every other parser, by night to all. */
const unitsOf = (parser: number) => units.filter((_, at) => night || (at + parser) % 2 === 0)

describe.each(parsers)('%s', (name, parse, begun) => {
  test.each(unitsOf(parsers.findIndex(([other]) => other === name)))(
    'of « %s » is read in a time that grows as its size',
    (unit) => {
      for (const beginning of begun) growsAsSize(tried(parse), (length) => beginning + filled(unit, length))
    },
  )
})

// Words that open, join and close the sentences of a delay to contest.
test.each([
  'recours : ',
  'recours de ',
  'délai de recours ',
  'vous avez un mois ',
  'si vous contestez ',
  'saisissez le tribunal ',
  'saisissez le préfet de la Seine ',
  'le préfet est saisi d’un recours ',
  'dans un mois vous pouvez ',
  'tribunal administratif de Melun ',
  'un mois pour ',
])('the delays to contest in reasons of « %s » are read in a time that grows as its size', (unit) => {
  const read = (text: string) => saysOtherDelay(text, () => delaysOfRemedy(null, text))
  growsAsSize(read, (length) => filled(unit, length), 128 * 1024)
})

test('whatever a call receives in any field is refused or taken in a time that grows as its size', () => {
  const shapes: readonly ((length: number) => unknown)[] = [
    (length) => filled('a', length),
    (length) => filled('1-', length),
    (length) => Array.from({ length: length / 64 }, (_, at) => `a${at}`),
    (length) => Object.fromEntries(Array.from({ length: length / 64 }, (_, at) => [`k${at}`, at])),
  ]
  // Made once: reading changes none of them.
  const sent = shapes.map((shape) => [shape(16 * 1024), shape(256 * 1024)] as const)
  let tries = 0
  for (const name of callNames) {
    // What the call makes at its first use is made.
    parsedInput(name, {})
    for (const field of Object.keys(calls[name].input.shape))
      for (const sizes of sent) {
        tries++
        const spent = (said: unknown) => spentOn(() => parsedInput(name, { [field]: said }))
        const [small, large] = sizes
        const more = spent(large)
        // Sixteen times longer, sixty-four times more; the small one, which counts for the least at least, is read where it decides.
        const less = more < 64 * least ? least : Math.max(spent(small), least)
        expect(more, `${name} ${field}: ${less} ms, then ${more} ms`).toBeLessThan(64 * less)
      }
  }
  expect(tries).toBeGreaterThan(800)
})
