import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import { startTraining, type TrainingOptions } from '../../../electron/host/training/training.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// The guided day as its host runs it, over the domain alone. 3 March 2026, 9 h 00 in Paris.
const nine = Date.UTC(2026, 2, 3, 8)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('nobody comes to a day that was closed: whoever asks for the next one is told why, and the log has it once', async () => {
  const pure = PureOffice.school(nine)
  pure.act('day.open', {}, 'supervisor')
  pure.act('counter.open', { counterId: '1' }, 'agent1')
  pure.act('training.begin', {}, 'agent1')
  pure.act('counter.close', {}, 'agent1')
  pure.act('day.close', {}, 'supervisor')
  expect(pure.office.day).toBeNull()
  const logged: unknown[] = []
  let asked = 0
  const act: TrainingOptions['act'] = async (_who, name, input) => {
    asked++
    const decision = pure.act(name, input, 'kiosk')
    return 'refusal' in decision ? { code: decision.refusal } : { text: JSON.stringify(decision.output) }
  }
  const driver = startTraining({
    office: () => pure.office,
    now: () => pure.now,
    act,
    moveClock: (to: Instant) => void (pure.clock = to),
    log: { info: (what: string) => void logged.push(what), fault: (what: string) => void logged.push(what) },
  } as unknown as TrainingOptions)
  expect(await driver.handlers['training.next']({} as never)).toEqual({ code: 'dayNotOpen' })
  await vi.advanceTimersByTimeAsync(5000)
  driver.stop()
  expect(asked, 'it is tried again').toBeGreaterThan(3)
  expect(logged).toEqual(['lesson'])
})
