import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LongWays } from '../../../renderer/kiosk/LongWait.tsx'
import { VisitContext, type Visit } from '../../../renderer/kiosk/visit.ts'
import { LanguageContext } from '../../../renderer/kiosk/words.ts'
import { kiosk, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { kioskViews } from '../../fixtures/views.kiosk.ts'

const view = kioskViews.usual
const [motive] = view.motives
const [slot] = view.motives.flatMap(({ slots }) => slots)
const visit = { view, now: view.closesAt! - 7_200_000, zone: 'Europe/Paris' } as Visit

test.each(kioskLanguages)(
  'which way is asked where there are two, never of a ticket alone (%s)',
  (language) => {
    const said = (slots: (typeof view.motives)[number]['slots']) =>
      renderToStaticMarkup(
        <LanguageContext value={language}>
          <VisitContext value={visit}>
            <LongWays motive={{ ...motive!, slots }} onBook={() => {}} onTake={() => {}} />
          </VisitContext>
        </LanguageContext>,
      )
    const words = kiosk[language]
    for (const text of [words.whichWay, words.book, words.takeTicket]) expect(said([slot!])).toContain(text)
    expect(said([])).toContain(words.takeTicket)
    expect(said([])).not.toContain('<h2')
  },
)
