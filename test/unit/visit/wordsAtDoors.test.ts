import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// Words that a supervisor or an agent types and that a certificate prints: they neither ask a piece nor refuse.

const asks = 'Le bail manque, vous devez apporter un bail signé'
const refuses = 'Votre demande est rejetée'
const asking = { refusal: 'pieceWithoutText', details: [asks] }
const refusing = { refusal: 'refusalInWords', details: [refuses] }

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.receiveOne()
})

const waits = () => given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')).output.ticketId
const papers = () =>
  [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))

describe('a certificate that nobody was received', () => {
  test('prints a reason that neither asks nor refuses, of one person as of all', () => {
    const settle = (reason: string) =>
      office.act('ticket.settle', { ticketId: waits(), how: 'certificate', reason }, 'supervisor')
    const all = (reason: string) =>
      office.act('day.settleAll', { how: 'certificate', fault: 'service', reason }, 'supervisor')
    for (const act of [settle, all]) {
      expect(act(asks)).toMatchObject(asking)
      expect(act(refuses)).toMatchObject(refusing)
    }
    expect(papers()).toEqual([])
    expect(settle('Panne d’électricité')).not.toHaveProperty('refusal')
  })

  test('says when to come again, and nothing to come with', () => {
    const settle = (reason: string) =>
      office.act('ticket.settle', { ticketId: waits(), how: 'certificate', reason }, 'supervisor')
    for (const reason of [
      'Revenez avec un bail signé, sinon rien ne sera pris',
      'Merci de revenir demain avec le bail',
      'Munissez-vous d’un bail',
      'Il vous faut deux garants',
    ])
      expect(settle(reason)).toEqual({ refusal: 'pieceWithoutText', details: [reason] })
    expect(settle('Panne : revenez demain à partir de 9 heures')).not.toHaveProperty('refusal')
  })

  test('is given with the words of a service’s closing, which neither ask nor refuse, and name nobody', () => {
    const close = (words: string) => office.act('service.close', { serviceId: 'titres', words }, 'supervisor')
    expect(close(asks)).toEqual({ refusal: 'noticeAsks', details: [asks] })
    expect(close(refuses)).toEqual({ refusal: 'noticeRefuses', details: [refuses] })
    // The display says them to the whole room.
    expect(close('Mme Durand est absente')).toMatchObject({ refusal: 'namesSomebody' })
    expect(close('Grève du personnel')).not.toHaveProperty('refusal')
  })

  test('is given all the same to who comes when an older version noted such words', () => {
    given(office.act('service.close', { serviceId: 'titres', words: 'Grève' }, 'supervisor'))
    const [reasonId] = [...office.pure.personal.reasons.keys()]
    office.pure.personal.reasons.set(reasonId!, asks)
    given(office.act('ticket.certify', { serviceId: 'titres', why: 'serviceClosed' }, 'kiosk'))
    expect(papers()).toMatchObject([{ kind: 'nonReception', detail: null }])
  })

  test('says nothing of a reason alone, which may be told in any words', () => {
    expect(
      office.act('ticket.settle', { ticketId: waits(), how: 'reason', reason: asks }, 'supervisor'),
    ).not.toHaveProperty('refusal')
    expect(papers()).toEqual([])
  })
})

test.each(['name', 'address', 'contact'])(
  'the office to which somebody is sent is named by its %s, with no words to the person',
  (field) => {
    const send = (said: string) =>
      office.act('visit.close', { outcome: 'forwarded', to: { name: 'Préfecture', [field]: said } })
    expect(send(asks)).toEqual({ refusal: 'nameMalformed', details: [asks] })
    expect(papers()).toEqual([])
    expect(send('Sous-préfecture de Melun')).not.toHaveProperty('refusal')
  },
)
