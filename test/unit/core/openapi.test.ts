import { expect, test } from 'vitest'
import { openApi } from '../../../electron/host/http/openapi.ts'
import { callNames } from '../../../shared/contract/index.ts'

test('the description that anyone may ask for is made in turns: nobody waits for all of it', async () => {
  let made = false
  let turns = 0
  const turning = () => {
    turns++
    if (!made) setImmediate(turning)
  }
  setImmediate(turning)
  const { paths } = await openApi()
  made = true
  expect(Object.keys(paths as object).length).toBeGreaterThan(callNames.length)
  expect(turns).toBeGreaterThanOrEqual(callNames.length / 2)
})
