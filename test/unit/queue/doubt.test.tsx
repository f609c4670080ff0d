import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { sendFollowed } from '../../../electron/host/http/follow.ts'
import { LongWait } from '../../../renderer/kiosk/LongWait.tsx'
import { Ticket } from '../../../renderer/kiosk/Ticket.tsx'
import { VisitContext, type Visit } from '../../../renderer/kiosk/visit.ts'
import { LanguageContext } from '../../../renderer/kiosk/words.ts'
import { Done } from '../../../renderer/reception/Done.tsx'
import { Wait } from '../../../renderer/reception/Wait.tsx'
import { levelOf } from '../../../shared/contract/waits/waits.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { waitsNow } from '../../../shared/domain/waits/announce.ts'
import { emptyModel } from '../../../shared/domain/waits/model.ts'
import { ticketPaper } from '../../fixtures/papers.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { kioskViews } from '../../fixtures/views.kiosk.ts'

const announced = (sure: number) => ({ p50: 47 * 60, p90: 53 * 60, sure })
const view = kioskViews.usual
const motive = (sure: number) => ({
  ...view.motives[0]!,
  openCounters: 2,
  wait: { ...announced(sure), level: levelOf(sure) },
})
const nobody = { requests: 1, arrangements: [], priority: null }
const visit = {
  view,
  now: view.closesAt! - 7_200_000,
  zone: 'Europe/Paris',
  wish: nobody,
} as unknown as Visit
const drawn = (page: ReactNode) => renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, ' ')
const atKiosk = (page: ReactNode) =>
  drawn(
    <LanguageContext value="fr">
      <VisitContext value={visit}>{page}</VisitContext>
    </LanguageContext>,
  )

let office: PureOffice

beforeEach(() => {
  office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' }, 'agent1')
})

/** What each page and paper says of this wait. */
const said: Readonly<Record<string, (sure: number) => string>> = {
  'the kiosk before the ticket': (sure) => atKiosk(<LongWait motive={motive(sure)} />),
  'the kiosk with the ticket': (sure) =>
    atKiosk(
      <Ticket
        shown={{
          ticketId: 't' as never,
          number: 'A1' as never,
          code: '2345',
          motive: motive(sure),
          ahead: 3,
          announced: announced(sure),
          appointment: null,
          replaces: false,
        }}
      />,
    ),
  'the ticket’s paper': (sure) =>
    thermalPaper(
      { of: 'ticket', ticket: { ...ticketPaper.ticket, announced: announced(sure) } },
      { reprint: false, columns: 48 },
    )
      .map((block) => (block.block === 'text' ? block.text : ''))
      .join(' '),
  'the entrance before the ticket': (sure) => drawn(<Wait motive={motive(sure)} zone="Europe/Paris" />),
  'the entrance with the ticket': (sure) =>
    drawn(
      <Done
        folded={false}
        done={{
          is: 'given',
          motive: 'Titres',
          ahead: 3,
          ticket: {
            ticketId: 't' as never,
            number: 'A1',
            code: '2345',
            takenAt: office.now,
            announced: announced(sure),
          },
        }}
        zone="Europe/Paris"
        printsTickets={false}
        notices={[]}
        numbersFor={[]}
        jobs={[]}
        acts={{} as never}
      />,
    ),
}

test.each(Object.entries(said))(
  '%s says that one may not be received today, or a span, never both',
  (_, says) => {
    const plain = (sure: number) => says(sure).replaceAll(/\s+/g, ' ')
    expect(plain(0.9)).toMatch(/\b53 min/)
    expect(plain(0.9)).not.toContain('peut-être pas')
    expect(plain(0.3)).toMatch(/peut-être pas reçue? aujourd’hui/)
    expect(plain(0.3)).not.toMatch(/\b(?:47|53)\b/)
  },
)

test('the ticket’s page says that one may not be received today, or a span, never both', () => {
  const page = () => {
    const code = office.office.tickets.get(office.office.queue.last()!)!.code
    let html = ''
    const host = {
      office: () => office.office,
      waits: () => waitsNow(office.office, emptyModel, office.now),
      now: () => office.now,
    }
    const response = { writeHead: () => undefined, end: (body: unknown) => (html = String(body)) }
    const url = new URL(`http://127.0.0.1/suivi?code=${code}`)
    sendFollowed(host as never, url, 'GET', response as never, false)
    return html
      .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
  }
  for (let people = 0; people < 20; people++) office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
  expect(page()).toMatch(/Attente/)
  expect(page()).not.toContain('peut-être pas')
  office.clock = Date.UTC(2026, 2, 3, 15, 30)
  expect(page()).toContain('Vous ne serez peut-être pas reçu aujourd’hui.')
  expect(page()).not.toMatch(/Attente/)
})
