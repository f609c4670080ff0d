import { expect, test } from 'vitest'
import { inLanguage, type Language } from '../../../shared/contract/text.ts'
import { shippedProcedure } from '../../fixtures/situations.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What a paper asks to bring, it asks with what restricts it: a title alone would ask more than its rule does.

type Given = { readonly bring: readonly string[]; readonly spoken?: { readonly bring: readonly string[] } }

/** The ticket and the appointment that an office prints for a birth. */
function printed(lang: Language): readonly Given[] {
  const pure = PureOffice.school(Date.UTC(2026, 2, 3, 9, 42))
  const printers = pure.office.settings?.printers ?? []
  const ticketPrinterId = printers[0]?.printerId ?? null
  pure.act('office.setPrinters', { printers, ticketPrinterId, counters: [] }, 'admin')
  pure.act('day.open', {}, 'supervisor')
  const asked = { serviceId: 'etat-civil', procedureId: 'naissance', lang }
  pure.act('ticket.take', asked, 'kiosk')
  pure.act('appointment.book', { ...asked, startsAt: Date.UTC(2026, 2, 4, 9, 0) }, 'agent1')
  return pure.jobs.flatMap(({ paper }): readonly Given[] => {
    if (paper.of === 'ticket') return [paper.ticket as Given]
    return paper.of === 'appointment' ? [paper.appointment as Given] : []
  })
}

test.each(['fr', 'uk'] as const)(
  'no paper asks her identity of a mother who asked for secrecy, %s',
  (lang) => {
    const papers = printed(lang)
    expect(papers).toHaveLength(2)
    const { bring } = shippedProcedure('naissance')
    const whole = (said: Language) =>
      bring.map(({ title, detail }) =>
        [title, detail].flatMap((text) => (text === null ? [] : [inLanguage(text, said)])).join('. '),
      )
    expect(whole('fr').join()).toContain('chaque parent. Jamais celle de la mère qui a demandé le secret')
    for (const paper of papers) {
      expect(paper.bring).toEqual(whole('fr'))
      expect(paper.spoken?.bring).toEqual(lang === 'fr' ? undefined : whole(lang))
    }
  },
)
