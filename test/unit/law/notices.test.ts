import { describe, expect, test } from 'vitest'
import { strangeNotice } from '../../../shared/domain/law/notices.ts'
import corpus from '../../fixtures/noticesToAll.json' with { type: 'json' }

// What a town hall says to everybody. Each sentence of `taken` is an ordinary one: to refuse it is worse than to let a hint pass.

const codes = {
  names: 'namesSomebody',
  refusals: 'noticeRefuses',
  demands: 'noticeAsks',
} as const

describe.each(Object.keys(corpus) as (keyof typeof corpus)[])('%s in words to everybody', (kind) => {
  const { taken, refused } = corpus[kind]

  test('refuse no ordinary sentence', () => {
    expect(taken.length).toBeGreaterThan(40)
    expect(taken.filter((said) => strangeNotice([said]) !== null)).toEqual([])
  })

  test('are sent back each by its own code', () => {
    expect(refused.length).toBeGreaterThan(20)
    expect(refused.filter((said) => strangeNotice([said])?.refusal !== codes[kind])).toEqual([])
  })
})
