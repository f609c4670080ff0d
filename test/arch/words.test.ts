import { expect, test } from 'vitest'
import { sourcesWhere } from './sources.ts'
import { forbiddenWords } from './words.ts'

test('nobody is treated as a shop treats people: the words of trade appear nowhere', () => {
  const product = sourcesWhere((path) => /^(?:shared|renderer|electron|db)\//.test(path))
  expect(product.length).toBeGreaterThan(0)
  expect(product.flatMap(forbiddenWords)).toEqual([])
})

test.each([
  ['const customerId = 1', 'customer'],
  ['« Le client suivant »', 'client'],
  ['nextClient()', 'Client'],
  ['LES CLIENTS', 'CLIENTS'],
  ['enquête de satisfaction', 'satisfaction'],
  ['la cliente\u0300le'.replace('e\u0300', 'è'), 'clientèle'],
])('%s is found', (text, found) => {
  expect(forbiddenWords({ path: 'a.ts', text })).toEqual([`a.ts:1 ${found}`])
})

test.each([
  'event.clientX',
  'box.getBoundingClientRect()',
  "import { createRoot } from 'react-dom/client'",
  'new pg.Client(url)',
  "import * as openid from 'openid-client'",
  'Identifiant (client_id)',
  'conversational',
])('%s is a name of the platform, or another word', (text) => {
  expect(forbiddenWords({ path: 'a.ts', text })).toEqual([])
})

/** What docs/style.md gives up, and what it says instead. */
const givenUp = [
  'Vu comme',
  'On recueille seulement',
  'Où habite la personne',
  'Est revenu',
  'Du fait de qui',
  'Trop peu pour être dit',
  'montre son raisonnement',
  'd’être nommé',
  'ce qu’il dit ici',
  'procéder à',
  'renseigner le champ',
]

test('a message says none of the expressions that the style page gives up', () => {
  const messages = sourcesWhere((path) => path.startsWith('shared/messages/'))
  expect(messages.length).toBeGreaterThan(0)
  expect(
    messages.flatMap(({ path, text }) =>
      givenUp.filter((words) => text.includes(words)).map((words) => `${path} ${words}`),
    ),
  ).toEqual([])
})
