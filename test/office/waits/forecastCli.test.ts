import { expect, test } from 'vitest'
import { startCommand } from '../../fixtures/answeringCommand.ts'

const opens = 9 * 3600
const question = {
  days: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((date) => ({
    date,
    opens,
    closes: opens + 3600,
    arrivals: [
      { service: 'titres', at: opens + 60 },
      { service: 'titres', at: opens + 600 },
      { service: 'etat-civil', at: opens + 1900 },
    ],
  })),
  date: '2026-11-30',
  opens,
  closes: opens + 3600,
  appointments: [{ service: 'titres', at: opens + 1800 }],
}

test('each line is answered by who is expected, by half-hour and service', async () => {
  const command = startCommand('forecast')
  const { halfHours } = await command.ask(question)
  expect(halfHours).toEqual(
    [opens, opens + 1800].flatMap((from) =>
      ['etat-civil', 'titres'].map((service) => ({
        from,
        service,
        expected: expect.any(Number) as number,
        low: expect.any(Number) as number,
        high: expect.any(Number) as number,
      })),
    ),
  )
  expect(await command.ask({ ...question, days: [], appointments: [] })).toEqual({ halfHours: [] })
  expect(await command.end()).toEqual({ code: 0, more: false })
})

test('once all is answered, the command says how far the forecast was on days held out, beside the usual mean', async () => {
  const command = startCommand('forecast')
  const days = Array.from({ length: 50 }, (_, at) => ({
    ...question.days[0],
    date: new Date(Date.UTC(2026, 8, 28 + at)).toISOString().slice(0, 10),
  }))
  await command.ask({ ...question, days })
  await command.end()
  expect(command.said()).toMatch(/erreur moyenne .* sur 20 jours mis de côté.*moyenne du même jour/)
  const few = startCommand('forecast')
  await few.ask(question)
  await few.end()
  expect(few.said()).toContain('trop peu de journées')
})

test('no range is empty, even of hours when nearly nobody comes', async () => {
  const command = startCommand('forecast')
  const closes = opens + 8 * 3600
  const days = question.days.map((day) => ({ ...day, closes }))
  const { halfHours } = await command.ask({ ...question, days, closes })
  for (const { low, high } of halfHours as readonly { low: number; high: number }[])
    expect(low).toBeLessThanOrEqual(high)
  await command.end()
})

test('a line that says something else is answered by its sentence, and the next one is read', async () => {
  const command = startCommand('forecast')
  expect(await command.ask('{')).toEqual({ error: 'Cette ligne n’est pas du JSON.' })
  expect(await command.ask({ ...question, date: 'demain' })).toMatchObject({
    error: expect.stringContaining('« date »') as string,
  })
  expect(await command.ask({ ...question, closes: opens })).toMatchObject({
    error: expect.stringContaining('ferme avant d’ouvrir') as string,
  })
  expect(await command.ask(question)).toHaveProperty('halfHours')
  await command.end()
})

test('an argument is none of the command’s', async () => {
  const command = startCommand('forecast', '--demain')
  expect(await command.left).toBe(2)
})
