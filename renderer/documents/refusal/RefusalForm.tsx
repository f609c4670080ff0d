import { useEffect, useState, useCallback } from 'react'
import type { Issued } from '../../../shared/contract/documents/issuing.ts'
import type { FileId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { knowsWhole } from '../../../shared/domain/files/papers/remedies.ts'
import { calendarDate } from '../../../shared/messages/format/numbers.ts'
import { papers } from '../../../shared/messages/documents/papers.fr.ts'
import { refusalWords as words } from '../../../shared/messages/documents/refusal.fr.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useView } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useKeysKept } from '../../ui/keptKeys.ts'
import { useKeys } from '../../ui/keys.ts'
import { useKeysWithin } from '../../ui/keysWithin.ts'
import { say } from '../../link/notices.ts'
import { Prose } from '../../ui/Prose.tsx'
import type { DocumentActs } from '../acts.ts'
import { WhereToContest } from '../AskFields.tsx'
import { askOf, groundTyped, lawTyped, typedOf, type AskedOf, type Typed } from '../typedAsk.ts'
import { lacksSaid } from '../lacks.ts'
import { useDraft } from '../useDraft.ts'
import { useKeptDraft } from '../useKeptDraft.ts'
import { FilledIn } from './FilledIn.tsx'
import { lackingIn, saidOf } from './groundCheck.ts'
import { choicesOf, Grounds, type GroundChoice } from './Grounds.tsx'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { DraftSheet } from '../Sheet.tsx'
import { draftProblem } from './problem.ts'
import lettering from '../../ui/Lettering.module.css'
import stack from '../../ui/Stack.module.css'
import style from './Refusal.module.css'

type FileView = Output<'file.view'>
type Given = {
  readonly of: AskedOf & { readonly fileId: FileId }
  readonly acts: Pick<DocumentActs, 'issue' | 'keepDraft'>
  /** @param issued null where the draft was left to who signs */
  readonly onDone: (issued: Issued | null) => void
  readonly onCancel: () => void
}

/** A written refusal, in two panes: its ground and its facts, what is filled in, who signs; the paper as it will be. */
export function RefusalForm(props: Given) {
  const view = useView('file.view', { fileId: props.of.fileId })
  useKeysKept(view === undefined)
  if (view === undefined) return <p role="status">{appWords.loading}</p>
  return <Written {...props} view={view} />
}

function Written({ of, acts, onDone, onCancel, view }: Given & { readonly view: FileView }) {
  const { file, refusal: grounds, refusing, draft: kept } = view
  const [typed, setTyped] = useState<Typed>(() => typedOf(kept))
  const choices = choicesOf(grounds)
  // Of one choice nothing is asked.
  const [chosen, setChosen] = useState<GroundChoice | undefined>(
    () => kept?.ground?.groundId ?? (kept !== null || choices.length === 1 ? choices.at(-1) : undefined),
  )
  const [saved, setSaved] = useState(kept !== null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const ground = grounds?.grounds.find(({ groundId }) => groundId === chosen)
  const reasons: Typed = { ...typed, groundSaid: saidOf(ground, typed) }
  const asking = { ...of, grounds }
  const read = chosen === undefined ? { missing: words.check.ground } : askOf('refus', reasons, asking)
  const lacks = chosen === undefined ? [words.check.ground] : lackingIn(grounds, reasons)
  const what = 'what' in read && lacks.length === 0 ? read.what : null
  const { draft, composing } = useDraft(what)
  const left = { facts: wordsIn(reasons.facts), law: lawTyped(reasons.law), ...groundTyped(reasons) }
  const nothing = left.facts === '' && left.law.length === 0 && !left.ground
  const settled = useKeptDraft(nothing ? null : { fileId: of.fileId, ...left }, async (reasonsLeft) => {
    const result = await acts.keepDraft(reasonsLeft)
    if (!('error' in result)) setSaved(true)
    return result
  })
  const signs = refusing?.signs === true
  const type = (part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...part }))
    setSaved(false)
    setAsked(false)
    setRefused(null)
  }
  const choose = (choice: GroundChoice) => {
    setChosen(choice)
    type({ groundId: choice, ...(choice === chosen ? {} : { groundSaid: {} }) })
  }

  const send = async () => {
    if (busy) return
    const problem =
      chosen === undefined
        ? words.check.ground
        : lacks.length > 0
          ? words.check.lacks(lacks)
          : signs
            ? draftProblem(composing ? undefined : draft)
            : null
    // Asked before the paper is composed: it is issued once it is.
    if (lacks.length === 0 && signs && composing) return setAsked(true)
    setAsked(false)
    if (problem !== null || what === null) return setRefused(problem ?? words.check.ground)
    setBusy(true)
    const result = signs ? await acts.issue({ what }) : await acts.keepDraft({ fileId: of.fileId, ...left })
    setBusy(false)
    if ('error' in result) return setRefused(result.error.message)
    settled()
    const issued = 'number' in result.output ? result.output : null
    say(issued ? papers.issued(papers.asks.refus, issued.number) : words.sent, 'done')
    onDone(issued)
  }

  useEffect(() => {
    if (asked && !composing) void send()
    // Once, when it is composed: not each time that `send` is another function.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, composing])

  useKeys(
    Object.fromEntries(choices.slice(0, 9).map((choice, at) => [`Digit${at + 1}`, () => choose(choice)])),
  )
  useKeys({ 'Control+Enter': () => void send() }, { whileTyping: true })
  // Échap leaves the field first, and the figures choose; once more, it goes back.
  const form = useKeysWithin<HTMLFormElement>((event) => {
    if (event.key !== 'Escape') return
    const inField =
      event.target instanceof Element &&
      event.target.matches('input:not([type="radio"], [type="checkbox"]), textarea')
    if (!inField) return onCancel()
    form.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  })
  const clock = file?.clock
  const knows = refusing?.remedies != null && knowsWhole(refusing.remedies)
  return (
    <div className={style.form}>
      <form
        ref={form}
        noValidate
        aria-label={words.title}
        className={style.written}
        data-own-escape
        // Enter in a field decides nothing.
        onSubmit={(event) => event.preventDefault()}
      >
        <div className={style.head}>
          <div>
            <h2 className={style.title}>{words.title}</h2>
            {file && (
              <p className={lettering.small}>
                {words.about(
                  file.procedureTitle?.fr ?? file.label ?? '',
                  file.reference,
                  calendarDate(file.receivedOn),
                )}
              </p>
            )}
          </div>
          <span role="status" className={lettering.small}>
            {saved && words.kept}
          </span>
          <Button kind="quiet" size="dense" keyCap="Échap" onPress={onCancel}>
            {words.back}
          </Button>
        </div>
        <div className={style.heading}>
          <h3 className={lettering.label}>{words.grounds(grounds?.closed === true)}</h3>
          {clock?.on != null && (
            <span className={lettering.small}>{words.implicit[clock.sense](calendarDate(clock.on))}</span>
          )}
        </div>
        <Grounds grounds={grounds} chosen={chosen} typed={reasons} onChoose={choose} onType={type} />
        {refusing && <FilledIn refusing={refusing} />}
        <details className={style.more} open={refusing !== null && !knows}>
          <summary>{words.more}</summary>
          <div className={stack.between}>
            <Choice
              label={papers.issue.fields.extent}
              value={typed.extent}
              options={(['whole', 'part'] as const).map((value) => ({
                value,
                title: papers.issue.fields.extents[value],
              }))}
              onChange={(extent) => type({ extent })}
            />
            {!knows && <WhereToContest typed={typed} onType={type} />}
          </div>
        </details>
        {what !== null && draft !== undefined && draft.lacks.length > 0 && (
          <ul role="list" aria-label={papers.issue.lacks} className={lettering.small}>
            {lacksSaid(draft.lacks).map((line) => (
              <li key={line}>
                <Prose>{line}</Prose>
              </li>
            ))}
          </ul>
        )}
        <p role="alert" className={lettering.wrong}>
          {refused !== null && <Prose>{refused}</Prose>}
          {refused === null && what !== null && draft?.refusal != null && (
            <Prose>{draftProblem(draft) ?? ''}</Prose>
          )}
        </p>
        <div className={style.foot}>
          <span className={lettering.small}>{signs ? words.signHelp : words.sendHelp}</span>
          <Button kind="primary" keyCap={words.ctrlEnter} isDisabled={busy} onPress={() => void send()}>
            {signs ? words.sign : words.send}
          </Button>
        </div>
      </form>
      <PaperPane facts={draft?.facts ?? null} />
    </div>
  )
}

/** As wide as a sheet is drawn, in pixels. */
const sheet = 880

/** The paper as it will be, whole, as small as its pane makes it; it follows what is typed. */
function PaperPane({ facts }: { readonly facts: DocumentFacts | null }) {
  const [scale, setScale] = useState(1)
  const measure = useCallback((pane: HTMLElement | null) => {
    if (!pane) return undefined
    const sizes = new ResizeObserver(() => setScale(Math.min(1, (pane.clientWidth - 32) / sheet)))
    sizes.observe(pane)
    return () => sizes.disconnect()
  }, [])
  return (
    <section ref={measure} aria-label={papers.preview.draft} className={style.paperPane}>
      {facts === null ? (
        <p className={lettering.small}>{words.paperLater}</p>
      ) : (
        <div style={{ width: sheet, zoom: scale }}>
          <DraftSheet facts={facts} />
        </div>
      )}
    </section>
  )
}
