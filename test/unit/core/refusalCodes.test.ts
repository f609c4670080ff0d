import { expect, test } from 'vitest'
import { callNames, calls } from '../../../shared/contract/index.ts'

test('no call says twice that it may be refused for the same reason', () => {
  const repeated = callNames.flatMap((name) => {
    const call = calls[name]
    const refusals: readonly string[] = 'refusals' in call ? call.refusals : []
    return refusals.filter((code, at) => refusals.indexOf(code) !== at).map((code) => `${name} : ${code}`)
  })
  expect(repeated).toEqual([])
})
