import { createHash } from 'node:crypto'
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../renderer/settings/media/recorded.ts'
import { saidTexts, signOf, withClips } from '../../../renderer/kiosk/clips.ts'
import { partsOf, signAt } from '../../../renderer/display/signTurn.ts'
import {
  pieceBytes,
  recordingBytes,
  type RecordingLanguage,
  type RecordingOf,
} from '../../../shared/contract/media/recordings.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { formatOf } from '../../../shared/domain/media/recordings.ts'
import { kiosk } from '../../../shared/messages/public/kiosk.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What an office records itself: what is kept, who is forgotten, what the kiosk and the display make of it.

const webm = Buffer.concat([
  Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x01, 0, 0, 0]),
  Buffer.from('B\u0082\u0084webm'),
])
const ogg = Buffer.from('OggS and its packets')

const office = () => PureOffice.school(Date.UTC(2026, 2, 3, 9, 42))

/** As the host takes in what is sent; `size` where it only pretends to be so long. */
const sent = (bytes: Buffer, size = bytes.length) => ({
  pieces: [bytes.toString('base64')],
  size,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  head: new Uint8Array(bytes.subarray(0, 64)),
})

function add(
  pure: PureOffice,
  what: RecordingOf | { of: 'procedure'; procedureId: string } | { of: 'service'; serviceId: string },
  lang: RecordingLanguage,
  { bytes = lang === 'lsf' ? webm : ogg, size }: { bytes?: Buffer; size?: number } = {},
) {
  pure.sent = sent(bytes, size)
  const about = {
    what,
    lang,
    milliseconds: 4000,
    transcript: 'La carte d’identité',
    sha256: pure.sent.sha256,
  }
  return pure.act('recording.add', about, 'admin')
}
const kept = (pure: PureOffice) => pure.view('recordings.view', 'kiosk').recordings
const idOf = (decision: ReturnType<typeof add>) => {
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.output.recordingId
}

describe('what is kept', () => {
  test('bytes are beside the journal, which holds their hash, their length and what they say', () => {
    const pure = office()
    const recordingId = idOf(add(pure, { of: 'rule' }, 'lsf'))
    expect(pure.recordings.get(`${recordingId} 0`)).toBe(webm.toString('base64'))
    expect(JSON.stringify(pure.recorded)).not.toContain(webm.toString('base64'))
    expect(kept(pure)).toMatchObject([
      {
        recordingId,
        what: { of: 'rule' },
        lang: 'lsf',
        format: 'webm',
        size: webm.length,
        pieces: 1,
        current: true,
      },
    ])
    expect(pure.office.changes.last()?.type).toBe('recordingAdded')
  })

  test('what says the same in the same language takes the place of what was there, whose bytes are erased', () => {
    const pure = office()
    const first = idOf(add(pure, { of: 'procedure', procedureId: 'cni' }, 'fr'))
    idOf(add(pure, { of: 'procedure', procedureId: 'cni' }, 'ar'))
    const second = idOf(add(pure, { of: 'procedure', procedureId: 'cni' }, 'fr'))
    expect(kept(pure).map(({ recordingId }) => recordingId)).not.toContain(first)
    expect(kept(pure)).toHaveLength(2)
    expect([...pure.recordings.keys()].filter((key) => key.startsWith(first))).toEqual([])
    expect(pure.recordings.has(`${second} 0`)).toBe(true)
  })

  test('what is removed leaves no byte; removed again, it is said to be gone', () => {
    const pure = office()
    const recordingId = idOf(add(pure, { of: 'welcome' }, 'lsf'))
    pure.act('recording.remove', { recordingId }, 'admin')
    expect(pure.recordings.size).toBe(0)
    expect(kept(pure)).toEqual([])
    expect(pure.act('recording.remove', { recordingId }, 'admin')).toEqual({ refusal: 'unknownRecording' })
  })

  test('a video of the rule is told to be of another rule once the rule has changed, and is current again with it', () => {
    const pure = office()
    add(pure, { of: 'rule' }, 'lsf')
    add(pure, { of: 'welcome' }, 'lsf')
    const currents = () => Object.fromEntries(kept(pure).map(({ what, current }) => [what.of, current]))
    const set = (absentCalls: number) => pure.act('rules.set', { rules: { absentCalls } }, 'supervisor')
    const { absentCalls } = pure.office.settings!.rules
    set(absentCalls + 1)
    expect(currents()).toEqual({ rule: false, welcome: true })
    pure.restart()
    set(absentCalls)
    expect(currents()).toEqual({ rule: true, welcome: true })
  })

  test('one more service that waits like the others, or a new name, changes no rule: the video of it stays; a service called otherwise changes it', () => {
    const pure = office()
    add(pure, { of: 'rule' }, 'lsf')
    const set = (serviceId: string, letter: string, name: string) =>
      pure.act('service.set', { serviceId, letter, name: { fr: name }, procedures: [] }, 'admin')
    const current = () => kept(pure).map((one) => one.current)
    set('voirie', 'K', 'Voirie')
    expect(current()).toEqual([true])
    set('voirie', 'K', 'Voirie et propreté')
    expect(current()).toEqual([true])
    const [{ serviceId, rule, access, slotMinutes }] = pure.office.settings!.services as [Service]
    const otherwise = { serviceId, rule: { ...rule, maximumMinutes: 17 }, access, slotMinutes }
    pure.act('rules.set', { services: [otherwise] }, 'supervisor')
    expect(current()).toEqual([false])
  })

  test.each([
    ['nothing was sent', { of: 'rule' }, 'lsf', { size: 0 }, 'recordingIncomplete'],
    ['a service that is not there', { of: 'service', serviceId: 'inconnu' }, 'fr', {}, 'unknownService'],
    [
      'a procedure that is not there',
      { of: 'procedure', procedureId: 'inconnue' },
      'fr',
      {},
      'unknownProcedure',
    ],
    ['a sound in place of signs', { of: 'rule' }, 'lsf', { bytes: ogg }, 'recordingUnreadable'],
    ['a program', { of: 'rule' }, 'fr', { bytes: Buffer.from('#!/bin/sh') }, 'recordingUnreadable'],
    ['too long a voice', { of: 'rule' }, 'fr', { size: recordingBytes.voice + 1 }, 'recordingTooBig'],
    ['too long a video', { of: 'rule' }, 'lsf', { size: recordingBytes.sign + 1 }, 'recordingTooBig'],
  ] as const)('%s is refused, and nothing changes', (_, what, lang, how, refusal) => {
    const pure = office()
    const before = pure.office
    const decision =
      refusal === 'recordingIncomplete'
        ? pure.act(
            'recording.add',
            { what, lang, milliseconds: 1, transcript: 'Rien', sha256: '0'.repeat(64) },
            'admin',
          )
        : add(pure, what as RecordingOf, lang, how)
    expect(decision).toEqual({ refusal })
    expect(pure.office).toBe(before)
    expect(pure.recordings.size).toBe(0)
  })

  test('what was sent is not another file than the one that was looked at', () => {
    const pure = office()
    pure.sent = { ...sent(webm), sha256: 'f'.repeat(64) }
    const { sha256 } = sent(webm)
    const about = { what: { of: 'rule' }, lang: 'lsf', milliseconds: 1, transcript: 'Rien', sha256 }
    expect(pure.act('recording.add', about, 'admin')).toEqual({ refusal: 'recordingIncomplete' })
  })

  test('an office keeps 64 MiB at most, what is replaced counted out', () => {
    const pure = office()
    const whats = [
      { of: 'rule' },
      { of: 'welcome' },
      { of: 'procedure', procedureId: 'cni' },
      { of: 'procedure', procedureId: 'passeport' },
    ] as const
    for (const what of whats) idOf(add(pure, what as never, 'lsf', { size: recordingBytes.sign }))
    expect(add(pure, { of: 'rule' }, 'fr')).toEqual({ refusal: 'recordingsFull' })
    idOf(add(pure, { of: 'rule' }, 'lsf', { size: recordingBytes.sign }))
    expect(kept(pure)).toHaveLength(4)
  })

  test('a recording without its text is not one', () => {
    const pure = office()
    pure.sent = sent(webm)
    const about = {
      what: { of: 'rule' },
      lang: 'lsf',
      milliseconds: 1,
      transcript: ' ',
      sha256: pure.sent.sha256,
    }
    expect(() => pure.act('recording.add', about, 'admin')).toThrow(/transcript/)
  })

  property.prop([fc.uint8Array({ maxLength: 80 })])(
    'any bytes have a format or none, and never a fault',
    (bytes) => {
      expect([null, 'webm', 'mp4', 'ogg', 'mp3', 'wav']).toContain(formatOf(bytes))
    },
  )

  test('a piece in base64 is a whole number of letters, and fits in a message with what goes around it', () => {
    expect(pieceBytes % 3).toBe(0)
    expect((pieceBytes / 3) * 4).toBeLessThan(255 * 1024)
  })
})

describe('the kiosk', () => {
  const said = (pure: PureOffice, language: 'fr' | 'ar') => {
    const { motives, rule } = pure.view('kiosk.view', 'kiosk')
    const { services } = pure.view('office.view', 'kiosk')
    return saidTexts(kept(pure), { motives, rule }, services, language)
  }

  test('says by the office’s voice what it recorded, and the wait after it by the machine’s', () => {
    const pure = office()
    const recordingId = idOf(add(pure, { of: 'procedure', procedureId: 'cni' }, 'fr'))
    const [one] = said(pure, 'fr')
    const pieces = withClips(
      [
        { lang: 'fr', text: `${one!.text}, sans attente` },
        { lang: 'fr', text: 'bouton' },
      ],
      said(pure, 'fr'),
    )
    expect(pieces).toEqual([
      { lang: 'fr', text: one!.text, clip: expect.objectContaining({ recordingId }) as unknown },
      { lang: 'fr', text: 'sans attente' },
      { lang: 'fr', text: 'bouton' },
    ])
  })

  test('the rule is said by the office’s voice, whatever the page keeps whole in it', () => {
    const pure = office()
    add(pure, { of: 'rule' }, 'fr')
    const rule = kiosk.fr.rule(pure.view('kiosk.view', 'kiosk').rule!).replaceAll(/\s+/g, ' ')
    const read = rule.replace(' ', ', , ')
    expect(withClips([{ lang: 'fr', text: read }], said(pure, 'fr'))).toMatchObject([
      { text: rule, clip: { what: { of: 'rule' } } },
    ])
  })

  test('what only begins alike is not what was recorded', () => {
    const pure = office()
    add(pure, { of: 'welcome' }, 'fr')
    const pieces = [{ lang: 'fr', text: `${kiosk.fr.choose} ou autre chose` }]
    expect(withClips(pieces, said(pure, 'fr'))).toEqual(pieces)
    expect(withClips([{ lang: 'en', text: kiosk.fr.choose }], said(pure, 'fr'))).toHaveLength(1)
  })

  test('a name that nobody translated is said by the voice of the person’s language', () => {
    const pure = office()
    const [{ serviceId } = { serviceId: '' }] = pure.office.settings!.services
    add(pure, { of: 'service', serviceId }, 'fr')
    const arabic = idOf(add(pure, { of: 'service', serviceId }, 'ar'))
    const services = pure
      .view('office.view', 'kiosk')
      .services.map((service) => ({ ...service, name: { fr: 'Aide du lundi' } }))
    const heard = (language: 'fr' | 'ar') =>
      withClips(
        [{ lang: 'fr', text: 'Aide du lundi' }],
        saidTexts(kept(pure), pure.view('kiosk.view', 'kiosk'), services, language),
      )
    expect(heard('ar')[0]?.clip?.recordingId).toBe(arabic)
    expect(heard('fr')[0]?.clip?.lang).toBe('fr')
  })

  test('shows a video on the screen that it is of, and on no other', () => {
    const pure = office()
    const welcome = idOf(add(pure, { of: 'welcome' }, 'lsf'))
    const cni = idOf(add(pure, { of: 'procedure', procedureId: 'cni' }, 'lsf'))
    const all = kept(pure)
    const { motives } = pure.view('kiosk.view', 'kiosk')
    const of = (procedureId: string) => motives.find((motive) => motive.procedureId === procedureId)!
    expect(signOf({ at: 'start' }, all, true)?.recordingId).toBe(welcome)
    expect(signOf({ at: 'start' }, all, false)).toBeUndefined()
    expect(signOf({ at: 'rule' }, all, true)).toBeUndefined()
    expect(signOf({ at: 'offer', motive: of('cni') }, all, true)?.recordingId).toBe(cni)
    expect(signOf({ at: 'offer', motive: of('passeport') }, all, true)).toBeUndefined()
    const collection = { ...of('cni'), purpose: 'collection' as const }
    expect(signOf({ at: 'offer', motive: collection }, all, true)).toBeUndefined()
  })
})

describe('the display', () => {
  property.prop([fc.integer({ min: 1, max: 600_000 }), fc.integer({ min: 1, max: 12 })])(
    'a video has its turn whole, every part of its text with it, and leaves the calls alone in between',
    (milliseconds, parts) => {
      const turns = Array.from({ length: 200 }, (_, tick) => signAt(tick * 10_000, { milliseconds, parts }))
      expect(turns.slice(0, 3)).toEqual([null, null, null])
      const next = turns.indexOf(null, 3)
      const shown = turns.slice(3, next)
      expect(shown[0]).toEqual({ at: 0, part: 0 })
      expect(shown.length * 10_000).toBeGreaterThanOrEqual(milliseconds)
      expect(new Set(shown.map((turn) => turn?.part)).size).toBe(parts)
    },
  )

  property.prop([fc.array(fc.stringMatching(/^[a-zé’]{1,30}$/), { minLength: 1, maxLength: 200 })])(
    'every word of what a video says is written beside it, in its order',
    (words) => {
      const parts = partsOf(words.join(' '))
      expect(parts.join(' ')).toBe(words.join(' '))
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(170)
    },
  )
})

test('the administration lists all that may be recorded, and what was recorded of what is no more', () => {
  const pure = office()
  add(pure, { of: 'procedure', procedureId: 'cni' }, 'lsf')
  const settings = pure.office.settings!
  const procedures = pure.view('law.procedures', 'admin')
  const lines = (services = settings.services) =>
    linesOf({ services }, procedures, pure.view('recordings.view', 'admin'), 'lsf')
  expect(
    lines()
      .slice(0, 2)
      .map(({ what }) => what.of),
  ).toEqual(['welcome', 'rule'])
  const mine = lines().find(({ what }) => what.of === 'procedure' && what.procedureId === ('cni' as never))
  expect(mine?.recording?.lang).toBe('lsf')
  expect(new Set(lines().map(({ key }) => key)).size).toBe(lines().length)
  const orphan = lines([]).at(-1)
  expect([orphan?.name, orphan?.recording?.lang]).toEqual(['Démarche ou service retiré', 'lsf'])
})
