import { expect, test } from 'vitest'
import { nameAt, nameOf } from '../../../shared/contract/index.ts'
import { speaksWith } from '../../../shared/rpc/protocol.ts'
import { contractBefore, contractNow } from '../../fixtures/contracts.ts'
import { unread, type Comparison, type Schema } from '../../fixtures/schemaOrder.ts'

// One version of difference between a host and its stations: each understands what the other says, call by call, from what
// was kept of the version before (test/fixtures/contracts). What fails here would leave a counter without its page in the
// middle of a week. To mend: a key that is added is optional where it is sent, and may be null or has a usual value
// (`.default(…)`) where it is read; what changes its meaning takes another name; else the contract's first number changes.

const now = contractNow()
const before = contractBefore()
const shapes = { ...before.shapes, ...now.shapes }
/** What no station asks never leaves its host. */
const kept = Object.entries(before.calls)
  .filter(([, { roles }]) => roles.length > 0)
  .map(([name]) => name)
/** What a call of the version before is now, under the name that it has now. */
const present = (name: string) => now.calls[nameOf(name) ?? name]
const of = (name: string): Schema => ({ $ref: name })

/**
 * Where a host may say a word that a station of the version before does not know, in nobody's way: it is said once the new
 * thing was done, and the page of the administration that lists it says then to bring the station up to date.
 */
const newWords: readonly string[] = [
  'premises.view.changes[].type : ',
  'stations.view.lastPairing.outcome : ',
]

/** What a host of the version before does not say yet, in an act that is rare and that its page then says to update for. */
const notYet: readonly string[] = ['place.ask.partnerId : ']

/** What one side says that the other does not understand, in all the calls that both have. */
const unreadIn = (
  sides: (name: string) => readonly [reader: string | undefined, writer: string | undefined],
  how: Comparison,
): readonly string[] =>
  kept.flatMap((name) => {
    const [reader, writer] = sides(name)
    if (reader === undefined || writer === undefined) return []
    return unread(of(reader), of(writer), shapes, how).map((why) => `${name}${why}`)
  })

const except = (known: readonly string[], unread: readonly string[]) =>
  unread.filter((why) => !known.some((where) => why.startsWith(where)))

test('the version that was kept is one that this one speaks with', () => {
  expect(speaksWith(now.version, before.version)).toBe(true)
  expect(kept.length).toBeGreaterThan(200)
})

test('every call of the version before is there, of the same kind, for whoever could make it', () => {
  const lost = kept.filter((name) => {
    const [was, is] = [before.calls[name], present(name)]
    return !is || is.kind !== was?.kind || !was.roles.every((role) => is.roles.includes(role))
  })
  expect(lost).toEqual([])
})

test('a host of the version before is asked by the names that it knows', () => {
  const asked = kept.flatMap((name) => {
    const call = nameOf(name)
    return call === undefined ? [] : [nameAt(before.version, call)]
  })
  expect(asked).toEqual(kept)
})

test('a station of the version before is understood by this host', () => {
  const sides = (name: string) => [present(name)?.input, before.calls[name]?.input] as const
  expect(unreadIn(sides, { tolerant: false, asked: 'all' })).toEqual([])
})

test('this host is understood by a station of the version before', () => {
  const sides = (name: string) => [before.calls[name]?.hears, present(name)?.says] as const
  expect(except(newWords, unreadIn(sides, { tolerant: true, asked: 'all' }))).toEqual([])
})

test('a host of the version before is understood by this station', () => {
  const sides = (name: string) => [present(name)?.hears, before.calls[name]?.says] as const
  expect(except(notYet, unreadIn(sides, { tolerant: true, asked: 'all' }))).toEqual([])
})

test('what is said otherwise is found: a key too many, one that lacks, another word, a list that is longer', () => {
  const shape = (extra: object, required: readonly string[]): Schema => ({
    type: 'object',
    properties: { kind: { enum: ['a', 'b'] }, list: { type: 'array', maxItems: 2 }, ...extra },
    required,
    additionalProperties: false,
  })
  const was = shape({}, ['kind'])
  const strict = { tolerant: false, asked: 'all' } as const
  const found = (reader: Schema, writer: Schema, how: Comparison = strict) =>
    unread(reader, writer, {}, how).map((why) => why.split(' : ')[0])
  expect(found(was, was)).toEqual([])
  expect(found(was, shape({ more: { type: 'string' } }, ['kind']))).toEqual(['.more'])
  expect(found(was, shape({ more: {} }, ['kind']), { ...strict, tolerant: true })).toEqual([])
  expect(found(shape({}, ['kind', 'list']), was)).toEqual(['.list'])
  expect(found(was, shape({ kind: { enum: ['a', 'c'] } }, ['kind']))).toEqual(['.kind'])
  expect(found(was, shape({ kind: { type: ['string', 'null'] } }, ['kind']))).toEqual(['.kind', '.kind'])
  expect(found(was, shape({ list: { type: 'array', maxItems: 3 } }, ['kind']))).toEqual(['.list'])
  const nothing = shape({ more: { type: ['string', 'null'] } }, ['kind', 'more'])
  expect(found(nothing, was, { tolerant: true, asked: 'all' })).toEqual([])
  expect(found(nothing, was)).toEqual(['.more'])
  const needs = shape({ more: { type: 'string' } }, ['kind', 'more'])
  expect(found(was, needs, { tolerant: false, asked: 'least' })).toEqual(['.more'])
})

test('what this station must send is read by a host of the version before', () => {
  const sides = (name: string) => [before.calls[name]?.input, present(name)?.input] as const
  expect(unreadIn(sides, { tolerant: false, asked: 'least' })).toEqual([])
})
