import type { LocalDate } from '../../shared/contract/ids.ts'
import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { endWords } from '../../shared/messages/visit/ends.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { DateField } from '../ui/DateField.tsx'
import { daysBetween } from '../ui/dates.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { Prose } from '../ui/Prose.tsx'
import type { Current } from './acts.ts'
import type { Checklist } from './checklist.ts'
import { noRefusalWhy, type EndChoice } from './ends.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Ends.module.css'

type End = Current['ends'][number]

type DetailProps = {
  readonly current: Current
  readonly checklist: Checklist
  readonly chosen: EndChoice
  /** Today, in the office's zone. */
  readonly on: LocalDate
  /** The day that was chosen, null where what is written is none; undefined as long as it is the end's own. */
  readonly dueOn: LocalDate | null | undefined
  readonly onDue: (day: LocalDate | null | undefined) => void
}

/**
 * The last day to produce what lacks, as an end is sent with it: `unread` where what is written is no day, undefined where
 * the end's own holds.
 * @param own the end's own day; undefined where it asks none
 * @param unread something is written in the field that is no day, or not one yet
 */
export const dayToSend = (
  own: LocalDate | undefined,
  dueOn: LocalDate | null | undefined,
  unread: boolean,
): LocalDate | 'unread' | undefined => {
  if (own === undefined) return undefined
  return unread || dueOn === null ? 'unread' : dueOn
}

/** Two panes, then the act: what the person has to do and until when; what is printed, for whom, and what comes next. */
export function EndDetail(props: DetailProps) {
  const { current, checklist, chosen, on, dueOn, onDue } = props
  const missing = checklist.rows.filter(({ state }) => state === 'missing').map(({ title }) => title)
  const outcome: VisitEnd = chosen === 'refusal' ? (missing.length > 0 ? 'incomplete' : 'filed') : chosen
  const end = current.ends.find((each) => each.outcome === outcome)
  const prints = end !== undefined && end.documents.length > 0
  const day = end?.dueOn === undefined ? null : dueOn === undefined ? end.dueOn : dueOn
  return (
    <>
      <div className={style.panes}>
        <div className={style.pane}>
          {chosen === 'refusal' ? (
            <Needed current={current} />
          ) : missing.length > 0 && (outcome === 'incomplete' || outcome === 'filed') ? (
            <ToBring
              titles={missing}
              end={end}
              assessment={current.assessment}
              on={on}
              dueOn={dueOn}
              onDue={onDue}
            />
          ) : (
            <>
              <p className={lettering.label}>{endWords.requests}</p>
              <p className={style.strong}>{endWords.happens[outcome]}</p>
            </>
          )}
        </div>
        <div className={style.pane}>
          <Printed current={current} chosen={chosen} outcome={outcome} end={end} day={day} />
        </div>
      </div>
      <div className={style.foot}>
        <span className={style.small}>{whereTo(end, day)}</span>
        <Button type="submit" kind="primary" keyCap="Entrée">
          {chosen === 'refusal'
            ? endWords.actRefusal
            : (endWords.acts[outcome] ?? (prints ? endWords.actPrints : endWords.act))}
        </Button>
      </div>
    </>
  )
}

/** Where the request goes once it has ended. */
function whereTo({ onFile }: Partial<End> = {}, day: LocalDate | null): string {
  const words = endWords.file
  if (onFile === undefined) return words.none
  return [words[onFile], day && words.filedAt(calendarDate(day))].filter(Boolean).join(', ')
}

/** What lacks, until when, and how it is brought. The text's own term, or the office's (CRPA L114-5 sets none). */
function ToBring({
  titles,
  end,
  assessment,
  on,
  dueOn,
  onDue,
}: Pick<DetailProps, 'on' | 'dueOn' | 'onDue'> & {
  readonly titles: readonly string[]
  readonly end: End | undefined
  readonly assessment: Current['assessment']
}) {
  const day = dueOn === undefined ? end?.dueOn : dueOn
  const early = day && end?.notBefore !== undefined && day < end.notBefore
  return (
    <>
      <p className={lettering.label}>{endWords.toBring}</p>
      <ul role="list" aria-label={endWords.toBring} className={style.strong}>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      {end?.dueOn !== undefined && day !== undefined && (
        <>
          <div className={style.due}>
            <DateField
              label={endWords.dueOn}
              detail={endWords.dueHelp}
              value={day}
              error={early ? endWords.notBefore(calendarDate(end.notBefore ?? day)) : undefined}
              onChange={(chosen) => onDue(chosen === end.dueOn ? undefined : chosen)}
            />
            <KeyCap>Tab</KeyCap>
          </div>
          {day !== null && (
            <p className={style.small}>
              <Prose>{`${termSaid(end, assessment, on, day)} ${endWords.how}`}</Prose>
            </p>
          )}
        </>
      )}
    </>
  )
}

function termSaid(
  { dueOn, notBefore }: End,
  assessment: Current['assessment'],
  on: LocalDate,
  day: LocalDate,
): string {
  const count = daysBetween(on, day)
  if (day !== dueOn) return endWords.chosenDays(count)
  return notBefore === undefined
    ? endWords.officeDays(count)
    : endWords.textDays((assessment?.ifIncomplete.sources ?? []).slice(0, 1).map(({ title }) => title))
}

/** What is printed and for whom, then what comes of the request, and who decides. */
function Printed({
  current: { assessment, sheet },
  chosen,
  outcome,
  end,
  day,
}: {
  readonly current: Current
  readonly chosen: EndChoice
  readonly outcome: VisitEnd
  readonly end: End | undefined
  readonly day: LocalDate | null
}) {
  const documents = end?.documents ?? []
  const { person } = sheet
  const who = person ? [person.firstName, person.familyName].filter(Boolean).join(' ') : endWords.person
  const named = documents.map((kind) => counterWords.documents[kind]).join(', ')
  const says = outcome in endWords.says ? endWords.says[outcome as keyof typeof endWords.says] : null
  const files = outcome === 'filed' || outcome === 'incomplete'
  const lines = [
    chosen === 'refusal' ? endWords.refusalSigned : documents.length > 0 && says,
    files && end?.acknowledgement === 'incomplete' && papers.counter.incomplete,
    files && day !== null && end?.suspends === true && endWords.suspended(calendarDate(day)),
    files &&
      end?.implicit &&
      day === (end.dueOn ?? null) &&
      endWords.silence[end.implicit.sense](calendarDate(end.implicit.on)),
    noRefusalWhy(assessment),
    documents.length === 0 && endWords.noPaperHelp,
  ].filter((line): line is string => typeof line === 'string')
  return (
    <>
      <p className={lettering.label}>
        {documents.length === 0 ? endWords.noPaper : endWords.printedFor(who)}
      </p>
      {documents.length > 0 && <p className={style.strong}>{named}</p>}
      {lines.map((line) => (
        <p key={line} className={classes(style.small, line === says && style.says)}>
          <Prose>{line}</Prose>
        </p>
      ))}
    </>
  )
}

/** What a refusal needs, said before it is written. */
const Needed = ({ current: { assessment, refusal } }: { readonly current: Current }) => (
  <>
    <p className={lettering.label}>{endWords.needed}</p>
    <p className={style.strong}>{refusal?.closed === true ? endWords.neededClosed : endWords.neededOpen}</p>
    <p className={style.small}>
      <Prose>
        {[refusal?.texts.join(', '), assessment?.remedy?.title, endWords.neededHelp]
          .filter(Boolean)
          .join('. ')}
      </Prose>
    </p>
  </>
)
