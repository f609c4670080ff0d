import { expect, test } from 'vitest'
import { documentText } from '../../../electron/host/documents/render.ts'
import { issue, someFacts } from '../../fixtures/papers.ts'

test('a paper as text commands no terminal, whatever was typed or pasted', () => {
  const label = 'Acte\u001b[2J\u0000\u0007 de\u009b31m naissance'
  const text = documentText(issue(someFacts({ label })))
  expect(text).toContain('Acte')
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
})
