import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { AgentId, DayId, Instant } from '../../../shared/contract/ids.ts'
import type { Right } from '../../../shared/contract/people/calls.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import type { Office } from '../../../shared/domain/state.ts'
import {
  failed,
  freeForPerson,
  freeForStation,
  isLockedOut,
  recognised,
  waitsUntil,
} from '../../../shared/domain/people/lockout.ts'
import { isLastManager, mayUse } from '../../../shared/domain/people/people.ts'
import { flawOf, kindOf, plainSecret } from '../../../shared/domain/people/secret.ts'
import {
  begun,
  continued,
  endingDay,
  locked,
  touched,
  unlocked,
} from '../../../shared/domain/people/session.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { noAttempts, type Attempts } from '../../../shared/domain/people/state.ts'

const start = Date.parse('2026-03-03T08:00:00Z') as Instant
const after = (ms: number) => (start + ms) as Instant
const ids = ['agent1', 'agent2', '-'] as const

const free = fc.constantFrom(freeForPerson, freeForStation)
const failures = fc.array(fc.record({ by: fc.constantFrom(...ids), later: fc.nat(2_000_000) }), {
  maxLength: 40,
})

property.prop([failures, free])(
  'a wait never ends sooner for one more failure, and grows to an hour at most',
  (all, most) => {
    let attempts: Attempts = noAttempts
    let now = 0
    for (const { by, later } of all) {
      now += later
      const before = waitsUntil(attempts)
      attempts = failed(attempts, by, after(now), most)
      expect(waitsUntil(attempts)).toBeGreaterThanOrEqual(before)
      expect(waitsUntil(attempts)).toBeLessThanOrEqual(Math.max(before, after(now) + 3_600_000))
    }
    // Those that cost nothing first, then each one makes wait.
    expect(isLockedOut(attempts, after(now))).toBe(all.length > most)
  },
)

property.prop([failures, fc.constantFrom(...ids)])(
  'who is recognised forgives their own failures and nobody else’s',
  (all, who) => {
    const attempts = all.reduce<Attempts>(
      (before, { by }) => failed(before, by, start, freeForStation),
      noAttempts,
    )
    const left = recognised(attempts, who)
    expect(left[who]).toBeUndefined()
    for (const id of ids) if (id !== who) expect(left[id]).toEqual(attempts[id])
  },
)

property.prop([failures])(
  'tries made while one waits are not compared: guesses are counted in tens a day, not in thousands',
  (all) => {
    let attempts: Attempts = noAttempts
    let now = 0
    let compared = 0
    for (const { by, later } of all.flatMap((one) => [one, { ...one, later: 0 }, { ...one, later: 1 }])) {
      now += later
      if (isLockedOut(attempts, after(now))) continue
      compared++
      attempts = failed(attempts, by, after(now), freeForPerson)
    }
    expect(compared).toBeLessThanOrEqual(freeForPerson + 5 + Math.ceil(now / 3_600_000))
  },
)

const dayIds = ['0198c1f2-0000-7abc-8def-000000000001', '0198c1f2-0000-7abc-8def-000000000002'] as DayId[]
const pure = PureOffice.school(start)
const officeOn = (dayId: DayId | null): Office => ({
  ...pure.office,
  day: dayId === null ? null : ({ dayId, date: dateIn('Europe/Paris', start) } as NonNullable<Office['day']>),
})
const what = fc.oneof(
  fc.record({ do: fc.constant('day' as const), dayId: fc.constantFrom(null, ...dayIds) }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.nat(8 * 3_600_000) }),
  fc.record({ do: fc.constantFrom('lock' as const, 'touch' as const, 'unlock' as const) }),
)

property.prop([fc.constantFrom(null, ...dayIds), fc.array(what, { maxLength: 30 })])(
  'a session outlives neither its business day, whose end was not asked there, nor its date',
  (first, all) => {
    let office = officeOn(first)
    let now = start
    let belongs = first
    let session: ReturnType<typeof continued> = begun(office, 'agent1' as AgentId, now, [])
    for (const one of all) {
      if (one.do === 'day') office = officeOn(one.dayId)
      if (one.do === 'pass') now = (now + one.ms) as Instant
      if (session && one.do === 'lock') session = locked(session, now)
      if (session && one.do === 'touch') session = touched(session, now)
      if (session && one.do === 'unlock') session = unlocked(session, now)
      session = session && continued(session, office, now)
      const open = office.day?.dayId ?? null
      const over = (belongs !== null && open !== belongs) || dateIn('Europe/Paris', now) !== session?.date
      if (belongs !== null && open !== belongs) expect(session).toBeNull()
      if (session) {
        expect(over).toBe(false)
        belongs ??= open
        expect(session.dayId).toBe(open)
      }
    }
  },
)

property.prop([fc.constantFrom(null, ...dayIds), fc.nat(20 * 3_600_000)])(
  'whoever asks for the end of the day at a station stays there, whatever day follows, until the date ends',
  (next, ms) => {
    const asked = endingDay(begun(officeOn(dayIds[0]!), 'agent1' as AgentId, start, []))
    const now = (start + ms) as Instant
    const stays = continued(asked, officeOn(next), now)
    expect(stays !== null).toBe(dateIn('Europe/Paris', now) === asked.date)
    if (stays) expect(stays.dayId).toBe(next)
    // The day after is another one: its end was not asked.
    if (stays && next === dayIds[1]) expect(continued(stays, officeOn(null), now)).toBeNull()
  },
)

property.prop([fc.nat(40), fc.boolean()])(
  'nobody at the keys locks a station when the office says so, and a locked one stays so',
  (minutes, again) => {
    const office = officeOn(null)
    const session = begun(office, 'agent1' as AgentId, start, [])
    const later = continued(session, office, after(minutes * 60_000))
    expect(later?.lockedAt !== null).toBe(minutes >= 10)
    if (later && again)
      expect(continued(touched(later, after(minutes * 60_000)), office, after(minutes * 60_000))).toEqual(
        minutes >= 10 ? later : { ...later, touchedAt: after(minutes * 60_000) },
      )
  },
)

const rights = fc.subarray<Right>(['agent', 'supervisor', 'admin'])
const step = fc.oneof(
  fc.record({
    name: fc.constant('agent.setRights' as const),
    agentId: fc.constantFrom('agent1', 'agent2', 'agent3'),
    rights,
  }),
  fc.record({
    name: fc.constant('agent.invite' as const),
    agentId: fc.constantFrom('agent1', 'agent2', 'agent3'),
  }),
  fc.record({
    name: fc.constant('secret.choose' as const),
    agentId: fc.constantFrom('agent1', 'agent2', 'agent3'),
    kind: fc.constantFrom('pin' as const, 'passphrase' as const),
  }),
)

property.prop([fc.array(step, { maxLength: 30 })])(
  'an office that is protected stays so, and never loses the last person who can manage it',
  (steps) => {
    const one = PureOffice.school(start)
    one.act('secret.first', { agentId: 'agent1', secret: 'x' }, 'admin', { hash: 'x', kind: 'passphrase' })
    for (const each of steps) {
      const { agentId } = each
      if (each.name === 'agent.setRights') one.act(each.name, { agentId, rights: each.rights }, 'admin')
      if (each.name === 'agent.invite') one.act(each.name, { agentId }, 'admin', { hash: 'x', kind: 'code' })
      if (each.name === 'secret.choose') {
        const chosen = { agentId, code: '12345678', secret: 'x' }
        one.act(each.name, chosen, 'admin', { hash: 'x', kind: each.kind })
      }
      const { office } = one
      expect(office.people.isProtected).toBe(true)
      const managers = office.skills
        .keySeq()
        .filter((id) => mayUse(office, id, 'admin'))
        .toArray()
      expect(managers.length).toBeGreaterThan(0)
      if (managers.length === 1) expect(isLastManager(office, managers[0]!)).toBe(true)
      // A PIN alone never opens the administration.
      for (const id of office.skills.keys())
        if (office.people.secrets.get(id)?.kind !== 'passphrase')
          expect(mayUse(office, id, 'admin')).toBe(false)
    }
  },
)

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`))
property.prop([digits(1, 5)])('a PIN has six digits at least', (pin) => {
  expect(flawOf(pin, null)).toBe('tooShort')
})
property.prop([
  digits(1, 4),
  fc.integer({ min: 6, max: 12 }),
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom(1, 9),
])('digits that repeat or follow one another are no PIN', (run, length, from, by) => {
  const repeated = run.repeat(12).slice(0, length)
  expect(flawOf(repeated, null)).not.toBeNull()
  const inOrder = Array.from({ length }, (_, at) => (from + at * by) % 10).join('')
  expect(flawOf(inOrder, null)).toBe('inOrder')
})
property.prop([fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })])(
  'the same words typed with composed or separate accents are one secret, of one kind',
  (typed) => {
    expect(plainSecret(typed.normalize('NFD'))).toBe(plainSecret(typed.normalize('NFC')))
    expect(kindOf(plainSecret(typed))).toBe(/^[0-9]{0,12}$/.test(plainSecret(typed)) ? 'pin' : 'passphrase')
  },
)
test('a passphrase is long and more than one’s own name; nothing else is asked of it', () => {
  const name = { firstName: 'Élodie', familyName: 'Le Goff', capacity: 'agente' }
  expect(flawOf('elodielegoff2026', name)).toBe('itsName')
  expect(flawOf('aaaaaaaaaaaabb', name)).toBe('allTheSame')
  expect(flawOf('onze lettre', name)).toBe('tooShort')
  expect(flawOf('un cerisier sous la neige', name)).toBeNull()
  expect(flawOf('739154', name)).toBeNull()
  expect(flawOf('159753', name)).toBe('wellKnown')
})
