import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { display } from '../../../shared/messages/media/display.fr.ts'
import { kiosk, kioskLanguages, type KioskTexts } from '../../../shared/messages/public/kiosk.ts'
import { waitMinutes } from '../../../shared/messages/waits/roughTime.ts'
import {
  doubtOf,
  inOrder,
  minutesOf,
  motiveKey,
  present,
  type Motive,
} from '../../../renderer/kiosk/motive.ts'
import { collections, firstScreen, mostChoices, servicesToAsk } from '../../../renderer/kiosk/service.ts'
import { callBetween, isLong } from '../../../renderer/kiosk/LongWait.tsx'
import { inLanguage } from '../../../shared/contract/text.ts'
import { serviceSets, usualServices } from '../../../shared/domain/office/defaults.ts'
import { labelOf, longestLabel } from '../../../shared/messages/public/shortTitles.ts'
import { saidWait, type WaitWords } from '../../../shared/messages/public/saidWait.ts'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { correctable, whyNot } from '../../../renderer/kiosk/refusal.ts'
import { kioskViews, publishedRule } from '../../fixtures/views.kiosk.ts'

test('« Autre démarche » comes last at the kiosk, the others keep their order', () => {
  expect(inOrder(kioskViews.usual.motives).map(({ title }) => title.fr)).toEqual([
    'Carte nationale d’identité',
    'Retirer carte ou passeport',
    'Naissance, mariage, décès',
    'Recensement à 16 ans, élections',
    'Affaires générales',
    'Autre démarche',
  ])
})

const names = usualServices.map(({ serviceId, letter, name }) => ({ serviceId, letter, name }))
const asked = (motives: readonly Motive[]) =>
  servicesToAsk(motives, names)?.map(({ name, requests }) => [name.fr, requests.length]) ?? null

test('a town hall’s kiosk asks the service first: four of them, and « Autre démarche » last of the general matters', () => {
  const { motives } = kioskViews.townHall
  expect(asked(motives)).toEqual([
    ['Titres d’identité', 2],
    ['État civil', 4],
    ['Élections', 2],
    ['Affaires générales', 6],
  ])
  const general = servicesToAsk(motives, names)
    ?.at(-1)
    ?.requests.map(({ procedureId }) => procedureId)
  expect(general?.at(-1)).toBe('autre')
  // Who has only a title to collect finds it on the first screen.
  expect(collections(motives).map(({ title }) => title.fr)).toEqual(['Retirer carte ou passeport'])
})

test('one list is kept where it is as short: six motives, one service, or services of one motive each', () => {
  const { motives } = kioskViews.townHall
  expect(asked(motives.slice(0, mostChoices))).toBeNull()
  expect(asked(motives.slice(0, mostChoices + 1))).not.toBeNull()
  const [first] = motives
  expect(asked(motives.map((motive) => ({ ...motive, serviceId: first!.serviceId })))).toBeNull()
  expect(asked(kioskViews.long.motives)).toBeNull()
})

property.prop([fc.shuffledSubarray(kioskViews.townHall.motives, { minLength: mostChoices + 1 })])(
  'whatever an office receives, each motive is reached by one way and only one',
  (motives) => {
    const { shown, rest } = firstScreen(motives, names)
    expect(shown.length + Number(rest.length > 0)).toBeLessThanOrEqual(mostChoices)
    const reached = [...shown, ...rest].flatMap((one) =>
      one.kind === 'motive' ? [one.motive] : one.choice.requests,
    )
    expect(reached.map(motiveKey).toSorted()).toEqual(motives.map(motiveKey).toSorted())
  },
)

property.prop([fc.nat({ max: 20_000 }), fc.nat({ max: 20_000 })])(
  'a wait in minutes never promises less than was computed',
  (one, other) => {
    const [p50, p90] = [Math.min(one, other), Math.max(one, other)]
    const [low, high] = waitMinutes({ p50, p90 })
    expect(high * 60).toBeGreaterThanOrEqual(p90)
    expect(low).toBeLessThanOrEqual(high)
    if (high < 60) {
      expect((high - 1) * 60).toBeLessThan(p90)
      expect(Math.abs(low * 60 - p50)).toBeLessThanOrEqual(30)
    } else {
      // By the half hour, outward.
      expect(high % 30).toBe(0)
      expect((high - 30) * 60).toBeLessThan(p90)
      expect(low % (low < 60 ? 10 : 30)).toBe(0)
      expect(low * 60).toBeLessThanOrEqual(p50 + 30)
    }
  },
)

const [card] = kioskViews.usual.motives
const one: Motive = card!
const doubts: readonly [string, Partial<Motive>, ReturnType<typeof doubtOf>][] = [
  ['a sure wait', {}, null],
  ['no figure at all', { wait: null }, null],
  ['a likely wait', { wait: { ...one.wait!, level: 'likely' } }, 'noTimeLeft'],
  ['an unlikely wait', { wait: { ...one.wait!, level: 'unlikely' } }, 'noTimeLeft'],
  ['no open counter, whatever the figures', { openCounters: 0 }, 'nobodyServes'],
  ['appointments only', { access: ['appointment'] }, 'byAppointment'],
  ['a title to collect there', { access: ['appointment', 'collection'], purpose: 'collection' }, null],
  [
    'a closed service, before all',
    { closed: { since: kioskViews.usual.closesAt!, words: null }, openCounters: 0 },
    'serviceClosed',
  ],
]
test.each(doubts)('a motive with %s says the doubt that it should', (_name, change, doubt) => {
  expect(doubtOf({ ...one, ...change })).toBe(doubt)
})

test('a wait is not said of a line that nobody serves', () => {
  expect(minutesOf(one)).toEqual([14, 22])
  expect(minutesOf({ ...one, openCounters: 0 })).toBeNull()
})

test('a motive that is being read follows what the host sends, and stays when it is gone', () => {
  const closed = { ...one, closed: { since: kioskViews.usual.closesAt!, words: null } }
  expect(present([closed], one)).toBe(closed)
  expect(present([{ ...closed, purpose: 'collection' }], one)).toBe(one)
})

type Said = {
  readonly [K in keyof KioskTexts as KioskTexts[K] extends string ? never : K]: readonly Parameters<
    Exclude<KioskTexts[K], string>
  >[]
}
const counts: readonly [number][] = [[1], [2], [3], [5], [11], [21], [200]]
const spans: readonly [number, number][] = [
  [0, 1],
  [0, 3],
  [1, 1],
  [1, 2],
  [5, 5],
  [14, 22],
  [52, 95],
  [120, 125],
  [0, 0],
  [240, 270],
]
const hour: readonly [string][] = [['17:00']]
const number: readonly [string][] = [['A 42']]
const instant: readonly [number, string][] = [[kioskViews.usual.closesAt!, 'Europe/Paris']]
/** What each text with a hole is tried with: one without its sample does not compile. */
const samples: Said = {
  declaration: [['whole'], ['part'], ['none']],
  hour: instant,
  dayAndHour: instant,
  peopleWait: counts,
  waitShort: spans,
  noCounterBefore: hour,
  callBetween: [['15:10', '15:40']],
  closing: hour,
  mayGoOut: hour,
  bookFrom: [['5 mars']],
  lastTickets: hour,
  resource: [[0], ...counts],
  waitFigure: spans,
  waitUnit: counts,
  waitingWords: counts,
  countersOpen: counts,
  closesAt: hour,
  sure: hour,
  likely: hour,
  requests: counts,
  moreMessages: counts,
  ticketsLeft: counts,
  arrangementsChosen: counts,
  appointmentAt: hour,
  hourKept: hour,
  closedSince: hour,
  ahead: [[0], ...counts],
  left: number,
  leftAt: hour,
  ticketCodeAsk: number,
  lostAsk: number,
  rule: [
    [publishedRule],
    [{ ...publishedRule, localGrounds: [], appointments: false, weighted: true, returnToleranceMinutes: 0 }],
  ],
  reopens: [['mercredi 4 mars à 8 h 30']],
  moreTimeHelp: counts,
  provisionalAt: hour,
}

/** Each text of a language with all that it was tried with. */
const saidIn = (words: KioskTexts): readonly (readonly [name: string, sentence: string])[] =>
  Object.entries(words).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [[name, text] as const]
      : samples[name as keyof Said].map(
          (values) => [name, (text as (...given: readonly unknown[]) => string)(...values)] as const,
        ),
  )

test.each(kioskLanguages)('every text is said in %s, and nothing of it stays French', (language) => {
  const french = new Map(Object.entries(kiosk.fr))
  for (const [name, sentence] of saidIn(kiosk[language])) {
    expect(sentence.trim(), name).not.toBe('')
    expect(sentence, name).not.toMatch(/undefined|NaN|\[object/)
    if (language !== 'fr') expect(sentence, name).not.toBe(french.get(name))
    if (language === 'ar')
      expect(/\p{Script=Arabic}|^[\d:\s]+$/u.test(sentence) || name === 'waitFigure', name).toBe(true)
    if (language === 'uk')
      expect(/\p{Script=Cyrillic}|^[\d:\s–]+$/u.test(sentence) || name === 'waitFigure', name).toBe(true)
  }
})

test('a count and its word agree', () => {
  const plain = (sentence: string) => sentence.replaceAll('\u00a0', ' ')
  expect([1, 2, 5, 21].map(kiosk.uk.requests).map(plain)).toEqual([
    '1 заява',
    '2 заяви',
    '5 заяв',
    '21 заява',
  ])
  expect([1, 2, 3, 11].map(kiosk.ar.requests).map(plain)).toEqual(['طلب واحد', 'طلبان', '3 طلبات', '11 طلبًا'])
  for (const language of ['fr', 'en', 'es'] as const)
    for (const [name, sentence] of saidIn(kiosk[language]))
      expect(sentence, name).not.toMatch(
        /(?<!\d)1\u00a0(?:personnes|guichets|minutes|people|counters|requests|personas|minutos)(?!\p{L})/u,
      )
})

test('what is left of the day is a rough length, never to be read as an hour, nor more than there is', () => {
  const left = (language: (typeof kioskLanguages)[number], minutes: number) =>
    kiosk[language].resource(minutes).replaceAll('\u00a0', ' ')
  const said = (minutes: number) => left('fr', minutes).replace(/^.*: |, tous.*$/g, '')
  expect([1, 9, 48, 119, 120, 1_115].map(said)).toEqual([
    'environ 1 minute',
    'environ 9 minutes',
    'environ 45 minutes',
    'environ 115 minutes',
    'environ 2 heures',
    'environ 18 heures',
  ])
  expect(display.resource(1_115)).toBe(
    'Temps de guichet encore libre aujourd’hui\u00a0: environ\u00a018\u00a0heures',
  )
  expect(left('en', 1_115)).toContain('about 18 hours')
  expect(left('es', 1_115)).toContain('alrededor de 18 horas')
  expect([121, 185, 1_115].map((minutes) => left('ar', minutes).match(/حوالي [^،]+/)?.[0])).toEqual([
    'حوالي ساعتين',
    'حوالي 3 ساعات',
    'حوالي 18 ساعة',
  ])
  expect([185, 1_260].map((minutes) => left('uk', minutes).match(/близько [^,]+/)?.[0])).toEqual([
    'близько 3 годин',
    'близько 21 години',
  ])
})

test('hours, minutes and numbers never break, in French', () => {
  const [ticket, wait, late] = [
    kiosk.fr.left('A\u00a042'),
    kiosk.fr.waitShort(14, 22),
    kiosk.fr.waitShort(52, 95),
  ]
  expect([ticket, wait, late]).toEqual([
    'Le départ du ticket A\u00a042 est noté',
    'Attente\u00a0: 14\u00a0à\u00a022\u00a0min',
    'Attente\u00a0: 52\u00a0min\u00a0à\u00a01\u00a0h\u00a035',
  ])
})

test('what the figures carry is said, and no more', () => {
  expect(kiosk.fr.sure('17 h 00')).toBe('Vous devriez être reçu avant la fermeture de 17 h 00')
  for (const language of kioskLanguages) {
    const { sure, likely, unlikely } = kiosk[language]
    expect(new Set([sure('17:00'), likely('17:00'), unlikely]).size).toBe(3)
  }
})

const acts = [
  'ticket.take',
  'ticket.leave',
  'ticket.return',
  'ticket.replace',
  'ticket.certify',
  'appointment.arrive',
  'appointment.book',
] as const
test.each(acts)('whatever %s is refused for, a sentence says it in each language', (act) => {
  for (const code of contract[act].refusals)
    for (const language of kioskLanguages) expect(whyNot(code, kiosk[language]), code).not.toBe('')
})

test('a refusal that the person can mend says what is wrong', () => {
  for (const code of correctable) expect(whyNot(code, kiosk.fr)).not.toBe(kiosk.fr.notDoneHelp)
  expect(whyNot('fault', kiosk.fr)).toBe(kiosk.fr.notDoneHelp)
  expect(whyNot('constructor', kiosk.fr)).toBe(kiosk.fr.notDoneHelp)
})

test('every label of the first screen that is shipped has thirty letters at most, in each language', () => {
  const titles = shippedCatalogue().procedures.map(({ procedureId, title }) =>
    labelOf({ procedureId, purpose: 'request', title }),
  )
  for (const language of kioskLanguages) {
    const { otherChoice } = kiosk[language]
    const labels = [
      ...titles.map((title) => inLanguage(title, language)),
      ...serviceSets.flatMap(({ services }) => services.map(({ name }) => inLanguage(name, language))),
      otherChoice,
      ...collections(kioskViews.townHall.motives).map(({ title }) => inLanguage(title, language)),
    ]
    expect(labels.filter((label) => [...label].length > longestLabel)).toEqual([])
  }
})

test('the kiosk and the room say the same of the same wait', () => {
  const line = { closed: null, openCounters: 2, backAt: null, waiting: 3, ticketsLeft: null }
  const wait = (minutes: readonly [number, number], level: 'sure' | 'unlikely' = 'sure') => ({
    ...line,
    wait: { p50: minutes[0] * 60, p90: minutes[1] * 60, sure: 0.99, level },
  })
  const at = (words: WaitWords, said: Parameters<typeof saidWait>[1]) =>
    saidWait(words, said, () => '11 h 00')
  for (const minutes of [
    [0, 0],
    [0, 4],
    [5, 5],
    [14, 22],
    [52, 95],
    [240, 265],
  ] as const) {
    const room = at(display.wait, wait(minutes)).text
    expect(at(kiosk.fr, wait(minutes)).text).toBe(`Attente\u00a0: ${room}`)
  }
  for (const said of [
    wait([14, 22], 'unlikely'),
    { ...line, wait: null, openCounters: 0 },
    { ...line, wait: null, openCounters: 0, backAt: kioskViews.usual.closesAt },
    { ...line, wait: null, closed: {} },
    { ...line, wait: null, closed: {}, ticketsLeft: 0 },
    { ...line, wait: null, ticketsLeft: 4 },
    { ...line, wait: null },
  ])
    expect(at(kiosk.fr, said).doubt).toBe(at(display.wait, said).doubt)
})

test('a long wait is said by the clock too, and when to be back; not beyond closing', () => {
  const now = kioskViews.usual.closesAt! - 6 * 3_600_000 + 8 * 60_000
  const closesAt = kioskViews.usual.closesAt!
  const clock = (at: number) => kiosk.fr.hour(at, 'Europe/Paris').replaceAll('\u00a0', ' ')
  const call = callBetween([240, 270], now, closesAt)!
  expect([call.from, call.to, call.backAt].map(clock)).toEqual(['15 h 10', '15 h 40', '15 h 00'])
  expect(callBetween([240, 390], now, closesAt)).toBeNull()
  expect(isLong({ ...one, wait: { p50: 3000, p90: 3601, sure: 1, level: 'sure' } })).toBe(true)
  expect(isLong({ ...one, wait: { p50: 3000, p90: 3540, sure: 1, level: 'sure' } })).toBe(false)
  expect(isLong({ ...one, wait: { p50: 60, p90: 120, sure: 0.2, level: 'unlikely' } })).toBe(true)
})
