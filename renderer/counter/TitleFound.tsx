import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { HandedProof } from '../../shared/contract/documents/kinds.ts'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { articlesOf } from '../../shared/messages/format/articles.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { handoverWords as words } from '../../shared/messages/visit/handover.fr.ts'
import { useLink } from '../link/hooks.ts'
import { actsThemself } from '../../shared/identity/capacities.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { classes } from '../ui/classes.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import { say } from '../link/notices.ts'
import { Prose } from '../ui/Prose.tsx'
import type { Current, Patch } from './acts.ts'
import { ofAge } from './identity.ts'
import type { End } from './OutcomePanel.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './HandOver.module.css'
import { TitleError } from './TitleError.tsx'
import { TitleTaker, type Taker } from './TitleTaker.tsx'

type CheckName = keyof typeof words.checks

/** The keys of the checks, in their order: the upper row, as the pieces'. */
const keysOf = ['KeyQ', 'KeyW', 'KeyE'] as const
const capsOf = ['A', 'Z', 'E'] as const

/** A former title was shown for this request: it is given back, or kept by its holder for a visa. */
const hasFormer = ({ pieces }: FileShown): boolean =>
  pieces.some(
    ({ name, state }) =>
      state === 'presented' && name !== null && 'pieceId' in name && name.pieceId.startsWith('ancien'),
  )

/** The title of this file: where it is, whose it is, what is checked with the person; then F10. */
export function TitleFound({
  file,
  title,
  current: { assessment },
  sheet,
  on,
  onEnd,
  patch,
}: {
  readonly file: FileShown
  readonly title: NonNullable<FileShown['title']>
  readonly current: Current
  readonly sheet: Sheet
  readonly on: LocalDate
  readonly onEnd: (end: End) => void
  readonly patch: Patch
}) {
  const link = useLink()
  const head = useRef<HTMLHeadingElement>(null)
  const [seen, setSeen] = useState<ReadonlySet<CheckName>>(new Set())
  const [wrong, setWrong] = useState<string | null>(null)
  const [asking, setAsking] = useState<'error' | 'taker' | null>(null)
  /** Who takes it in its holder's place; empty for as long as nobody said it. */
  const [taker, setTaker] = useState('')
  /** What the agent said of the proof; null for as long as nobody said anything. */
  const [proof, setProof] = useState<HandedProof | null>(null)
  const capacity = sheet.capacity ?? 'self'
  const signs = (signed: boolean) => setProof(signed ? 'register' : 'noted')
  const checks: readonly CheckName[] = ['identity', 'data', ...(hasFormer(file) ? (['former'] as const) : [])]
  const toggle = (name: CheckName) => {
    setWrong(null)
    setSeen((before) => {
      const after = new Set(before)
      if (!after.delete(name)) after.add(name)
      return after
    })
  }
  const handOver = () => {
    const left = checks.filter((name) => !seen.has(name))
    if (left.length > 0)
      return setWrong(words.notChecked(left.map((name) => words.checks[name].title.toLocaleLowerCase('fr'))))
    if (taker === '' && !actsThemself(capacity)) return setAsking('taker')
    return onEnd({
      outcome: 'handedOver',
      ...(proof && { proof }),
      ...(taker !== '' && { receiver: taker }),
    })
  }
  const report = (what: string) =>
    void link
      .act('file.handOver', {
        fileId: file.fileId,
        what: 'title',
        label: words.errorSaid(what),
        means: 'counter',
        on,
        to: capacity,
        refused: true,
      })
      .then((result) => {
        if ('error' in result) return setWrong(result.error.message)
        setAsking(null)
        return say(words.errorNoted, 'done')
      })
  const take = ({ to, name }: Taker) => {
    setTaker(name)
    setAsking(null)
    // Its holder takes it: in what quality the person is here, and what was seen of it, stay.
    if (to === 'self' ? !actsThemself(capacity) : to !== capacity)
      void patch({ capacity: to, capacitySeen: null })
  }
  useKeys(
    asking !== null
      ? {}
      : {
          ...Object.fromEntries(checks.map((name, at) => [keysOf[at] ?? '', () => toggle(name)])),
          KeyR: () => setAsking('error'),
          KeyT: () => signs(proof !== 'register'),
          KeyY: () => setAsking('taker'),
        },
  )
  useKeys({ F10: asking === null ? handOver : undefined }, { whileTyping: true })
  // The field that was typed in is gone: Tab goes on from what is checked.
  useEffect(() => {
    if (asking === null && document.activeElement === document.body)
      head.current?.focus({ preventScroll: true })
  }, [asking])
  const { person, ministry } = sheet
  const texts = articlesOf((assessment?.handingOver?.sources ?? []).map((source) => source.title))
  const holder =
    person && [person.familyName.toLocaleUpperCase('fr'), person.firstName].filter(Boolean).join(' ')
  const lines: readonly (readonly [string, string | null])[] = [
    [words.name, holder],
    [words.birth, person?.birthDate ? calendarDate(person.birthDate) : null],
    [words.number, ministry?.number ?? null],
    [
      words.arrived,
      title.collectBy === null
        ? calendarDate(title.arrivedOn)
        : words.collectBy(calendarDate(title.arrivedOn), calendarDate(title.collectBy)),
    ],
  ]
  return (
    <section aria-label={words.title} className={style.found}>
      <div className={style.card}>
        <div className={style.slot}>
          <span className={lettering.label}>{words.slot}</span>
          <b className={style.slotNumber}>{title.slot ?? words.noSlot}</b>
        </div>
        <dl className={style.facts}>
          {lines.map(
            ([term, said]) =>
              said !== null &&
              said !== '' && (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{said}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
      <div className={style.checksHead}>
        <h3 ref={head} tabIndex={-1} className={lettering.label}>
          {words.check}
        </h3>
        <span className={style.small}>
          <Prose>{texts}</Prose>
        </span>
      </div>
      <ul role="list" aria-label={words.check} className={style.checks}>
        {checks.map((name, at) => {
          const done = seen.has(name)
          return (
            <li key={name}>
              <button
                type="button"
                role="checkbox"
                aria-checked={done}
                className={style.checkRow}
                onClick={() => toggle(name)}
              >
                <KeyCap>{capsOf[at] ?? ''}</KeyCap>
                <span aria-hidden className={classes(style.box, done && style.ticked)}>
                  {done && <Check size={16} />}
                </span>
                <span className={style.checkTitle}>
                  <b>{words.checks[name].title}</b>{' '}
                  <span className={style.small}>{words.checks[name].detail}</span>
                </span>
                <span className={done ? style.done : style.small}>
                  {done ? words.verified : words.toVerify}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {asking === 'error' && <TitleError onSend={report} onLeave={() => setAsking(null)} />}
      {asking === null && (
        <p className={style.error}>
          {words.error}{' '}
          <Button kind="quiet" size="dense" keyCap="R" onPress={() => setAsking('error')}>
            {words.errorAct}
          </Button>
        </p>
      )}
      <p role="alert" className={lettering.wrong}>
        {wrong}
      </p>
      <p className={style.small}>
        <Prose>
          {[assessment?.handingOver?.detail, words.after(title.slot, file.reference)]
            .filter(Boolean)
            .join(' ')}
        </Prose>{' '}
        <Button kind="quiet" size="dense" onPress={() => void patch({ fileId: null })}>
          {words.another}
        </Button>
      </p>
      {asking === 'taker' ? (
        <TitleTaker
          capacity={capacity}
          taker={taker}
          assessment={assessment}
          adult={ofAge(person?.birthDate, on)}
          on={on}
          onSend={take}
          onLeave={() => setAsking(null)}
        />
      ) : (
        <div className={style.foot}>
          <div className={style.given}>
            <p className={style.to}>
              <b>{taker === '' && !actsThemself(capacity) ? words.toUnnamed : words.to(taker || holder)}</b>
              <Button kind="quiet" size="dense" keyCap="Y" onPress={() => setAsking('taker')}>
                {words.other}
              </Button>
            </p>
            <Checkbox keyCap="T" isSelected={proof === 'register'} onChange={signs}>
              {words.register}
            </Checkbox>
          </div>
          <Button kind="primary" keyCap="F10" onPress={handOver}>
            {words.act}
          </Button>
        </div>
      )}
    </section>
  )
}
