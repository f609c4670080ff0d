import { Map, OrderedSet } from 'immutable'
import { expect, test } from 'vitest'
import { frozen } from '../../fixtures/frozen.ts'

// By it every test that acts in an office sees a decision that writes in what it reads.

test('whoever writes in a frozen state throws, whatever holds what is written', () => {
  const state = frozen({
    day: { date: '2026-03-03' },
    calls: [{ number: 'A1' }],
    tickets: Map([['a', { state: 'waiting' }]]),
    lines: Map([['a', OrderedSet([['b']])]]),
  })
  const writes: readonly (() => unknown)[] = [
    () => (state.day = { date: '' }),
    () => (state.day.date = ''),
    () => state.calls.push({ number: 'A2' }),
    () => (state.calls[0]!.number = 'A2'),
    () => (state.tickets.get('a')!.state = 'closed'),
    () => state.lines.get('a')!.first()!.push('c'),
  ]
  for (const write of writes) expect(write, write.toString()).toThrow(TypeError)
})

test('what comes after a frozen state is frozen too, and only what is new is gone through', () => {
  const before = frozen({ kept: { all: [1] } })
  const after = frozen({ ...before, added: { all: [2] } })
  expect(after.kept).toBe(before.kept)
  expect(() => after.added.all.push(3)).toThrow(TypeError)
})
