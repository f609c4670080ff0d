import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LinkContext } from '../../../renderer/link/hooks.ts'
import { SettleList } from '../../../renderer/supervision/SettleList.tsx'
import { supervisionViews } from '../../fixtures/views.supervision.ts'

test('whoever is still at a counter that its agent left can be settled without leaving the closing of the day', () => {
  const view = supervisionViews.usual
  const html = renderToStaticMarkup(
    <LinkContext value={{} as never}>
      <SettleList view={view} slots={[]} onSettle={() => Promise.resolve(true)} />
    </LinkContext>,
  )
  const rows = html.split('<tr').filter((row) => row.includes('À terminer au guichet'))
  const held = view.counters.filter(({ ticket }) => ticket !== null)
  expect(rows).not.toHaveLength(0)
  for (const row of rows) expect(held.some(({ name }) => row.includes(`>Fermer ${name.fr}<`))).toBe(true)
})
