import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RestPieces } from '../../../renderer/kiosk/Rest.tsx'
import { LanguageContext } from '../../../renderer/kiosk/words.ts'
import { shippedProcedure } from '../../fixtures/situations.ts'

test('a kiosk at rest says what restricts each thing to bring: a title alone asks more than its rule does', () => {
  const bring = shippedProcedure('naissance').bring.map((piece) => ({ ...piece }))
  const html = renderToStaticMarkup(
    <LanguageContext value="fr">
      <RestPieces bring={bring} />
    </LanguageContext>,
  )
  expect(html).toContain('La pièce d’identité de chaque parent')
  expect(html).toContain('Jamais celle de la mère qui a demandé le secret')
})
