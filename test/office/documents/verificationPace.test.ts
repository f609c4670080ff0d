import { afterAll, beforeAll, expect, test } from 'vitest'
import { verificationPace } from '../../../electron/host/http/verification.ts'
import { verificationWords } from '../../../shared/messages/documents/verification.fr.ts'
import { startOffice, type Office } from '../../fixtures/office.ts'

let school: Office
beforeAll(async () => {
  school = await startOffice({ school: true, inside: true })
})
afterAll(() => school.stop())

const open = (method = 'HEAD') => fetch(`${school.url}/verification`, { method })

test('one address opens the page that verifies a paper so often and no more, and is told to wait', async () => {
  const statuses: number[] = []
  for (let asked = 0; asked < verificationPace.each.burst; asked++) statuses.push((await open()).status)
  expect(statuses).not.toContain(429)
  // What a second or two gave back meanwhile is asked too.
  for (let more = 0; more < 20; more++) statuses.push((await open()).status)
  expect(statuses.at(-1)).toBe(429)
  const refused = await open('GET')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  expect(await refused.text()).toContain(verificationWords.tooMany)
  const metrics = await fetch(`${school.url}/metrics`, {
    headers: { authorization: `Bearer ${school.tokens['admin'] ?? ''}` },
  })
  expect(await metrics.text()).toMatch(/code="429"\} ([2-9]|1\d|2\d)/)
  expect((await fetch(`${school.url}/suivi`)).status, 'the other pages answer').toBe(200)
})

test('the description of the interface, as large and as open, is given so often too', async () => {
  const other = await startOffice({ school: true, inside: true })
  try {
    const statuses: number[] = []
    for (let asked = 0; asked < verificationPace.each.burst + 20; asked++)
      statuses.push((await fetch(`${other.url}/api/v1/openapi.json`, { method: 'HEAD' })).status)
    expect(statuses[0]).toBe(200)
    expect(statuses.at(-1)).toBe(429)
    const refused = await fetch(`${other.url}/api/v1/openapi.json`)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await refused.json()).toMatchObject({ error: { code: 'tooOften' } })
  } finally {
    await other.stop()
  }
})
