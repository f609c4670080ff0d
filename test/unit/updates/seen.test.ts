import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { notesName } from '../../../electron/system/updates/manifest.ts'
import { nothingKept } from '../../../electron/system/updates/memory.ts'
import type { Left } from '../../../electron/system/updates/left.ts'
import { keys, maker, content, manifest, published, installation } from '../../fixtures/updates.ts'

describe('what the administration sees and decides', () => {
  const early = () => new Date(2026, 2, 3, 12, 0)

  test('says where they are looked for and by what, and since when the version is here', () => {
    const { updates } = installation()
    expect(updates.state()).toMatchObject({
      version: '0.1.0',
      since: new Date(2026, 2, 3, 21, 0).getTime(),
      source: { between: '20:00-06:00', setBy: '/etc/guichet/guichet.json' },
      on: true,
      imposed: false,
      last: null,
      waiting: null,
    })
    expect(installation({ asked: undefined }).updates.state()).toMatchObject({ source: null, on: false })
  })

  test('an update that waits for its hour says what it brings, when the notes are signed for it', async () => {
    const { updates, publish, done, from } = installation({ now: early })
    publish(published(manifest))
    writeFileSync(
      join(from, notesName),
      published({ version: '0.2.0', notes: 'Les bornes parlent.' }, keys()),
    )
    await updates.look()
    expect(updates.state().waiting).toEqual({ version: '0.2.0', notes: null, atClosing: false })
    const again = installation({ now: early })
    again.publish(published(manifest))
    writeFileSync(join(again.from, notesName), published({ version: '0.2.0', notes: 'Les bornes parlent.' }))
    await again.updates.look()
    expect(again.updates.state().waiting?.notes).toBe('Les bornes parlent.')
    expect(done).toEqual([])
  })

  test('asked at the closing, it is installed at any hour, and only once the day is closed', async () => {
    let open = true
    const { updates, publish, done } = installation({
      now: early,
      prepare: () => Promise.resolve(open ? 'dayOpen' : null),
    })
    expect(updates.plan('0.2.0', true, 'agent1')).toBe('updateGone')
    publish(published(manifest))
    await updates.look()
    expect(updates.plan('0.2.0', true, 'agent1')).toBeNull()
    await updates.look()
    expect(done).toEqual([])
    expect(updates.state()).toMatchObject({ waiting: { version: '0.2.0', atClosing: true } })
    expect(updates.said()).toContain('dès que la journée sera fermée')
    open = false
    await updates.look()
    expect(done).toEqual([content.toString()])
  })

  test('asked for again and again while one look is under way, it looks once more, and no more', async () => {
    const answers: (() => void)[] = []
    const { updates } = installation({
      asked: { from: 'https://intranet.example', key: maker.key, between: '20:00-06:00' },
      now: early,
      get: () =>
        new Promise((answered) => {
          answers.push(() => answered(new Response(published({ ...manifest, version: '0.1.0' }))))
        }),
    })
    for (let time = 0; time < 100; time++) expect(updates.lookNow()).toBeNull()
    const looked = async (times: number) => {
      await vi.waitFor(() => expect(answers).toHaveLength(times))
      answers.at(-1)!()
    }
    await looked(1)
    await looked(2)
    await vi.waitFor(() => expect(updates.state().looking).toBe(false))
    expect(answers).toHaveLength(2)
  })

  test('stopped on a disk that can’t be written, nothing is looked for by this start', async () => {
    const { updates, publish, done } = installation({ kept: { read: () => nothingKept, write: () => {} } })
    publish(published(manifest))
    expect(updates.set(false, 'agent1')).toBeNull()
    await updates.look()
    expect([done, updates.state().on, updates.lookNow()]).toEqual([[], false, 'noUpdates'])
  })

  test('stopped while the office made itself ready, nothing is installed', async () => {
    const { updates, publish, done } = installation({
      prepare: () => {
        updates.set(false, 'agent1')
        return Promise.resolve(null)
      },
    })
    publish(published(manifest))
    await updates.look()
    expect(done).toEqual([])
    expect(updates.state()).toMatchObject({ on: false, waiting: null })
  })

  test('stopped, the version that was left does not come back on a word that finds nothing', async () => {
    let left: Left = { version: '0.2.0' }
    const { updates, publish } = installation({ left: { read: () => left, write: (next) => (left = next) } })
    publish(published(manifest))
    await updates.look()
    expect(updates.leftAgain()).toBe('0.2.0')
    expect(updates.set(false, 'agent1')).toBeNull()
    expect([updates.leftAgain(), updates.state().leftAgain, left.version]).toEqual([null, false, '0.2.0'])
  })

  test('stopped while the package came, nothing waits to be installed, whatever the hour', async () => {
    for (const now of [early, () => new Date(2026, 2, 3, 21, 0)]) {
      const { updates, publish, done } = installation({ now })
      publish(published(manifest))
      const looking = updates.look()
      expect(updates.set(false, 'agent1')).toBeNull()
      await looking
      expect(done).toEqual([])
      expect(updates.state()).toMatchObject({ on: false, waiting: null })
      expect(updates.plan('0.2.0', true, 'agent1')).toBe('updateGone')
    }
  })

  test('stopped here, nothing is looked for, and who stopped it is kept and logged; what the configuration imposes stays', async () => {
    const { updates, publish, done, logged } = installation()
    publish(published(manifest))
    expect(updates.set(false, 'agent1')).toBeNull()
    await updates.look()
    expect(done).toEqual([])
    expect(updates.lookNow()).toBe('noUpdates')
    expect(logged).toEqual(['updatesSet'])
    expect(updates.state()).toMatchObject({ on: false, changed: { agentId: 'agent1' } })
    const asked = (on: boolean) => ({ from: '/srv', key: maker.key, between: '20:00-06:00', on })
    for (const on of [true, false]) {
      const imposed = installation({ asked: asked(on) })
      expect(imposed.updates.set(!on, null)).toBe('updatesImposed')
      expect(imposed.updates.state()).toMatchObject({ on, imposed: true })
    }
  })

  test('what was refused is kept with its reason, once however often it is met', async () => {
    const { updates, publish } = installation()
    publish(published(manifest, keys()))
    await updates.look()
    await updates.look()
    publish(published({ ...manifest, from: '0.1.5' }))
    await updates.look()
    const refused = updates.state().refused.map(({ said }) => said)
    expect(refused).toHaveLength(2)
    expect(refused[0]).toContain('d’un seul coup')
    expect(refused[1]).toContain('n’est pas signée')
  })
})
