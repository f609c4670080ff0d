import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import { openJournal } from '../../../db/open.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId, Instant, StationId } from '../../../shared/contract/ids.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'
import { noWaits } from '../../../shared/domain/waits/now.ts'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { emptyRuleFolder } from '../../../shared/procedures/ruleFolder.ts'
import { startDeciding } from '../../../electron/host/deciding.ts'
import { newId } from '../../../electron/host/core/newId.ts'
import { startSequencer } from '../../../electron/host/core/sequencer.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { officeKey } from '../../fixtures/papers.ts'

/** Of a journal that other hosts store in, what the sequencer needs here: none of them does. */
const others: Journal['others'] = {
  onStored: () => () => {},
  personal: async () => [],
  leads: () => true,
  known: () => undefined,
}

/**
 * A new office with its day open, whose decisions, commits and tellings are noted in their order.
 * @param shared other hosts store in its journal too
 */
async function noted(shared = false) {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-sequencer-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const journal = await openJournal(folder)
  const order: string[] = []
  const faults: string[] = []
  let broken = false
  /** What the next appends say instead of storing. */
  const instead: ('conflict' | Error)[] = []
  const stored: Journal = {
    ...journal,
    others: shared ? others : null,
    append: async (...asked) => {
      const said = instead.shift()
      if (said === 'conflict') return said
      if (said) throw said
      order.push('stored')
      return journal.append(...asked)
    },
  }
  const key = officeKey(7)
  const log = { info: () => undefined, fault: (what: string) => void faults.push(what) }
  const sequencer = await startSequencer({
    journal: stored,
    key,
    log,
    decideAll: startDeciding({
      journal: stored,
      clock: { now: () => Date.UTC(2026, 2, 3, 9) as Instant },
      key,
      log,
      catalogue: shippedCatalogue,
      folder: () => emptyRuleFolder,
      waits: () => {
        order.push('decided')
        return noWaits
      },
      silences: () => [],
    }),
    onCommit: () => {
      order.push('told')
      if (broken) throw new Error('a part that fails')
    },
  })
  onTestFinished(async () => {
    await sequencer.stop()
    await journal.close()
  })
  const act = async (role: Who['role'], name: DomainCommand, input: unknown) => {
    const who: Who = {
      officeId: sequencer.office().officeId,
      role,
      stationId: role as unknown as StationId,
      agentId: null,
    }
    const answer = await sequencer.act(who, name, input, newId() as CommandId)
    if ('code' in answer) throw new Error(answer.code)
    order.push('answered')
  }
  const take = () => act('kiosk', 'ticket.take', { serviceId: 'titres' })
  await act('admin', 'office.create', schoolOffice)
  await act('supervisor', 'day.open', {})
  await setImmediate()
  order.length = 0
  return { take, order, faults, instead, breaks: () => (broken = true) }
}

test('an act is answered before the parts hear of it, and they hear of it before the next act is decided', async () => {
  const { take, order } = await noted()
  await take()
  await take()
  const once = ['decided', 'stored', 'answered', 'told']
  expect(order.slice(0, 7)).toEqual([...once, ...once.slice(0, 3)])
})

test('acts that come while one is stored are stored together', async () => {
  const { take, order } = await noted()
  await take()
  await Promise.all([take(), take(), take()])
  expect(order.filter((one) => one === 'stored')).toHaveLength(2)
})

test('a part that fails when it is told is written in the log, and acts go on', async () => {
  const { take, order, faults, breaks } = await noted()
  breaks()
  await take()
  await take()
  expect(order.filter((one) => one === 'answered')).toHaveLength(2)
  expect(faults).toContain('told')
})

test('an act that fails in doubt is decided again once, whatever conflicts it met before', async () => {
  const { take, instead, order } = await noted(true)
  // Another host answered the same act at the same instant: the engine refuses a second answer.
  const twice = () => new Error('duplicate key value violates unique constraint "answers_key"')
  instead.push('conflict', twice(), 'conflict')
  await take()
  expect(order.filter((one) => one === 'stored')).toHaveLength(1)
  instead.push(twice(), 'conflict', twice())
  await expect(take()).rejects.toThrow('fault')
})
