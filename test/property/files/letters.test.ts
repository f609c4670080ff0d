import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { EventData, Recorded } from '../../../shared/contract/events.ts'
import type { DocumentId, LocalDate } from '../../../shared/contract/ids.ts'
import { implicitOn } from '../../../shared/domain/files/clocks.ts'
import { fileAfter } from '../../../shared/domain/files/evolve.ts'
import type { FileState } from '../../../shared/domain/files/state.ts'
import { addCalendarDays } from '../../../shared/domain/law/time/days.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// Whatever is asked, told again, put right and cancelled: what counts is what a paper in force tells.

const cancelling = 'document.cancel'
const day = (on: LocalDate, after: number): LocalDate => addCalendarDays(on, after)

describe('a file of the office', () => {
  type Request = { readonly pieceId: string; readonly papers: Set<string> | null; ended: boolean }
  type Paper = {
    readonly documentId: DocumentId
    readonly number: string
    readonly copyOf: string | null
    readonly kind: string
    gone: boolean
  }

  class Story {
    readonly office = new FilesOffice()
    readonly fileId = this.office.open({ person: { familyName: 'Sow', firstName: 'Awa' } })
    readonly requests: Request[] = []
    acknowledged: Set<string>[] = []
    readonly papers: Paper[] = []
    today = '2026-03-03' as LocalDate
    sent = false
    names = 0

    shown = () => this.office.shown(this.fileId)

    issued(copyOf: string | null = null): string {
      const document = [...this.office.pure.documents.values()].at(-1)!
      if (document === 'erased') throw new Error('nothing is erased here')
      const { documentId, number, kind } = document.seal
      this.papers.push({ documentId, number, kind, copyOf, gone: false })
      return number
    }

    awaited = () => this.requests.filter(({ ended }) => !ended)

    /** What nobody tells any more ends, unless who decides is another. */
    settle(): void {
      if (this.sent) return
      for (const request of this.requests) if (request.papers?.size === 0) request.ended = true
      this.acknowledged = this.acknowledged.filter(({ size }) => size > 0)
    }

    ask(pieceId: string, until: number, issue: boolean): void {
      const input = { fileId: this.fileId, pieces: [{ pieceId }], on: this.today, issue }
      const dueOn = day(this.today, until)
      const decision = this.office.act('file.requestPieces', { ...input, dueOn })
      if ('refusal' in decision) return expect(decision.refusal).toBe('pieceAlreadyReceived')
      this.requests.push({ pieceId, papers: issue ? new Set([this.issued()]) : null, ended: false })
    }

    acknowledge(): void {
      const repeated = this.awaited()
      const decision = this.office.act('file.acknowledge', {
        fileId: this.fileId,
        form: 'ar',
        on: this.today,
      })
      if ('refusal' in decision) return expect(decision.refusal).toBe('acknowledgedElsewhere')
      const number = this.issued()
      for (const { papers } of repeated) papers?.add(number)
      this.acknowledged.push(new Set([number]))
    }

    askAgain(): void {
      const what = { kind: 'pieces', fileId: this.fileId }
      const request = this.awaited().at(-1)
      const decision = this.office.act('document.issue', { what })
      if ('refusal' in decision) return expect(decision.refusal).toBe('nothingToIssue')
      const number = this.issued()
      request?.papers?.add(number)
    }

    standing = (which: number): Paper | undefined => {
      // A duplicate holds only as long as what it repeats.
      const gone = new Set(this.papers.filter((paper) => paper.gone).map(({ number }) => number))
      const papers = this.papers.filter((paper) => !paper.gone && !gone.has(paper.copyOf ?? ''))
      return papers[which % Math.max(1, papers.length)]
    }

    told = (number: string): Set<string>[] =>
      [...this.awaited().map(({ papers }) => papers), ...this.acknowledged].filter(
        (papers) => papers?.has(number) === true,
      ) as Set<string>[]

    correct(which: number): void {
      const paper = this.standing(which)
      if (!paper) return
      const familyName = `Sow${'abcdefghij'.charAt(this.names % 10)}${'abcdefghij'.charAt(this.names++ / 10)}`
      const changes = { addressee: { familyName, firstName: 'Awa', usageName: null, contact: null } }
      const { documentId, number, copyOf } = paper
      given(this.office.act('document.correct', { documentId, changes, reason: 'Nom mal écrit' }))
      // What puts a duplicate right replaces the paper that it repeats.
      const first = copyOf ?? number
      for (const one of this.papers) if (one.number === first || one === paper) one.gone = true
      const right = this.issued()
      for (const papers of this.told(first)) {
        papers.delete(first)
        papers.add(right)
      }
    }

    duplicate(which: number): void {
      const paper = this.standing(which)
      if (!paper) return
      given(this.office.act('document.duplicate', { documentId: paper.documentId }))
      this.issued(paper.copyOf ?? paper.number)
    }

    cancel(which: number): void {
      const paper = this.standing(which)
      if (!paper) return
      const before = this.shown()
      const { documentId, number } = paper
      const { output } = given(this.office.act(cancelling, { documentId, reason: 'Envoyé par erreur' }))
      paper.gone = true
      const changed = paper.copyOf === null && this.told(number).length > 0
      if (paper.copyOf === null) for (const papers of this.told(number)) papers.delete(number)
      this.settle()
      const { clock } = this.shown()
      if (!changed) expect(clock).toEqual(before.clock)
      const moved = clock!.on !== before.clock!.on
      expect(!moved || clock!.on! > this.today, 'no decision is born in the past').toBe(true)
      expect(!moved || clock!.on! <= before.clock!.on!, 'a day does not go away for it').toBe(true)
      if (moved) expect(output.withdrawn?.asked.length).toBeGreaterThan(0)
    }

    bring(pieceId: string): void {
      given(
        this.office.act('file.addPiece', {
          fileId: this.fileId,
          pieces: [{ pieceId }],
          receivedOn: this.today,
        }),
      )
      for (const request of this.awaited()) if (request.pieceId === pieceId) request.ended = true
    }

    wait(days: number): void {
      this.today = day(this.today, days)
      this.office.on(this.today)
    }

    forward(): void {
      if (this.sent) return
      const to = { to: 'La préfecture', sent: 'Le dossier', on: this.today }
      given(this.office.act('file.forward', { fileId: this.fileId, ...to }))
      this.sent = true
    }

    takeBack(): void {
      if (!this.sent) return
      const rank = this.shown().forwarded.length - 1
      const reason = 'Noté par erreur'
      given(this.office.act('file.cancelForwarding', { fileId: this.fileId, rank, reason }))
      this.sent = false
      this.settle()
    }

    /** What the file counts is what the plain account of its papers says, and its journal tells it again. */
    expect(): void {
      const { pure } = this.office
      const sorted = (papers: Iterable<string>) => [...papers].toSorted().join(' ')
      const open = this.shown().requests.filter(({ receivedOn }) => receivedOn === null)
      expect(open.map(({ papers }) => (papers ? sorted(papers) : null))).toEqual(
        this.awaited().map(({ papers }) => papers && sorted(papers)),
      )
      expect(this.shown().acknowledged.map(({ papers = [] }) => sorted(papers))).toEqual(
        this.acknowledged.map(sorted),
      )
      const awaited = new Set(this.awaited().map(({ pieceId }) => pieceId))
      const missing = this.shown().pieces.filter(({ state }) => state === 'missing')
      expect(missing).toHaveLength(awaited.size)
      expect(this.shown().dues.some(({ kind }) => kind === 'pieces')).toBe(awaited.size > 0)
      let again: FileState | null = null
      for (const one of pure.recorded) again = replayed(again, one, this.fileId)
      expect(again).toEqual(pure.office.files.get(this.fileId))
    }
  }

  const replayed = (file: FileState | null, one: Recorded, fileId: string): FileState | null =>
    'fileId' in one.event.data && one.event.data.fileId === fileId ? fileAfter(file, one) : file

  type Step = (story: Story) => void
  const pieceId = fc.constantFrom('ressources', 'timbre')
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(pieceId, fc.constantFrom(1, 5, 40, 300), fc.boolean()).map(
      ([piece, until, issue]): Step =>
        (story) =>
          story.ask(piece, until, issue),
    ),
    fc.constantFrom<Step>(
      (story) => story.acknowledge(),
      (story) => story.askAgain(),
      (story) => story.forward(),
      (story) => story.takeBack(),
    ),
    fc.nat(9).map(
      (which): Step =>
        (story) =>
          story.correct(which),
    ),
    fc.nat(9).map(
      (which): Step =>
        (story) =>
          story.duplicate(which),
    ),
    fc.nat(9).map(
      (which): Step =>
        (story) =>
          story.cancel(which),
    ),
    fc.nat(9).map(
      (which): Step =>
        (story) =>
          story.cancel(which),
    ),
    pieceId.map(
      (piece): Step =>
        (story) =>
          story.bring(piece),
    ),
    fc.constantFrom(1, 9, 45).map(
      (days): Step =>
        (story) =>
          story.wait(days),
    ),
  )

  property.prop([fc.array(step, { maxLength: 14 })])(
    'counts what a standing paper tells, or what is tied to none, and nothing else',
    (steps) => {
      const story = new Story()
      for (const one of steps) {
        one(story)
        story.expect()
      }
    },
  )
})

describe('whatever silence is worth', () => {
  const first = '2026-03-02' as LocalDate
  const base = {
    fileId: 'f',
    reference: 'DO-2026-1',
    channel: 'post',
    receivedOn: first,
    firstReceivedOn: first,
    pieces: [],
    visit: null,
  }
  const regime = (sense: string) => ({ silence: { sense, delay: { count: 2, unit: 'months' } } })
  const after = (file: FileState | null, type: string, data: object): FileState =>
    fileAfter(file, { at: 0, event: { type, data: { fileId: 'f', ...data } } } as unknown as Recorded)!

  const act = fc.oneof(
    fc.record({
      is: fc.constant('ask' as const),
      kind: fc.constantFrom('missing', 'original'),
      until: fc.constantFrom(0, 10, 90),
      moves: fc.boolean(),
      tied: fc.constantFrom(true, true, false),
    }),
    fc.record({ is: fc.constant('bring' as const), which: fc.nat(9) }),
    fc.record({ is: fc.constant('cancel' as const), which: fc.nat(9) }),
    fc.record({ is: fc.constant('wait' as const), days: fc.constantFrom(1, 15, 50) }),
  )

  property.prop([fc.constantFrom('rejet', 'acceptation'), fc.array(act, { maxLength: 20 })])(
    'a cancellation bears no decision in the past, and moves none that is there',
    (sense, acts) => {
      let file = after(null, 'fileOpened', { ...base, regime: regime(sense) })
      let on = first
      let asked = 0
      for (const one of acts) {
        if (one.is === 'wait') on = day(on, one.days)
        if (one.is === 'ask') {
          const { kind, moves, until } = one
          const pieces = [{ pieceId: `p${asked}` }] as unknown as EventData<'filePiecesRequested'>['pieces']
          const dueOn = kind === 'original' ? null : day(on, until)
          const paper = one.tied ? { paper: `DP-2026-${asked}` } : {}
          asked += 1
          file = after(file, 'filePiecesRequested', { kind, pieces, on, dueOn, moves, ...paper })
        }
        if (one.is === 'bring') {
          const pieces = [{ pieceId: `p${one.which}` }]
          file = after(file, 'filePieceAdded', { pieces, receivedOn: on, sentOn: null, visit: null })
        }
        if (one.is !== 'cancel') continue
        const before = implicitOn(file)
        file = after(file, 'fileLetterCancelled', { paper: `DP-2026-${one.which}`, on })
        const now = implicitOn(file)
        if (before !== null && before <= on) expect(now, 'what silence decided stays').toBe(before)
        else if (now !== before) expect(now === null || now > on).toBe(true)
      }
    },
  )
})
