import { describe, expect, test } from 'vitest'
import { guichet } from '../../fixtures/insideCommand.ts'
import { td1, td3 } from '../../fixtures/zones.ts'

/** The command as it is run by others: a text in, one line out. */
async function mrz(text: string, ...args: readonly string[]) {
  const { out, err, code } = await guichet(['mrz', ...args], text)
  const lines = out.split('\n')
  expect(lines.slice(1)).toEqual(out === '' ? [] : [''])
  return {
    answer: out === '' ? null : (JSON.parse(out) as Record<string, unknown>),
    stderr: err,
    status: code,
  }
}

describe('guichet mrz', () => {
  test('answers a zone by one line of JSON', async () => {
    const { answer, status } = await mrz(`${td1().join('\r\n')}\r\n`, '--at', '2026-11-25')
    expect(Object.keys(answer ?? {}).toSorted()).toEqual([
      'errors',
      'expired',
      'fields',
      'format',
      'valid',
      'validity',
    ])
    expect(answer).toMatchObject({ valid: true, format: 'TD1', expired: false, errors: [] })
    expect(status).toBe(0)
  })

  test('the day of the reading is given, or is today', async () => {
    const zone = td3({ expiry: '200101' }).join('\n')
    expect((await mrz(zone, '--at', '2019-12-31')).answer).toMatchObject({ valid: true, expired: false })
    expect((await mrz(zone)).answer).toMatchObject({ valid: true, expired: true })
  })

  test('says in French what is wrong', async () => {
    const zone = td3().join('\n').replace('AB1234567', 'AB1234568')
    expect((await mrz(zone)).answer).toMatchObject({
      valid: false,
      errors: [
        {
          code: 'checkDigit',
          field: 'documentNumber',
          sentence: expect.stringMatching(/^La clé de contrôle pour le numéro du document est fausse\./),
        },
        { code: 'checkDigit', field: 'composite' },
      ],
    })
  })

  test.each([
    ['nothing', ''],
    ['a sentence', 'bonjour'],
    ['JSON', '{"valid":true}'],
    ['300 kB', '<'.repeat(300_000)],
    ['megabytes of anything', '\0é\n'.repeat(2_000_000)],
  ])('%s is answered too', async (_name, text) => {
    expect((await mrz(text)).answer).toMatchObject({
      valid: false,
      format: null,
      expired: null,
      errors: [{ code: 'notAZone' }],
    })
  })

  test.each([['--at'], ['--at', '2026-02-30'], ['--other']])('%s %s is not understood', async (...args) => {
    expect(await mrz('', ...args)).toMatchObject({
      answer: null,
      status: 2,
      stderr: expect.stringMatching(/^Usage/),
    })
  })
})
