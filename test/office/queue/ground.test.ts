import { expect, test } from 'vitest'
import { followEvents } from '../../fixtures/followEvents.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'

type Called = {
  readonly ticket: { readonly ground: { readonly ground: { readonly groundId: string } } | null }
  readonly reason: { readonly code: string }
}

test('which ground gave a priority is known to who calls, and to nobody else: not even its kind', async () => {
  const dir = await newFolder()
  const host = await startInside(dir)
  try {
    // One local ground published: its kind alone would name it.
    await done(host, 'supervisor', 'commands/rules.set', { rules: { localGrounds: ['visiblePregnancy'] } })
    await done(host, 'supervisor', 'commands/day.open')
    await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
    const taken = { serviceId: 'titres' }
    await done(host, 'kiosk', 'commands/ticket.take', taken)
    for (const priority of [
      { groundId: 'visiblePregnancy', proof: 'seen' },
      { groundId: 'deadlineToday', proof: 'deadline' },
    ])
      await done(host, 'agent2', 'commands/reception.take', { ...taken, priority })
    const before = JSON.stringify(await done(host, 'agent1', 'queries/counter.view'))
    expect(before, 'before the call').not.toMatch(/"(local|deadline|localPriority)"|visiblePregnancy/)
    const { ticket, reason } = await done<Called>(host, 'agent1', 'commands/ticket.callNext')
    expect([ticket.ground?.ground.groundId, reason.code]).toEqual(['visiblePregnancy', 'localPriority'])

    const told: string[] = []
    for (const [holder, query] of [
      ['supervisor', 'queue.view'],
      ['integration', 'queue.view'],
      ['agent2', 'queue.view'],
    ] as const)
      told.push(JSON.stringify(await done(host, holder, `queries/${query}`)))
    // The rule that the room reads names every ground; its calls name none.
    const { calls } = await done<{ calls: unknown }>(host, 'display', 'queries/display.view')
    told.push(JSON.stringify(calls))
    const { decisions, unsettled } = await done<{ decisions: unknown; unsettled: unknown }>(
      host,
      'supervisor',
      'queries/supervision.view',
    )
    told.push(JSON.stringify([decisions, unsettled]))
    const follower = await followEvents(host, { since: 0 })
    const afterOffice = () =>
      follower.events.filter(({ type }) => type !== 'officeCreated' && type !== 'rulesSet')
    await expect.poll(() => afterOffice().some(({ type }) => type === 'ticketCalled')).toBe(true)
    follower.close()
    told.push(JSON.stringify(afterOffice()))
    for (const text of told)
      expect(text).not.toMatch(/"(local|deadline|localPriority)"|visiblePregnancy|deadlineToday|Grossesse/)
    expect(told.at(-1), 'that there was a priority is told').toContain('"priority":"law"')
  } finally {
    await host.stop()
    await removeFolder(dir)
  }
})
