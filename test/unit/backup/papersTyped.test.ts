import { expect, test } from 'vitest'
import { papersTyped } from '../../../renderer/settings/backup/papersTyped.ts'

test('numbers copied from papers are told apart, and of one series the highest counts', () => {
  expect(papersTyped(' a12, A9;B4\nRD-2026-318 rd-2026-7 ')).toEqual({
    tickets: { A: 12, B: 4 },
    documents: { 'RD-2026': 318 },
  })
  expect(papersTyped('')).toEqual({ tickets: {}, documents: {} })
})

test('the first that is neither a ticket nor a document is said', () => {
  expect(papersTyped('A12 douze')).toEqual({ wrong: 'DOUZE' })
  expect(papersTyped('A0')).toEqual({ wrong: 'A0' })
  expect(papersTyped('RD-2026')).toEqual({ wrong: 'RD-2026' })
})
