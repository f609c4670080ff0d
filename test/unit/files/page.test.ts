import { describe, expect, it } from 'vitest'
import type { FileClock } from '../../../shared/contract/files/shown.ts'
import type { FileWork } from '../../../shared/contract/files/lines.ts'
import type { LocalDate, PieceId, ServiceId } from '../../../shared/contract/ids.ts'
import { actsOn } from '../../../renderer/files/acts.ts'
import { clockDetail, clockSaid, datesSaid } from '../../../renderer/files/clock.ts'
import { described, describedWrong, nothingDescribed } from '../../../renderer/files/Describe.tsx'
import { reasonsFor } from '../../../renderer/files/CloseFile.tsx'
import { acknowledgementForms, askedBy } from '../../../renderer/files/DatedActs.tsx'
import { decisionsFor, isNumbered, isWritten } from '../../../renderer/files/Decide.tsx'
import { actionsFor } from '../../../renderer/files/Actions.tsx'
import { dueDay, effectSaid, requestTitle } from '../../../renderer/files/due.ts'
import { daySaid, detailSaid, foundRows, grouped, mainAct, todoSaid } from '../../../renderer/files/work.ts'
import { sentSaid } from '../../../renderer/files/sentSaid.ts'
import { handable } from '../../../renderer/files/HandOver.tsx'
import { askable, askedInVain, received, stillToCome } from '../../../renderer/files/pieces.ts'
import { bears, soughtBy } from '../../../shared/domain/files/names.ts'
import { fileActs } from '../../../shared/messages/files/acts.fr.ts'
import { filesPage } from '../../../shared/messages/files/page.fr.ts'
import { fileShown, filesAnswers, filesToday as today, workRows } from '../../fixtures/views.files.ts'
import { renewal } from '../../fixtures/views.renewal.ts'

const day = (text: string) => text as LocalDate
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the list of work', () => {
  const line = (reference: string) => {
    const found = workRows.find((row) => row.reference === reference)
    if (!found) throw new Error(`no line ${reference}`)
    return found
  }

  it('parts what the office owes: late, today, within two weeks, later, without a day; the rest is followed', () => {
    expect(grouped(workRows, today).map(({ group, rows: part }) => [group, part.length])).toEqual([
      ['late', 2],
      ['today', 2],
      ['soon', 2],
      ['later', 1],
      ['undated', 1],
      ['followed', 3],
    ])
  })

  it('leaves out the parts that have nothing', () => {
    expect(grouped([], today)).toEqual([])
  })

  it('says what the office has to do in words, and what others do as what they do', () => {
    expect(todoSaid(line('DO-2026-207'))).toBe('Faire signer le refus')
    expect(todoSaid({ ...line('DO-2026-207'), signs: true })).toBe('Signer le refus')
    expect(plain(todoSaid(line('DO-2026-222')))).toBe('Relancer : Acte de naissance')
    expect(plain(todoSaid(line('DO-2026-318')))).toBe('La personne apporte : Justificatif de ressources')
    expect(todoSaid(line('DO-2026-330'))).toBe('Le préfet décide')
  })

  it('says who decides of a file found as of a line of the list, and « une autre autorité » where no rule names one', () => {
    const found = (decides: FileWork['decides']) => {
      const work: FileWork = {
        part: 'authority',
        todo: 'authorityDecides',
        by: null,
        overdue: false,
        form: null,
        pieces: [],
        signs: false,
        slot: null,
        notices: 0,
        decides,
        officeDecides: false,
      }
      const files = filesAnswers['files.find'].files.map((file) => ({ ...file, work }))
      return foundRows({ files, more: false }).map(todoSaid)[0]
    }
    expect(found({ fr: 'le préfet' })).toBe('Le préfet décide')
    expect(found(null)).toBe('Une autre autorité décide')
  })

  it('never asks the office to prepare what the préfet decides', () => {
    const followed = line('DO-2026-330')
    const said = [todoSaid(followed), ...detailSaid(followed, today), filesPage.work.mains.authorityDecides]
    expect(said.join(' ')).not.toMatch(/préparer|rejet/i)
  })

  it('says what happens without a decision, and both dates of what came by post', () => {
    expect(detailSaid(line('DO-2026-214'), today).map(plain)).toContain('sans décision, accord le 9 mars')
    expect(detailSaid(line('DO-2026-291'), today).map(plain)).toContain(
      'reçue par courrier le 2 mars, cachet du 27 février',
    )
  })

  it('says the reference once: under the name of a person, else as what names the line', () => {
    const row = line('DO-2026-214')
    expect(detailSaid(row, today)).not.toContain('DO-2026-214')
    expect(detailSaid(row, today, true)).toContain('DO-2026-214')
  })

  it('says « ce soir » for today, that a day is past, and the year when it is another', () => {
    expect(daySaid(line('DO-2026-207'), today)).toBe('ce soir')
    expect(plain(daySaid(line('DO-2026-188'), today))).toBe('26 février, en retard')
    expect(plain(dueDay({ dueOn: day('2027-01-09') }, today))).toBe('9 janvier 2027')
  })

  it('hands over a title, and opens the drawer for one that is to be destroyed', () => {
    expect([mainAct.collect, mainAct.destroy]).toEqual(['handOver', 'drawer'])
  })

  it('finds an action by words, whatever the accents', () => {
    const actions = ['Demander des pièces', 'Transmettre'].map((label) => ({ label, onDo: () => {} }))
    expect(actionsFor(actions, 'piece dem').map(({ label }) => label)).toEqual(['Demander des pièces'])
  })

  it('says that silence has decided once its day is past, never that it may still', () => {
    const [, silence] = fileShown.dues
    const past = { ...silence!, suspendedSince: null, dueOn: day('2026-03-02'), overdue: true }
    expect(effectSaid(past)).toBe('Rejet implicite acquis')
    expect(effectSaid({ ...past, effect: 'acceptation' })).toBe('Acceptation implicite acquise')
    expect(effectSaid(silence!)).toBe('Rejet implicite, au plus tard')
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

describe('what is typed in the one field', () => {
  it.each([
    ['2026-42', { is: 'file', reference: 'DO-2026-42' }],
    ['DO-2025-7', { is: 'file', reference: 'DO-2025-7' }],
    ['42', { is: 'file', reference: 'DO-2026-42' }],
    ['rd 2026-412', { is: 'document', number: 'RD-2026-412' }],
    ['QT-2026-9', { is: 'document', number: 'QT-2026-9' }],
    ['A 42', { is: 'ticket', number: 'A42' }],
    ['Durand 03/11/1958', { is: 'person', name: 'Durand', birthDate: '1958-11-03' }],
    ['De la Tour 03111958', { is: 'person', name: 'De la Tour', birthDate: '1958-11-03' }],
    ['Durand Michel', { is: 'name', name: 'Durand Michel' }],
    ['Durand 31/02/1958', { is: 'number', key: '# DURAND 31 02 1958' }],
    ['25AK40718', { is: 'number', key: '# 25AK40718' }],
    ['ANTS-77-0042', { is: 'number', key: '# ANTS 77 0042' }],
  ])('« %s » is understood', (words, sought) => {
    expect(soughtBy(words, '2026')).toEqual(sought)
  })

  it('recognises whoever bears each word, by its beginning, in any order', () => {
    const person = { familyName: 'Öztürk-Durand', firstName: 'Deniz', birthDate: null }
    expect(bears(person, 'deniz ozt')).toBe(true)
    expect(bears(person, 'deniz blanc')).toBe(false)
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

  it('offers to ask again what was asked in vain, the missing pieces first', () => {
    const piece = { name: { pieceId: 'bail' as PieceId }, title: 'Bail', state: 'missing' as const }
    const here = { name: { pieceId: 'timbre' as PieceId }, title: 'Timbre', state: 'presented' as const }
    const request = { on: today, dueOn: today, moves: false, receivedOn: null, inTime: null }
    const missing = { ...request, kind: 'missing' as const, pieces: [piece, here] }
    const original = { ...request, kind: 'original' as const, pieces: [here] }
    const vain = { unmoved: 'again' as const }
    expect(
      askedInVain({
        requests: [
          { ...original, ...vain },
          { ...missing, ...vain },
        ],
      }),
    ).toEqual({ days: [today], kind: 'missing', keys: ['id bail'] })
    expect(askedInVain({ requests: [missing, { ...original, ...vain }] })).toEqual({
      days: [today],
      kind: 'original',
      keys: ['id timbre'],
    })
    expect(askedInVain({ requests: [missing] }).days).toEqual([])
    expect(fileActs.askAgain(['3 mars'])).toContain(
      'Les pièces demandées le 3 mars n’ont pas arrêté le délai',
    )
  })

  it('offers to note a forwarding as a mistake while it holds and nothing came of it', () => {
    const sent = { on: today, receivedOn: null, competent: true, to: 'Préfecture' }
    const offers = (more: object) => actsOn({ ...fileShown, ...more }).includes('cancelForwarding')
    const title = { arrivedOn: today, collectBy: null, slot: null, notices: 0, state: 'here' as const }
    expect(offers({ forwarded: [sent], title: null })).toBe(true)
    expect(offers({ forwarded: [], title: null })).toBe(false)
    expect(offers({ forwarded: [sent], title })).toBe(false)
    const mistaken = { ...sent, mistaken: { on: today, reason: 'Autre dossier' } }
    expect(offers({ forwarded: [mistaken], title: null })).toBe(false)
    expect(sentSaid(mistaken, (on) => on)).toContain('transmission notée par erreur, corrigée le')
    expect(reasonsFor({ ...fileShown, decision: null, forwarded: [mistaken] })).not.toContain('forwarded')
  })

  it('offers to decide until it is decided', () => {
    const decision = { decision: 'granted', on: today, by: 'office' } as const
    expect(actsOn(fileShown)).toContain('decide')
    expect(actsOn({ ...fileShown, decision })).not.toContain('decide')
  })

  it('lets silence be noted only in the sense that the texts give it, and once its day has come', () => {
    const express = ['granted', 'partlyGranted', 'refused']
    const decided = { ...fileShown.clock!, state: 'decided' as const }
    expect(decisionsFor({ clock: decided })).toEqual([...express, 'implicitRejection'])
    expect(decisionsFor({ clock: { ...decided, sense: 'acceptation' } })).toEqual([
      ...express,
      'implicitAcceptance',
    ])
    for (const state of ['running', 'suspended', 'waiting'] as const)
      expect(decisionsFor({ clock: { ...decided, state } })).toEqual(express)
    expect(decisionsFor({ clock: null })).toEqual(express)
  })

  it('asks for the number of a refusal where this office decides, not where it only collects', () => {
    expect(isWritten('refused', false)).toBe(true)
    expect(isWritten('partlyGranted', false)).toBe(true)
    expect(isWritten('refused', true), 'where it only collects').toBe(false)
    expect(isWritten('granted', false)).toBe(false)
    // Sent to who decides or not, what the rules have this office decide is refused by a paper with a number.
    const numbered = (collectsOnly: boolean) => isNumbered('refused', { regime: { collectsOnly } })
    expect([numbered(false), numbered(true)]).toEqual([true, false])
    expect(isNumbered('granted', { regime: { collectsOnly: false } })).toBe(false)
  })

  it('acknowledges an e-mail by its two forms, paper on paper', () => {
    expect(acknowledgementForms({ channel: 'email' })).toEqual(['aee', 'are'])
    expect(acknowledgementForms({ channel: 'post' })).toEqual(['ar'])
  })

  it('sends a last day with the paper that says it alone: a box unticked since hides the day', () => {
    expect(askedBy(true, today)).toEqual({ dueOn: today })
    expect(askedBy(false, today)).toEqual({})
    expect(askedBy(true, null)).toEqual({})
  })

  it('ends a file that was sent on as sent on, first', () => {
    const forwarded = [{ on: today, receivedOn: null, competent: true, to: null }]
    const decision = { decision: 'granted', on: today, by: 'office' } as const
    expect(reasonsFor({ ...fileShown, decision: null, forwarded })[0]).toBe('forwarded')
    expect(reasonsFor({ ...fileShown, decision, forwarded: [] })[0]).toBe('done')
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

  it('takes what shows nothing for nothing, as the host does', () => {
    const unseen = '\u200b\u00ad'
    expect(described({ ...typed, familyName: unseen })).toEqual({})
    expect(describedWrong({ ...typed, familyName: unseen, firstName: 'Louise' })).toBe(
      fileActs.fields.nameMissing,
    )
    expect(describedWrong({ ...typed, issuer: 'ANTS', number: unseen })).toBe(fileActs.fields.ministryHalf)
  })

  it('gives only what was written', () => {
    expect(described({ ...typed, familyName: ' Durand ', issuer: 'ANTS', number: '77-12' })).toEqual({
      person: { familyName: 'Durand', firstName: null, birthDate: null },
      ministry: { issuer: 'ANTS', number: '77-12' },
    })
  })
})
