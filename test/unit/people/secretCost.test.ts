import crypto, { type ScryptOptions } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSeals } from '../../../electron/host/people/seal.ts'
import { officeKey } from '../../fixtures/papers.ts'

// What a host asks of scrypt, which the tests of whole hosts make cheaper (test/fixtures/quickSecrets.ts).

const { scrypt } = crypto
const asked: ScryptOptions[] = []
beforeAll(() => {
  const counted = (
    ...[password, salt, length, options, done]: [
      Buffer,
      Buffer,
      number,
      ScryptOptions,
      (error: Error | null, hash: Buffer) => void,
    ]
  ) => {
    asked.push(options)
    scrypt(password, salt, length, { N: 2 }, done)
  }
  Object.assign(crypto, { scrypt: counted })
  syncBuiltinESMExports()
})
afterAll(() => {
  Object.assign(crypto, { scrypt })
  syncBuiltinESMExports()
})

test('a secret costs 128 MiB and scrypt’s 2^17 rounds to seal, to recognise, and to look for where there is none', async () => {
  const seals = startSeals(officeKey(7))
  const sealed = await seals.seal('un cerisier sous la neige')
  expect(sealed).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/)
  expect(await seals.matches('un cerisier sous la neige', sealed)).toBe(true)
  expect(await seals.matches('un cerisier', undefined)).toBe(false)
  expect(asked.map(({ N, r, p }) => ({ N, r, p }))).toEqual(
    Array.from({ length: 3 }, () => ({ N: 2 ** 17, r: 8, p: 1 })),
  )
})
