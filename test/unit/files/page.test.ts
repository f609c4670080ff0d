import { describe, expect, it } from 'vitest'
import type { DueLine, FileClock } from '../../../shared/contract/files/file.ts'
import type { LocalDate, PieceId, ServiceId } from '../../../shared/contract/ids.ts'
import { actsOn } from '../../../renderer/files/acts.ts'
import { clockDetail, clockSaid, datesSaid } from '../../../renderer/files/clock.ts'
import { described, describedWrong, nothingDescribed } from '../../../renderer/files/Describe.tsx'
import { acknowledgementForms, reasonsFor } from '../../../renderer/files/DatedActs.tsx'
import { decisionsFor, isWritten } from '../../../renderer/files/Decide.tsx'
import { dueDay, dueDetail, effectSaid, grouped, requestTitle } from '../../../renderer/files/due.ts'
import { handable } from '../../../renderer/files/HandOver.tsx'
import { askable, received, stillToCome } from '../../../renderer/files/pieces.ts'
import { readSearch } from '../../../renderer/files/search.ts'
import { fileActs } from '../../../shared/messages/files/acts.fr.ts'
import { filesPage } from '../../../shared/messages/files/page.fr.ts'
import { dueViews, fileShown, filesToday as today } from '../../fixtures/views.files.ts'
import { renewal } from '../../fixtures/views.renewal.ts'

const day = (text: string) => text as LocalDate
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the list by what is due', () => {
  const { rows } = dueViews.usual
  const line = (reference: string, dueOn: string): DueLine => {
    const found = rows.find((row) => row.reference === reference && row.dueOn === dueOn)
    if (!found) throw new Error(`no line ${reference} ${dueOn}`)
    return found
  }

  it('parts what is late, what falls today, within fifteen days, and later', () => {
    expect(grouped(rows, today).map(({ group, rows: part }) => [group, part.length])).toEqual([
      ['late', 1],
      ['today', 2],
      ['soon', 5],
      ['later', 2],
    ])
  })

  it('counts the fifteenth day as soon, the sixteenth as later', () => {
    const on = (dueOn: string) => ({ ...line('DO-2026-214', '2026-03-09'), dueOn: day(dueOn) })
    expect(grouped([on('2026-03-18'), on('2026-03-19')], today).map(({ group }) => group)).toEqual([
      'soon',
      'later',
    ])
  })

  it('leaves out the parts that have nothing', () => {
    expect(grouped([], today)).toEqual([])
  })

  it('says what happens that day, and that a suspended clock’s date is the latest', () => {
    expect(effectSaid(line('DO-2026-207', '2026-03-03'))).toBe('Rejet implicite')
    expect(effectSaid(line('DO-2026-318', '2026-04-24'))).toBe('Rejet implicite, au plus tard')
    expect(effectSaid(line('DO-2026-293', '2026-03-03'))).toBe(
      'Accusé d’enregistrement électronique à envoyer',
    )
  })

  it('says that silence has decided once its day is past, never that it may still', () => {
    const past = { ...line('DO-2026-207', '2026-03-03'), dueOn: day('2026-03-02'), overdue: true }
    expect(effectSaid(past)).toBe('Rejet implicite acquis')
    expect(effectSaid({ ...past, effect: 'acceptation' })).toBe('Acceptation implicite acquise')
  })

  it('says what lacks when an acknowledgement is not sent, and both dates of what came by post', () => {
    expect(dueDetail(line('DO-2026-293', '2026-03-03'), today)).toContain(
      filesPage.due.otherwise.delaysNotOpposable,
    )
    expect(dueDetail(line('DO-2026-291', '2026-03-16'), today).map(plain)).toContain(
      'reçue par courrier le 2 mars, cachet du 27 février',
    )
  })

  it('says « Ce soir » for today, and the year when it is another', () => {
    expect(dueDay({ dueOn: today }, today)).toBe('Ce soir')
    expect(plain(dueDay({ dueOn: day('2026-04-01') }, today))).toBe('1er avril')
    expect(plain(dueDay({ dueOn: day('2027-01-09') }, today))).toBe('9 janvier 2027')
  })

  it('names a request by its procedure, by what was typed for another one, or says that nobody did', () => {
    const other = { procedureId: 'autre' as never, procedureTitle: { fr: 'Autre démarche' } }
    expect(requestTitle({ ...other, label: 'Plainte pour bruit' })).toBe('Plainte pour bruit')
    expect(requestTitle({ ...other, label: null })).toBe('Autre démarche')
    expect(requestTitle({ procedureId: null, procedureTitle: null, label: null })).toBe(filesPage.noLabel)
  })
})

describe('the clock of silence, in plain words', () => {
  const clock = fileShown.clock as FileClock
  const said = (part: Partial<FileClock>) =>
    plain(clockSaid({ ...fileShown, clock: { ...clock, ...part } }, today))

  it('says the latest date, since when it is suspended and until when', () => {
    expect(said({})).toBe(
      'Rejet implicite le 24 avril au plus tard ; suspendu depuis le 3 mars, jusqu’au 24 mars',
    )
  })

  it('says that an original is awaited without an end', () => {
    expect(said({ on: null, suspensions: [{ kind: 'original', from: today, until: null }] })).toBe(
      'Rejet implicite ; suspendu depuis le 3 mars, jusqu’à la réception de ce qui est demandé',
    )
  })

  it('forgets a suspension that is over', () => {
    expect(
      said({ state: 'running', suspensions: [{ kind: 'missing', from: day('2026-02-01'), until: today }] }),
    ).toBe('Rejet implicite le 24 avril si rien n’est décidé')
  })

  it('says what an acceptance waits for', () => {
    expect(said({ sense: 'acceptation', on: null, state: 'waiting', waitsFor: 'missing' })).toBe(
      'Acceptation implicite : le délai part de la réception des pièces demandées',
    )
  })

  it('says that silence is a decision once its day has come', () => {
    expect(said({ state: 'decided', on: day('2026-03-01'), suspensions: [] })).toBe(
      'Rejet implicite depuis le 1er mars : le silence vaut décision',
    )
  })

  it('claims no date where no text that we know gives one', () => {
    const { silence } = fileShown.regime
    expect(
      clockSaid(
        {
          ...fileShown,
          clock: null,
          regime: { ...fileShown.regime, silence: { ...silence, sense: 'inconnu', title: 'À préciser' } },
        },
        today,
      ),
    ).toBe('À préciser')
  })

  it('stops with a decision', () => {
    const decision = { decision: 'granted', on: today, by: 'office' } as const
    expect(clockSaid({ ...fileShown, decision }, today)).toBe(fileActs.clock.decided)
    expect(clockDetail({ ...fileShown, decision }, today)).toEqual([])
  })

  it('keeps the day of sending, of a first office and of this one apart', () => {
    const sentOn = day('2026-02-27')
    const effective = { on: sentOn, by: 'postmark', source: 'CRPA, art. L112-1' } as const
    const dates = { sentOn, firstReceivedOn: day('2026-03-01'), receivedOn: today, effective }
    expect(datesSaid(dates, today).map(plain)).toEqual([
      'Reçue ici le 3 mars, envoyée le 27 février, reçue par une autre administration le 1er mars',
      'Pour le délai de la personne, compte le 27 février (cachet de la poste, CRPA, art. L112-1)',
    ])
  })
})

describe('the one search field', () => {
  it.each([
    ['DO-2026-42', { reference: 'DO-2026-42' }],
    ['2025-7', { reference: 'DO-2025-7' }],
    ['42', { reference: 'DO-2026-42' }],
    ['Durand 03/11/1958', { familyName: 'Durand', birthDate: '1958-11-03' }],
    ['de La Rochefoucauld 03111958', { familyName: 'de La Rochefoucauld', birthDate: '1958-11-03' }],
    ['Öztürk, 3.11.1958', { familyName: 'Öztürk', birthDate: '1958-11-03' }],
    ['ANTS-77-0042', { receipt: 'ANTS-77-0042' }],
  ])('« %s » is understood', (typed, asked) => {
    expect(readSearch(typed, '2026')).toEqual(asked)
  })

  it('shows nobody by a name alone', () => {
    expect(readSearch('Durand', '2026')).toBe('birthMissing')
  })

  it('takes no impossible date for a birth', () => {
    expect(readSearch('Durand 31/02/1958', '2026')).toEqual({ receipt: 'Durand 31/02/1958' })
  })

  it('asks nothing of an empty field', () => {
    expect(readSearch('  ', '2026')).toBeNull()
  })
})

describe('what can be done on a file', () => {
  it('offers nothing on a closed file', () => {
    expect(actsOn({ ...fileShown, state: 'closed' })).toEqual([])
  })

  it('hands back originals only while some are held', () => {
    expect(actsOn(fileShown)).toContain('returnOriginals')
    expect(actsOn({ ...fileShown, originals: [] })).not.toContain('returnOriginals')
  })

  it('decides once', () => {
    const decision = { decision: 'granted', on: today, by: 'office' } as const
    expect(actsOn(fileShown)).toContain('decide')
    expect(actsOn({ ...fileShown, decision })).not.toContain('decide')
  })

  it('lets silence be noted only in the sense that the texts give it', () => {
    expect(decisionsFor(fileShown)).toEqual(['granted', 'partlyGranted', 'refused', 'implicitRejection'])
    expect(decisionsFor({ clock: null })).not.toContain('implicitRejection')
  })

  it('asks for the number of a refusal where this office decides, not where it only collects', () => {
    expect(isWritten('refused', 'office', false)).toBe(true)
    expect(isWritten('partlyGranted', 'office', false)).toBe(true)
    expect(isWritten('refused', 'authority', false), 'where this office decides').toBe(true)
    expect(isWritten('refused', 'authority', true), 'where it only collects').toBe(false)
    expect(isWritten('granted', 'office', false)).toBe(false)
  })

  it('acknowledges an e-mail by its two forms, paper on paper', () => {
    expect(acknowledgementForms({ channel: 'email' })).toEqual(['aee', 'are'])
    expect(acknowledgementForms({ channel: 'post' })).toEqual(['ar'])
  })

  it('ends a file that was sent on as sent on, first', () => {
    const forwarded = [{ on: today, receivedOn: null, competent: true, to: null }]
    expect(reasonsFor({ decision: null, forwarded })[0]).toBe('forwarded')
    expect(reasonsFor({ decision: null, forwarded: [] })[0]).toBe('done')
  })

  it('hands over a title only while it is here, a decision only once it is taken', () => {
    const title = { arrivedOn: today, collectBy: null, slot: null, notices: 0, state: 'here' } as const
    expect(handable({ title, decision: null })).toEqual(['title', 'document'])
    expect(handable({ title: null, decision: null })).toEqual(['document'])
  })
})

describe('pieces of a file', () => {
  it('puts what was asked first among what can still come, and nothing twice', () => {
    const choices = stillToCome(fileShown, renewal)
    expect(choices[0]?.title).toBe('Justificatif de ressources')
    expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length)
  })

  it('offers to ask nothing that the texts forbid, and says what they forbid', () => {
    const { may, mayNot } = askable(fileShown, renewal)
    const asked = new Set(may.map(({ key }) => key))
    expect(mayNot.length).toBeGreaterThan(0)
    expect(mayNot.some(({ pieceId }) => asked.has(`id ${pieceId}`))).toBe(false)
  })

  it('asks nothing again that is on the file', () => {
    const [first] = askable(fileShown, renewal).may
    if (!first || !('pieceId' in first.name)) throw new Error('the renewal asks for a piece')
    const here = {
      name: { pieceId: first.name.pieceId as PieceId },
      title: first.title,
      state: 'presented' as const,
    }
    const { may } = askable({ ...fileShown, pieces: [here] }, renewal)
    expect(may.map(({ key }) => key)).not.toContain(first.key)
    expect(received({ ...fileShown, pieces: [here] }).map(({ key }) => key)).toEqual([first.key])
  })
})

describe('a request as it is typed', () => {
  const typed = { ...nothingDescribed, serviceId: 'etat-civil' as ServiceId }

  it('needs a service and nothing else', () => {
    expect(describedWrong(nothingDescribed)).toBe(fileActs.fields.serviceMissing)
    expect(describedWrong(typed)).toBeNull()
    expect(described(typed)).toEqual({})
  })

  it('refuses half a person and half a receipt', () => {
    expect(describedWrong({ ...typed, firstName: 'Louise' })).toBe(fileActs.fields.nameMissing)
    expect(describedWrong({ ...typed, number: '77-12' })).toBe(fileActs.fields.ministryHalf)
  })

  it('gives only what was written', () => {
    expect(described({ ...typed, familyName: ' Durand ', issuer: 'ANTS', number: '77-12' })).toEqual({
      person: { familyName: 'Durand', firstName: null, birthDate: null },
      ministry: { issuer: 'ANTS', number: '77-12' },
    })
  })
})
